package dev.allclear.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
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
}
