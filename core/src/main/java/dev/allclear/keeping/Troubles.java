package dev.allclear.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Holds back what goes wrong until everything else is done, and forgets none of it.
final class Troubles {

    private final List<RuntimeException> held = new ArrayList<>();

    /// @return empty if it went wrong
    <T> Optional<T> held(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException trouble) {
            held.add(trouble);
            return Optional.empty();
        }
    }

    /// @throws RuntimeException the first of them, the others along with it
    void letOut() {
        if (!held.isEmpty()) {
            var first = held.getFirst();
            held.stream().skip(1).distinct().forEach(first::addSuppressed);
            throw first;
        }
    }
}
