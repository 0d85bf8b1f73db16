package dev.allclear.edge.live;

import java.time.Duration;

/// How many open pages we bear, and how often each hears from us.
///
/// @param inAll connections at once; more are refused, and those pages poll instead
/// @param perAddress connections of one client address at once; a whole company may sit behind one
/// @param beat how often a silent connection is told that all is still true
public record LiveLimits(int inAll, int perAddress, Duration beat) {

    public static final LiveLimits DEFAULT = new LiveLimits(20_000, 500, Duration.ofSeconds(15));
}
