package dev.allclear.delivery;

import java.time.Duration;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// How fast an announcement reached people, as exactly as `Elapsed` has it.
///
/// @param accepted how many were taken over by the other side, by how long that was after the announcement
/// @param portions into how many portions it was cut so far
public record Pace(NavigableMap<Duration, Long> accepted, long portions) {

    /// Half a step of `Elapsed`: what happened within a step did so no later than this many times its middle.
    private static final double EDGE = 1.025;

    public Pace {
        accepted = Collections.unmodifiableNavigableMap(new TreeMap<>(accepted));
    }

    /// After how long that part of them had it.
    ///
    /// @param part 0.5 for half of them
    /// @param of how many they are
    /// @return empty when it has not come so far
    public Optional<Duration> until(double part, long of) {
        var wanted = Math.max(1, (long) Math.ceil(part * of));
        var sum = 0L;
        for (var step : accepted.entrySet()) {
            sum += step.getValue();
            if (sum >= wanted) {
                return Optional.of(step.getKey());
            }
        }
        return Optional.empty();
    }

    /// When the last one was accepted, at the latest.
    public Optional<Duration> last() {
        return accepted.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(accepted.lastKey().toMillis() * EDGE)));
    }

    /// How many a second, in the time before.
    ///
    /// @param elapsed since the announcement
    public double perSecond(Duration elapsed, Duration window) {
        var counted = accepted.tailMap(elapsed.minus(window), false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return counted * 1000.0 / Math.max(1000, window.toMillis());
    }
}
