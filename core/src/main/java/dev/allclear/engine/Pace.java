package dev.allclear.engine;

import dev.allclear.transaction.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Keeps to what a provider takes in a second, together with all other nodes: each reserves places for half a second at
/// a time, and lets its letters go when their place has come.
final class Pace {

    private static final double SECONDS_AHEAD = 0.5;

    private final Store store;
    private final InstantSource clock;
    private final LongSupplier steady;
    private final String provider;
    private final Duration apart;
    private final int ahead;
    private long next;
    private int left;

    /// @param perSecond how many letters
    Pace(Store store, InstantSource clock, LongSupplier steady, String provider, double perSecond) {
        this.store = store;
        this.clock = clock;
        this.steady = steady;
        this.provider = provider;
        this.apart = Duration.ofNanos((long) (1e9 / perSecond));
        this.ahead = Math.max(1, (int) (perSecond * SECONDS_AHEAD));
    }

    /// Takes a place.
    ///
    /// @return how long until it has come
    synchronized Duration place() {
        if (left == 0) {
            var first = store.inTransaction(tx -> tx.paces().reserve(provider, ahead, apart, clock.instant()));
            next = steady.getAsLong() + first.toNanos();
            left = ahead;
        }
        left--;
        var wait = Duration.ofNanos(Math.max(0, next - steady.getAsLong()));
        next += apart.toNanos();
        return wait;
    }
}
