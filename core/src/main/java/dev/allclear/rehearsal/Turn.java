package dev.allclear.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// What happens in a rehearsed outage, one after another, whoever speaks of it or not.
public enum Turn {
    REPORTED(0),
    FOUND(40),
    MENDED(120),
    HELD(200);

    private static final int WHOLE = 100;

    private final int percent;

    Turn(int percent) {
        this.percent = percent;
    }

    /// When it happens, in the time of the rehearsal: with the cadence of its severity, so that a promise comes due
    /// before the end.
    public Instant at(Instant startedAt, Duration cadence) {
        return startedAt.plus(cadence.multipliedBy(percent).dividedBy(WHOLE));
    }

    /// What has happened by then.
    public static List<Turn> until(Instant now, Instant startedAt, Duration cadence) {
        return Arrays.stream(values())
                .filter(turn -> !turn.at(startedAt, cadence).isAfter(now))
                .toList();
    }
}
