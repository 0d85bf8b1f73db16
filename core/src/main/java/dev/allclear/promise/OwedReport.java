package dev.allclear.promise;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.policy.SeverityPolicy;
import java.time.Instant;
import java.util.Optional;

/// The post-incident report that the policy promises, and what became of it.
///
/// @param publishedAt empty while it is owed
public record OwedReport(Instant due, Optional<Instant> publishedAt) {

    /// @return empty where none is owed
    public static Optional<OwedReport> of(Incident incident, SeverityPolicy policy) {
        var within = policy.of(incident.severity()).report();
        if (within.isEmpty() || incident.resolvedAt().isEmpty() || incident.backfilled()) {
            return Optional.empty();
        }
        var due = incident.resolvedAt().get().plus(within.get());
        var publishedAt = incident.phase() instanceof Phase.PostIncident(var _, var report)
                ? Optional.of(report.publishedAt())
                : Optional.<Instant>empty();
        return Optional.of(new OwedReport(due, publishedAt));
    }

    public boolean isInTime(Instant now) {
        return !publishedAt.orElse(now).isAfter(due);
    }

    /// Whether it can be said yet if it was in time.
    public boolean isSettled(Instant now) {
        return publishedAt.isPresent() || now.isAfter(due);
    }
}
