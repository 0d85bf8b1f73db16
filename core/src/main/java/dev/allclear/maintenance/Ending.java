package dev.allclear.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// That running work comes near its planned end while nobody has said what becomes of it. Work that ends by itself asks
/// nobody.
///
/// @param from when people begin to be asked
/// @param end as planned; past it the work is over its time
public record Ending(Instant from, Instant end) {

    /// Enough to tell customers before the end passes.
    private static final Duration AHEAD = Duration.ofMinutes(15);

    public static Optional<Ending> of(Maintenance work) {
        return work.phase() instanceof Maintenance.Phase.Running
                        && !work.details().byItself()
                ? Optional.of(new Ending(
                        work.window().end().minus(AHEAD), work.window().end()))
                : Optional.empty();
    }

    public boolean asks(Instant now) {
        return !now.isBefore(from);
    }
}
