package dev.allclear.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Files as they were rendered last, each with what it was rendered from: as long as that is equal, so is the file.
public final class Remembered {

    private final Map<String, Known> files = new ConcurrentHashMap<>();

    private record Known(Object from, SiteFile file) {}

    /// @param key one per file, over all pages
    /// @param from everything that the file depends on, comparable by value
    public SiteFile file(String key, Object from, Supplier<SiteFile> rendering) {
        var before = files.get(key);
        if (before != null && before.from().equals(from)) {
            return before.file();
        }
        var file = rendering.get();
        files.put(key, new Known(from, file));
        return file;
    }
}
