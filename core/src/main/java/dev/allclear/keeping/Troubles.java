package dev.allclear.keeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /// Looks at each, whatever goes wrong about the others.
    ///
    /// @return the soonest of what falls due next
    /// @throws RuntimeException the first thing that went wrong, after everything else was looked at
    static <T> Optional<Instant> soonest(List<T> all, Function<T, Optional<Instant>> look) {
        var troubles = new Troubles();
        var next = all.stream()
                .flatMap(one -> troubles.held(() -> look.apply(one)).stream())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        troubles.letOut();
        return next;
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
