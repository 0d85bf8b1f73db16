package dev.allclear.engine;

import java.time.Duration;

/// Leaves alone what does not work at the moment: a pause that doubles from one second to a minute, then a single try.
/// Not safe for use by several threads at once.
final class Breaker {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private int failures;
    private long failedAt;
    private long closedUntil;
    private boolean trying;

    /// Whether something may be tried now. Whoever is let through after a pause is alone until it is known how it went.
    boolean letsThrough(long steady) {
        if (failures == 0) {
            return true;
        }
        if (trying || steady - closedUntil < 0) {
            return false;
        }
        trying = true;
        return true;
    }

    /// Until when nothing is let through, by the steady clock.
    long closedUntil() {
        return closedUntil;
    }

    /// Whoever was let through did not try after all.
    void release() {
        trying = false;
    }

    void worked() {
        failures = 0;
        trying = false;
    }

    /// @param begun when it was tried: what was begun before the last failure says nothing new
    /// @param asked how long to leave it alone, as the other side says; zero where it says nothing
    /// @param fraction chance, from 0 to 1, so that nodes don't come back together
    void failed(long begun, long steady, Duration asked, double fraction) {
        if (failures == 0 || trying || begun - failedAt > 0) {
            failures = Math.min(failures + 1, 30);
            failedAt = steady;
            trying = false;
            var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
            var pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
            var own = (long) (pause.toNanos() * (0.5 + fraction / 2));
            closedUntil = steady + Math.max(own, asked.toNanos());
        }
    }
}
