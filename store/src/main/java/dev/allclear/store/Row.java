package dev.allclear.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
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

    /// Inserts rows, each in place of the one with the same key.
    static void insertOrReplace(DSLContext sql, Table<Record> table, List<Field<?>> key, Collection<Row> rows) {
        insert(sql, rows, shape -> {
            Map<Field<?>, Field<?>> replacement = new LinkedHashMap<>();
            shape.forEach(column -> replacement.put(column, DSL.excluded(column)));
            return sql.insertInto(table, shape)
                    .values(new @Nullable Object[shape.size()])
                    .onConflict(key)
                    .doUpdate()
                    .set(replacement);
        });
    }

    /// Bound by hand: with very many rows, having jOOQ do it costs as much as the database does.
    private static void insert(DSLContext sql, Collection<Row> rows, Function<Set<Field<?>>, Query> statement) {
        if (rows.isEmpty()) {
            return;
        }
        var shape = rows.iterator().next().values.keySet();
        var text = statement.apply(shape).getSQL();
        var converters = shape.stream().map(Row::converter).toList();
        sql.connection(connection -> {
            try (var prepared = connection.prepareStatement(text)) {
                for (var row : rows) {
                    var place = 0;
                    for (var value : row.values.values()) {
                        prepared.setObject(place + 1, converters.get(place).apply(value));
                        place++;
                    }
                    prepared.addBatch();
                }
                var _ = prepared.executeBatch();
            }
        });
    }

    /// What the driver takes for a value of the column's type.
    @SuppressWarnings("unchecked")
    private static Function<@Nullable Object, @Nullable Object> converter(Field<?> field) {
        var converter = (Converter<Object, @Nullable Object>) field.getConverter();
        return value -> value == null ? null : converter.to(value);
    }
}
