package dev.allclear.edge;

import java.time.Duration;
import java.time.Instant;

/// When we last made sure of what we show, by two clocks: the wall's, which knows of a machine that slept, and the
/// machine's own, which nobody can set back. The page is held to be current only while both agree.
///
/// @param nanos by the machine's clock, when the confirmation came in
record Confirmation(Instant at, long nanos) {

    boolean holds(long nowMillis, long nowNanos, Duration limit) {
        return nowMillis - at.toEpochMilli() <= limit.toMillis() && nowNanos - nanos <= limit.toNanos();
    }
}
