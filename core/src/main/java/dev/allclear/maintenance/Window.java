package dev.allclear.maintenance;

import dev.allclear.Refused;
import java.time.Duration;
import java.time.Instant;

/// From when to when the work is planned; `end` is exclusive.
public record Window(Instant start, Instant end) {
    public Window {
        if (!start.isBefore(end)) {
            throw new Refused.Invalid("end", "The work must end after it starts.");
        }
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public Instant halfTime() {
        return start.plus(length().dividedBy(2));
    }
}
