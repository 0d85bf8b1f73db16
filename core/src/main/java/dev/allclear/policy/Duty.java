package dev.allclear.policy;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import java.time.Duration;

/// What we owe customers once an incident is over.
public final class Duty {

    /// After that long nobody writes a report any more, and nobody is reminded of it.
    public static final Duration FORGOTTEN = Duration.ofDays(150);

    private Duty() {}

    /// A resolved incident owes its post-incident report where the policy says so.
    public static boolean owesReport(Incident incident, SeverityPolicy policy) {
        return incident.phase() instanceof Phase.Resolved
                && !incident.backfilled()
                && policy.of(incident.severity()).report().isPresent();
    }
}
