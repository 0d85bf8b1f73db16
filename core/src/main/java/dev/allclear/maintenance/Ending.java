package dev.allclear.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// That a planned time comes near, or passes, while nobody has said what becomes of the work: its end while it runs,
/// its start before. Work that goes by itself asks nobody.
///
/// @param from when people begin to be asked
/// @param at the time as planned; past it the work is late
/// @param begins whether it is the start
public record Ending(Instant from, Instant at, boolean begins) {

    /// Enough to tell customers before the end passes.
    private static final Duration AHEAD = Duration.ofMinutes(15);

    public static Optional<Ending> of(Maintenance work) {
        if (work.details().byItself()) {
            return Optional.empty();
        }
        var window = work.window();
        return switch (work.phase()) {
            case Maintenance.Phase.Scheduled _ -> Optional.of(new Ending(window.start(), window.start(), true));
            case Maintenance.Phase.Running _ ->
                Optional.of(new Ending(window.end().minus(AHEAD), window.end(), false));
            case Maintenance.Phase.Completed _, Maintenance.Phase.Cancelled _ -> Optional.empty();
        };
    }

    public boolean asks(Instant now) {
        return !now.isBefore(from);
    }
}
