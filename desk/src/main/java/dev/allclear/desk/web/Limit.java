package dev.allclear.desk.web;

import dev.allclear.Refused;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// So many of something in a stretch of time, counted apart for each key. Memory is bounded: the keys that were
/// quiet for longest are forgotten first.
public final class Limit {

    private final int most;
    private final Duration per;
    private final TimeMeter meter;
    private final Map<String, Bucket> buckets;

    /// @param most as many at once, and that many again spread over `per`
    /// @param keys how many keys are remembered
    public Limit(int most, Duration per, int keys, InstantSource clock) {
        this.most = most;
        this.per = per;
        this.meter = new ClockMeter(clock);
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > keys;
            }
        };
    }

    /// Counts one.
    ///
    /// @throws Refused.TooMany when there were too many
    public void take(String key) {
        synchronized (buckets) {
            var probe = bucket(key).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw tooMany(probe.getNanosToWaitForRefill());
            }
        }
    }

    /// Looks whether there is room, without counting.
    public void mustHaveRoom(String key) {
        synchronized (buckets) {
            var probe = bucket(key).estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                throw tooMany(probe.getNanosToWaitForRefill());
            }
        }
    }

    private Bucket bucket(String key) {
        return buckets.computeIfAbsent(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    private static Refused tooMany(long nanos) {
        return new Refused.TooMany(
                "That was too often. Please wait a little and try again.",
                Duration.ofSeconds(nanos / 1_000_000_000 + 1));
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
