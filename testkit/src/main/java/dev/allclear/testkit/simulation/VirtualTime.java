package dev.allclear.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/// Time that goes by as fast as what happens in it is played: a clock on the wall, which may be set, a steady one, and
/// what is to happen when.
final class VirtualTime implements InstantSource, LongSupplier {

    private record Event(long at, long number, Runnable what) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final Instant begin;
    private long steady;
    private long number;
    private Duration set = Duration.ZERO;

    VirtualTime(Instant begin) {
        this.begin = begin;
    }

    /// The clock on the wall, in milliseconds.
    @Override
    public Instant instant() {
        return begin.plus(set).plusMillis(steady / 1_000_000);
    }

    @Override
    public long getAsLong() {
        return steady;
    }

    /// Somebody sets the clock on the wall.
    void step(Duration by) {
        set = set.plus(by);
    }

    void after(Duration wait, Runnable what) {
        events.add(new Event(steady + wait.toNanos(), number++, what));
    }

    Duration elapsed() {
        return Duration.ofNanos(steady);
    }

    /// Lets everything happen that is due until then.
    void runUntil(Duration end) {
        while (!events.isEmpty() && events.peek().at() <= end.toNanos()) {
            var event = events.poll();
            steady = Math.max(steady, event.at());
            event.what().run();
        }
        steady = Math.max(steady, end.toNanos());
    }
}
