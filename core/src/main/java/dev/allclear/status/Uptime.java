package dev.allclear.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How long something was in each state, to the millisecond.
///
/// Over several cells the times add up, so that a component down in one of three regions counts for a third.
public record Uptime(Map<State, Duration> time) {

    /// A major outage counts in full, a partial one for 30 %: the weights that readers know from Statuspage.
    private static final BigDecimal PARTIAL_WEIGHT = new BigDecimal("0.3");

    public static final Uptime NONE = new Uptime(Map.of());

    public Uptime {
        time = Map.copyOf(time);
    }

    /// The share of the timelines that lies between the two instants.
    public static Uptime between(List<Timeline> cells, Instant from, Instant until) {
        var time = new EnumMap<State, Duration>(State.class);
        for (var cell : cells) {
            for (var span : cell.spans()) {
                var start = span.from().isAfter(from) ? span.from() : from;
                var end = span.until().isBefore(until) ? span.until() : until;
                if (start.isBefore(end)) {
                    time.merge(span.state(), Duration.between(start, end), Duration::plus);
                }
            }
        }
        return new Uptime(time);
    }

    public Duration in(State state) {
        return time.getOrDefault(state, Duration.ZERO);
    }

    public boolean isEmpty() {
        return time.isEmpty();
    }

    public State worst() {
        return State.worst(time.keySet());
    }

    /// Percent with two places, from 0.00 to 100.00, rounded down: anything less than whole is never shown as 100.
    /// Maintenance and unknown time stand apart: they are neither up nor down. Without any known time it is 100.
    public BigDecimal percent() {
        var known = time.entrySet().stream()
                .filter(entry -> entry.getKey() != State.UNDER_MAINTENANCE && entry.getKey() != State.UNKNOWN)
                .mapToLong(entry -> entry.getValue().toMillis())
                .sum();
        if (known == 0) {
            return new BigDecimal("100.00");
        }
        var lost = BigDecimal.valueOf(in(State.MAJOR_OUTAGE).toMillis())
                .add(PARTIAL_WEIGHT.multiply(
                        BigDecimal.valueOf(in(State.PARTIAL_OUTAGE).toMillis())));
        return BigDecimal.valueOf(known)
                .subtract(lost)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(known), 2, RoundingMode.DOWN);
    }
}
