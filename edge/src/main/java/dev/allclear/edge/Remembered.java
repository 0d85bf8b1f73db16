package dev.allclear.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Things as they were made last, each with what it was made from: as long as that is equal, so is the thing.
public final class Remembered<T> {

    private final Map<String, Known<T>> known = new ConcurrentHashMap<>();

    private record Known<T>(Object from, T made) {}

    /// @param key one per thing, over all pages
    /// @param from everything that it depends on, comparable by value
    public T of(String key, Object from, Supplier<T> making) {
        var before = known.get(key);
        if (before != null && before.from().equals(from)) {
            return before.made();
        }
        var made = making.get();
        known.put(key, new Known<>(from, made));
        return made;
    }
}
