package dev.allclear.maintenance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// A time as somebody typed it that falls into a change of the clocks.
public sealed interface OddTime {

    LocalDateTime typed();

    ClockChange change();

    /// It never comes, because the clocks go forward past it.
    ///
    /// @param meant as much later as the clocks go forward
    record Skipped(LocalDateTime typed, ClockChange change, Instant meant) implements OddTime {}

    /// It comes twice, because the clocks go back.
    ///
    /// @param meant the first
    record Twice(LocalDateTime typed, ClockChange change, Instant meant, Instant again) implements OddTime {}

    /// @return empty for a time that comes once, as nearly all do
    static Optional<OddTime> of(LocalDateTime typed, ZoneId zone) {
        var transition = zone.getRules().getTransition(typed);
        if (transition == null) {
            return Optional.empty();
        }
        var change = ClockChange.of(transition, zone);
        return Optional.of(
                transition.isGap()
                        ? new Skipped(typed, change, instant(typed, transition.getOffsetBefore()))
                        : new Twice(
                                typed,
                                change,
                                instant(typed, transition.getOffsetBefore()),
                                instant(typed, transition.getOffsetAfter())));
    }

    private static Instant instant(LocalDateTime typed, ZoneOffset offset) {
        return typed.toInstant(offset);
    }
}
