package dev.allclear.delivery;

import java.time.Duration;

/// How long after an announcement something happened, in steps of which each is a twentieth longer than the one before:
/// fine enough to say when half of all were told, and so few that a day has about two hundred.
public final class Elapsed {

    private static final double FACTOR = 1.05;
    private static final double SHORTEST_MILLIS = 100;

    private Elapsed() {}

    public static long step(Duration elapsed) {
        return Math.round(Math.log1p(Math.max(0, elapsed.toMillis()) / SHORTEST_MILLIS) / Math.log(FACTOR));
    }

    /// The middle of a step.
    public static Duration of(long step) {
        return Duration.ofMillis(Math.round(Math.expm1(step * Math.log(FACTOR)) * SHORTEST_MILLIS));
    }
}
