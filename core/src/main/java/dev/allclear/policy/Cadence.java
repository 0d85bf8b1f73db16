package dev.allclear.policy;

import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import java.time.Duration;

/// How often we promise to speak while an incident is open.
public record Cadence(Duration critical, Duration major, Duration minor, Duration notice) {

    /// Atlassian advises every 30 minutes, GitLab 10 to 60 by severity; while only watching, half as often will do.
    public static final Cadence USUAL = new Cadence(
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60), Duration.ofMinutes(240));

    public Duration of(Severity severity, Stage stage) {
        var busy = switch (severity) {
            case CRITICAL -> critical;
            case MAJOR -> major;
            case MINOR -> minor;
            case NOTICE -> notice;
        };
        return stage == Stage.MONITORING ? busy.multipliedBy(2) : busy;
    }
}
