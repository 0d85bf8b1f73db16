package dev.allclear.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// The values of one row by column, each of its column's type.
final class Row {

    private final Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();

    <T> Row with(Field<T> column, T value) {
        values.put(column, value);
        return this;
    }

    <T> Row with(Field<T> column, Optional<? extends T> value) {
        values.put(column, value.isPresent() ? value.get() : null);
        return this;
    }

    Row and(Row more) {
        values.putAll(more.values);
        return this;
    }

    Map<Field<?>, @Nullable Object> values() {
        return values;
    }

    /// Inserts rows of one shape, many at a time.
    static void insert(DSLContext sql, Table<Record> table, Collection<Row> rows) {
        insert(sql, rows, shape -> sql.insertInto(table, shape).values(new @Nullable Object[shape.size()]));
    }

    /// Inserts those rows that aren't there yet.
    static void insertMissing(DSLContext sql, Table<Record> table, Collection<Row> rows) {
        insert(
                sql,
                rows,
                shape -> sql.insertInto(table, shape)
                        .values(new @Nullable Object[shape.size()])
                        .onConflictDoNothing());
    }

    private static void insert(DSLContext sql, Collection<Row> rows, Function<Set<Field<?>>, Query> statement) {
        if (!rows.isEmpty()) {
            sql.batch(statement.apply(rows.iterator().next().values.keySet()))
                    .bind(rows.stream()
                            .map(row -> row.values.values().toArray())
                            .toArray(Object[][]::new))
                    .execute();
        }
    }
}
