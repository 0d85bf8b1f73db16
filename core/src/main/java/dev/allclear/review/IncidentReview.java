package dev.allclear.review;

import dev.allclear.incident.Correction;
import dev.allclear.incident.Incident;
import dev.allclear.promise.FirstWord;
import dev.allclear.promise.OwedReport;
import dev.allclear.promise.Promise;
import dev.allclear.promise.Reminder;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How one incident was handled: how soon we spoke, which promises we kept, whom we reached, and what was put right or
/// gone past.
///
/// @param promises of next updates, oldest first
/// @param report empty where none is owed
/// @param overridden oldest first
/// @param reminders who was called, oldest first
public record IncidentReview(
        Incident incident,
        FirstWord firstWord,
        List<Promise> promises,
        Optional<OwedReport> report,
        List<Reached> reached,
        List<Overridden> overridden,
        List<Reminder> reminders) {

    /// Measured by the policy of today.
    public static IncidentReview of(Tx tx, Incident incident, Instant now) {
        var page = incident.page();
        var policy = tx.policies().of(page).value();
        return new IncidentReview(
                incident,
                FirstWord.of(incident, policy),
                Promise.of(incident, now),
                OwedReport.of(incident, policy),
                Reached.of(tx.outbox().of(page, incident.id().value())),
                Overridden.of(tx, incident),
                tx.reminders().of(page, incident.id()));
    }

    public long kept() {
        return promises.stream().filter(Promise::isKept).count();
    }

    public long missed() {
        return promises.stream().filter(Promise::isMissed).count();
    }

    /// Words that were wrong, and put right.
    public List<Correction> corrections() {
        return incident.updates().stream()
                .flatMap(update -> update.corrections().stream())
                .toList();
    }
}
