package dev.allclear.rehearsal;

import java.time.Duration;
import java.util.Locale;

/// How fast the rehearsed outage goes by. Until the first message it is always as fast as in earnest, since nobody
/// types faster for practice.
public enum Pace {
    REAL(1),
    BRISK(5),
    FAST(20);

    private final int times;

    Pace(int times) {
        this.times = times;
    }

    public int times() {
        return times;
    }

    /// As long as it seems to those who rehearse.
    Duration played(Duration real) {
        return real.multipliedBy(times);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
