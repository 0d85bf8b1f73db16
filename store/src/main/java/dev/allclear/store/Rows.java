package dev.allclear.store;

import static dev.allclear.store.Columns.within;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Rows of one shape that are inserted together.
///
/// Bound by hand: with very many rows, having jOOQ do it costs as much as the database does. PostgreSQL gets all values
/// of a column as one, so that it has one statement to read and to answer; SQLite, which is asked without a way to go,
/// gets row after row.
final class Rows {

    /// How PostgreSQL knows many values of what is kept in columns.
    private record Many(String type, DataType<?> values) {

        private static final Map<Class<?>, Many> KEPT = Map.of(
                String.class, new Many("text", SQLDataType.VARCHAR.getArrayDataType()),
                Long.class, new Many("int8", SQLDataType.BIGINT.getArrayDataType()),
                Integer.class, new Many("int4", SQLDataType.INTEGER.getArrayDataType()),
                Short.class, new Many("int2", SQLDataType.SMALLINT.getArrayDataType()));

        static Many of(Field<?> column) {
            return Objects.requireNonNull(KEPT.get(column.getConverter().fromType()), column.getName());
        }
    }

    /// By this name conditions know the row that is to be inserted.
    static final String GIVEN = "given";

    /// What statements read like, by their form: with few rows, having jOOQ write one anew takes longer than running
    /// it.
    private static final Map<Form, String> TEXTS = new ConcurrentHashMap<>();

    private record Form(boolean postgres, String table, List<String> shape, String kind) {}

    /// Which of the given rows are inserted.
    ///
    /// @param name tells it from other filters for the same table
    record Filter(String name, Condition condition) {

        static final Filter NONE = new Filter("any", trueCondition());
    }

    private final Table<Record> table;
    private final List<Field<?>> shape;
    private final List<List<@Nullable Object>> values;

    private Rows(Table<Record> table, Collection<Row> rows) {
        this.table = table;
        this.shape = List.copyOf(rows.iterator().next().values().keySet());
        var converters = shape.stream().map(Rows::converter).toList();
        this.values = rows.stream().map(row -> stored(row, converters)).toList();
    }

    /// What the driver takes for a value of the column's type.
    @SuppressWarnings("unchecked")
    private static Function<@Nullable Object, @Nullable Object> converter(Field<?> field) {
        var converter = (Converter<Object, @Nullable Object>) field.getConverter();
        return value -> value == null ? null : converter.to(value);
    }

    private static List<@Nullable Object> stored(
            Row row, List<Function<@Nullable Object, @Nullable Object>> converters) {
        var stored = new ArrayList<@Nullable Object>(converters.size());
        for (var value : row.values().values()) {
            stored.add(converters.get(stored.size()).apply(value));
        }
        return stored;
    }

    static void insert(DSLContext sql, Table<Record> table, Collection<Row> rows) {
        insert(sql, table, rows, "insert", insertion -> insertion);
    }

    /// Inserts those rows that aren't there yet.
    static void insertMissing(DSLContext sql, Table<Record> table, Collection<Row> rows) {
        insert(sql, table, rows, "missing", insertion -> insertion.onConflictDoNothing());
    }

    /// Inserts rows, each in place of the one with the same key.
    static void insertOrReplace(DSLContext sql, Table<Record> table, List<Field<?>> key, Collection<Row> rows) {
        insert(sql, table, rows, "replace", insertion -> {
            Map<Field<?>, Field<?>> replacement = new LinkedHashMap<>();
            rows.iterator().next().values().keySet().forEach(column -> replacement.put(column, excluded(column)));
            return insertion.onConflict(key).doUpdate().set(replacement);
        });
    }

    private static void insert(
            DSLContext sql,
            Table<Record> table,
            Collection<Row> rows,
            String kind,
            Function<InsertOnDuplicateStep<Record>, Query> statement) {
        if (!rows.isEmpty()) {
            var all = new Rows(table, rows);
            var text = all.text(sql, kind, () -> statement.apply(all.insertion(sql, Filter.NONE)));
            sql.connection(connection -> all.run(connection, text, Columns.isPostgres(sql)));
        }
    }

