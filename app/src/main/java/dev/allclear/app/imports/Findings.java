package dev.allclear.app.imports;

import java.util.ArrayList;
import java.util.List;

/// Collects what an importer comes across, in the order in which it does.
public final class Findings {

    private final List<Finding> all = new ArrayList<>();

    public void add(Finding.Kind kind, String file, int line, String text) {
        all.add(new Finding(kind, file, line, text));
    }

    /// For everything that is said about one file.
    public OfFile in(String file) {
        return (kind, line, text) -> add(kind, file, line, text);
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }

    /// Takes findings about one file.
    public interface OfFile {
        void add(Finding.Kind kind, int line, String text);
    }
}
