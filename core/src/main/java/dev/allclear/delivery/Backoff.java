package dev.allclear.delivery;

import java.time.Duration;
import java.util.Optional;

/// When to try again: doubling from half a minute to an hour, each anywhere between half and the whole of it, so that a
/// provider that comes back is not met by everybody at once.
public record Backoff(Duration first, Duration most, int attempts) {

    /// About ten hours in all, then it has failed.
    public static final Backoff USUAL = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1), 16);

    /// @param attempt the one that just failed, from 1
    /// @param fraction chance, from 0 to 1
    /// @return how long to wait; empty when it was the last try
    public Optional<Duration> after(int attempt, double fraction) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        var doubled = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        var whole = doubled.compareTo(most) < 0 ? doubled : most;
        return Optional.of(Duration.ofMillis((long) (whole.toMillis() * (0.5 + fraction / 2))));
    }
}