    /// Inserts those rows that aren't there yet and that the filter lets through.
    ///
    /// @return the keys of those that came to be
    static <K> Set<K> insertMissing(
            DSLContext sql, Table<Record> table, Field<K> key, Collection<Row> rows, Filter which) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        var all = new Rows(table, rows);
        var postgres = Columns.isPostgres(sql);
        var text = all.text(sql, "missing of " + which.name(), () -> {
            var insertion = all.insertion(sql, which).onConflictDoNothing();
            return postgres ? insertion.returning(key) : insertion;
        });
        return sql.connectionResult(connection ->
                postgres ? all.insertedAtOnce(connection, text, key) : all.insertedOneByOne(connection, text, key));
    }

    private String text(DSLContext sql, String kind, Supplier<Query> statement) {
        var names = shape.stream().map(Field::getName).toList();
        var form = new Form(Columns.isPostgres(sql), table.getName(), names, kind);
        return TEXTS.computeIfAbsent(form, _ -> statement.get().getSQL());
    }

    private InsertOnDuplicateStep<Record> insertion(DSLContext sql, Filter which) {
        var given = shape.stream().map(column -> within(GIVEN, column)).toList();
        return sql.insertInto(table, shape)
                .select(select(given).from(given(sql)).where(which.condition()));
    }

    private Table<?> given(DSLContext sql) {
        if (Columns.isPostgres(sql)) {
            var arrays = shape.stream()
                    .map(column -> val(null, Many.of(column).values()))
                    .toArray(Field<?>[]::new);
            var places = IntStream.range(0, arrays.length)
                    .mapToObj(place -> "{" + place + "}")
                    .toList();
            return DSL.table("unnest(" + String.join(", ", places) + ")", (Object[]) arrays)
                    .as(GIVEN, shape.stream().map(Field::getName).toArray(String[]::new));
        }
        return select(shape.stream()
                        .map(column -> val(null, column.getDataType()).as(column))
                        .toList())
                .asTable(GIVEN);
    }

    private void run(Connection connection, String text, boolean atOnce) throws SQLException {
        try (var prepared = connection.prepareStatement(text)) {
            if (atOnce) {
                bindColumns(connection, prepared);
                var _ = prepared.executeUpdate();
            } else {
                bindRows(prepared);
                var _ = prepared.executeBatch();
            }
        }
    }

    private <K> Set<K> insertedAtOnce(Connection connection, String text, Field<K> key) throws SQLException {
        try (var prepared = connection.prepareStatement(text)) {
            bindColumns(connection, prepared);
            var inserted = new HashSet<K>();
            try (var answer = prepared.executeQuery()) {
                while (answer.next()) {
                    inserted.add(key(key, answer.getObject(1)));
                }
            }
            return inserted;
        }
    }

    private <K> Set<K> insertedOneByOne(Connection connection, String text, Field<K> key) throws SQLException {
        try (var prepared = connection.prepareStatement(text)) {
            bindRows(prepared);
            var counts = prepared.executeBatch();
            var place = shape.indexOf(key);
            var inserted = new HashSet<K>();
            for (var row = 0; row < counts.length; row++) {
                if (counts[row] > 0) {
                    inserted.add(key(key, values.get(row).get(place)));
                }
            }
            return inserted;
        }
    }

    @SuppressWarnings("unchecked")
    private static <K> K key(Field<K> key, @Nullable Object stored) {
        var converter = (Converter<Object, K>) key.getConverter();
        return converter.from(Objects.requireNonNull(stored));
    }

    private void bindColumns(Connection connection, PreparedStatement prepared) throws SQLException {
        for (var place = 0; place < shape.size(); place++) {
            var column = new @Nullable Object[values.size()];
            for (var row = 0; row < column.length; row++) {
                column[row] = values.get(row).get(place);
            }
            prepared.setArray(
                    place + 1,
                    connection.createArrayOf(Many.of(shape.get(place)).type(), column));
        }
    }

    private void bindRows(PreparedStatement prepared) throws SQLException {
        for (var row : values) {
            for (var place = 0; place < row.size(); place++) {
                prepared.setObject(place + 1, row.get(place));
            }
            prepared.addBatch();
        }
    }
}
