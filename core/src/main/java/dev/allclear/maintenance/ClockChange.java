package dev.allclear.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// That the clocks of a zone go forward or back.
///
/// @param by how far; negative when they go back
public record ClockChange(Instant at, Duration by, ZoneId zone) {

    static ClockChange of(ZoneOffsetTransition change, ZoneId zone) {
        return new ClockChange(change.getInstant(), change.getDuration(), zone);
    }

    /// Those that make a clock on the wall tell another length than the true one.
    ///
    /// @param to counts: what ends as the clocks are changed is told by the new time
    public static List<ClockChange> between(Instant from, Instant to, ZoneId zone) {
        var rules = zone.getRules();
        return Stream.iterate(
                        rules.nextTransition(from),
                        change -> change != null && !change.getInstant().isAfter(to),
                        change -> rules.nextTransition(change.getInstant()))
                .filter(Objects::nonNull)
                .filter(change -> !change.getDuration().isZero())
                .map(change -> of(change, zone))
                .toList();
    }

    public boolean isForward() {
        return !by.isNegative();
    }
}
