package dev.allclear.policy;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;

/// What we owe customers once an incident is over.
public final class Duty {

    private Duty() {}

    /// A resolved incident owes its post-incident report where the policy says so.
    public static boolean owesReport(Incident incident, SeverityPolicy policy) {
        return incident.phase() instanceof Phase.Resolved
                && !incident.backfilled()
                && policy.of(incident.severity()).report().isPresent();
    }
}
