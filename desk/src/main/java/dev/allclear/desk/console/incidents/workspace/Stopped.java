package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.audience.Choice;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.console.Words;
import dev.allclear.incident.Incident;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Optional;

/// What stopping the mails of an update has done.
///
/// @param update whose mails they were
/// @param words `Nobody was mailed; 12 people would have been.`
/// @param announcement its path, to see who got it all the same
public record Stopped(String update, String words, String announcement) {

    /// Of the latest update whose mails were stopped.
    static Optional<Stopped> of(Tx tx, Incident incident, List<Told> timeline, SeverityPolicy policy) {
        return timeline.stream()
                .filter(told -> told.progress().filter(Progress::stopped).isPresent())
                .findFirst()
                .map(told -> new Stopped(
                        told.id(), words(tx, incident, told.progress().orElseThrow(), policy), told.announcement()));
    }

    private static String words(Tx tx, Incident incident, Progress progress, SeverityPolicy policy) {
        var tally = progress.tally();
        if (tally.all() > 0) {
            return Words.count(tally.reached(), "mail", "mails") + " had left; "
                    + Words.count(tally.failed() + tally.waiting(), "is", "are") + " not sent.";
        }
        var reach = Reach.of(
                tx,
                incident.page(),
                Choice.Kind.INCIDENTS,
                incident.everAffected(),
                Optional.of(incident.id().value()),
                policy.of(incident.severity()).audience());
        return "Nobody was mailed; " + (reach.atMost() ? "up to " : "") + Words.count(reach.count(), "person", "people")
                + " would have been.";
    }
}
