package dev.allclear.store;

import dev.allclear.PageId;
import dev.allclear.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// How values of the domain stand in columns; the same in both databases.
final class Columns {

    static final Field<PageId> PAGE_ID = value("page_id", PageId.class, PageId::new, PageId::value);

    private static final DataType<String> TEXT = SQLDataType.VARCHAR.asConvertedDataType(
            Converter.ofNullable(String.class, String.class, stored -> stored, Columns::storable));

    private static final DataType<Instant> INSTANT = SQLDataType.BIGINT.asConvertedDataType(
            Converter.ofNullable(Long.class, Instant.class, Instant::ofEpochMilli, Columns::milliseconds));

    private static final DataType<Boolean> FLAG = SQLDataType.SMALLINT.asConvertedDataType(
            Converter.ofNullable(Short.class, Boolean.class, stored -> stored != 0, flag -> (short) (flag ? 1 : 0)));

    private static final DataType<Duration> SECONDS = SQLDataType.BIGINT.asConvertedDataType(
            Converter.ofNullable(Long.class, Duration.class, Duration::ofSeconds, Duration::toSeconds));

    private static final int REPLACEMENT = 0xFFFD;

    private Columns() {}

    static Table<Record> table(String name) {
        return DSL.table(DSL.name(name));
    }

    static Field<String> text(String name) {
        return DSL.field(DSL.name(name), TEXT);
    }

    static Field<Instant> instant(String name) {
        return DSL.field(DSL.name(name), INSTANT);
    }

    static Field<Duration> duration(String name) {
        return DSL.field(DSL.name(name), SECONDS);
    }

    static Field<Boolean> flag(String name) {
        return DSL.field(DSL.name(name), FLAG);
    }

    static Field<Long> number(String name) {
        return DSL.field(DSL.name(name), SQLDataType.BIGINT);
    }

    static Field<Integer> count(String name) {
        return DSL.field(DSL.name(name), SQLDataType.INTEGER);
    }

    static <T> Field<T> value(
            String name, Class<T> type, Function<String, ? extends @Nullable T> read, Function<T, String> write) {
        return DSL.field(
                DSL.name(name),
                SQLDataType.VARCHAR.asConvertedDataType(
                        Converter.ofNullable(String.class, type, read, value -> storable(write.apply(value)))));
    }

    static <E extends Enum<E>> Field<E> oneOf(String name, Class<E> type) {
        var constants = Stream.of(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> constant.name().toLowerCase(Locale.ROOT), Function.identity()));
        return value(
                name,
                type,
                stored -> Objects.requireNonNull(constants.get(stored), stored),
                constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /// Does the column hold the text, whatever its case? Wildcards in the text stand for themselves.
    static Condition holds(Field<String> column, String text) {
        return text.isEmpty()
                ? DSL.noCondition()
                : DSL.lower(column).like("%" + DSL.escape(text.toLowerCase(Locale.ROOT), '!') + "%", '!');
    }

    /// Is the column's value one of these? All of them are handed over as one value, so that thousands cost no more to
    /// write the statement than one.
    static <T> Condition among(DSLContext sql, Field<T> column, Collection<? extends T> values) {
        var converter = column.getConverter();
        var stored = values.stream().map(value -> (String) converter.to(value)).toList();
        return isPostgres(sql)
                ? DSL.condition("{0} = ANY ({1})", column, DSL.val(stored.toArray(String[]::new)))
                : DSL.condition("{0} IN (SELECT value FROM json_each({1}))", column, DSL.val(json(stored)));
    }

    private static String json(Collection<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    static boolean isPostgres(DSLContext sql) {
        return sql.dialect() == SQLDialect.POSTGRES;
    }

    /// Keeps what is found as it is until the transaction ends, when it may be written back: on PostgreSQL others would
    /// change it meanwhile, and be overwritten. SQLite lets one write at a time.
    static ResultQuery<? extends Record> held(DSLContext sql, boolean writing, SelectForUpdateStep<?> query) {
        return writing && isPostgres(sql) ? query.forNoKeyUpdate() : query;
    }

    /// The same column of a table that goes by another name in this query.
    static <T> Field<T> within(String alias, Field<T> column) {
        return DSL.field(DSL.name(alias, column.getName()), column.getDataType());
    }

    /// PostgreSQL keeps no NUL: refused here for every column there is.
    private static String storable(String text) {
        if (text.indexOf(0) >= 0) {
            throw unkept();
        }
        return whole(text);
    }

    /// Nobody keeps half a character.
    static String whole(String text) {
        if (hasHalf(text)) {
            throw unkept();
        }
        return text;
    }

    private static boolean hasHalf(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
            }
        }
        return false;
    }

    private static Refused unkept() {
        return new Refused.Invalid("", "This holds a character that can't be kept; please type it anew.");
    }

    /// For words of other machines, which must not be refused: what can't be kept becomes the replacement character.
    static String cleaned(String text) {
        if (text.indexOf(0) < 0 && !hasHalf(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static Long milliseconds(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException tooFar) {
            throw new Refused.Invalid("", "This time lies too far away.");
        }
    }
}
