package dev.allclear.policy;

import dev.allclear.Refused;
import dev.allclear.incident.Stage;
import java.time.Duration;

/// How often we speak while an incident is open, by how far we are.
public record Cadence(Duration investigating, Duration identified, Duration monitoring) {

    private static final Duration LEAST = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofDays(2);

    public Cadence {
        within("investigating", investigating);
        within("identified", identified);
        within("monitoring", monitoring);
    }

    private static void within(String field, Duration wait) {
        if (wait.compareTo(LEAST) < 0 || wait.compareTo(MOST) > 0) {
            throw new Refused.Invalid(
                    field, "Promise an update every 5 minutes at the soonest, every 2 days at the latest.");
        }
    }

    public Duration of(Stage stage) {
        return switch (stage) {
            case INVESTIGATING -> investigating;
            case IDENTIFIED -> identified;
            case MONITORING -> monitoring;
        };
    }
}
