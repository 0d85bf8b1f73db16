package dev.allclear.edge.live;

import io.vertx.core.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The readers of one page on one event loop. All but `each` is for the loop's own thread.
final class Loop {

    private final Context context;
    private final Set<Reader> readers = new HashSet<>();

    Loop(Context context) {
        this.context = context;
    }

    void add(Reader reader) {
        readers.add(reader);
    }

    void remove(Reader reader) {
        readers.remove(reader);
    }

    /// From any thread; calls come in the order in which they were made.
    void each(Consumer<Reader> action) {
        // A copy, since whoever is let go leaves the set at once.
        context.runOnContext(_ -> List.copyOf(readers).forEach(action));
    }
}
