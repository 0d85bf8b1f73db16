package dev.allclear.policy;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;

/// What we owe customers once an incident is over.
public final class Duty {

    private Duty() {}

    /// A resolved incident that really hurt owes its post-incident report.
    public static boolean owesReport(Incident incident) {
        return incident.phase() instanceof Phase.Resolved
                && !incident.backfilled()
                && incident.severity().compareTo(Severity.MAJOR) >= 0;
    }
}
