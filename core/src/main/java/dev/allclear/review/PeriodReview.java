package dev.allclear.review;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.promise.FirstWord;
import dev.allclear.promise.Kept;
import dev.allclear.promise.Promise;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How we kept what we promise over some time, severity by severity, the gravest first.
public record PeriodReview(Instant from, Instant to, Row all, List<Row> bySeverity) {

    /// @param severity empty for all of them
    /// @param usualFirstWord the median of how long the first word took; empty without incidents
    /// @param missed incidents of which a promise was broken, newest first
    public record Row(
            Optional<Severity> severity,
            int incidents,
            Kept kept,
            Optional<Duration> usualFirstWord,
            List<Incident> missed) {}

    /// Of incidents that began since then. What was entered later or withdrawn promised nothing.
    public static PeriodReview of(Tx tx, PageId page, Instant from, Instant now) {
        var policy = tx.policies().of(page).value();
        var incidents = tx.incidents().since(page, from).stream()
                .map(Stored::value)
                .filter(incident -> !incident.backfilled() && !(incident.phase() instanceof Phase.Withdrawn))
                .filter(incident -> !incident.startedAt().isBefore(from))
                .toList();
        var rows = Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(severity -> row(
                        Optional.of(severity),
                        incidents.stream()
                                .filter(incident -> incident.severity() == severity)
                                .toList(),
                        policy,
                        now))
                .toList();
        return new PeriodReview(from, now, row(Optional.empty(), incidents, policy, now), rows);
    }

    private static Row row(Optional<Severity> severity, List<Incident> incidents, SeverityPolicy policy, Instant now) {
        return new Row(
                severity,
                incidents.size(),
                Kept.of(incidents, policy, now),
                median(incidents.stream()
                        .map(incident -> FirstWord.of(incident, policy).after())
                        .sorted()
                        .toList()),
                incidents.stream()
                        .filter(incident -> isMissed(incident, policy, now))
                        .toList());
    }

    private static boolean isMissed(Incident incident, SeverityPolicy policy, Instant now) {
        return !FirstWord.of(incident, policy).isInTime()
                || Promise.of(incident, now).stream().anyMatch(Promise::isMissed);
    }

    private static Optional<Duration> median(List<Duration> sorted) {
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
