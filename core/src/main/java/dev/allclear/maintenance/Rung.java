package dev.allclear.maintenance;

import dev.allclear.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// One step of the ladder of reminders: how long before the start everybody is reminded.
///
/// Days are days of the calendar, so that who is told on Monday at nine hears of Tuesday at nine, whatever the clocks
/// do in the night between; hours are hours.
public record Rung(Duration ahead) implements Comparable<Rung> {

    private static final Duration LEAST = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofDays(90);

    public Rung {
        if (ahead.compareTo(LEAST) < 0 || ahead.compareTo(MOST) > 0) {
            throw new Refused.Invalid("rungs", "A reminder comes from 5 minutes to 90 days before the start.");
        }
    }

    /// When it is due for work that starts then.
    public Instant due(Instant start, ZoneId zone) {
        if (!isOfDays()) {
            return start.minus(ahead);
        }
        // Of an hour that comes twice the first is meant, of one that never comes the one after.
        return start.atZone(zone)
                .toLocalDateTime()
                .minusDays(ahead.toDays())
                .atZone(zone)
                .toInstant();
    }

    private boolean isOfDays() {
        return ahead.equals(Duration.ofDays(ahead.toDays()));
    }

    /// The longest first.
    @Override
    public int compareTo(Rung other) {
        return other.ahead.compareTo(ahead);
    }
}
