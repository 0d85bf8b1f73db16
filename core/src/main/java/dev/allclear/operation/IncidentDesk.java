package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Report;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.people.Actor;
import dev.allclear.policy.Cadence;
import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.status.State;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The front door for incidents. Each method is one transaction: the change, its line in the journal and the
/// announcement of it are committed together or not at all.
///
/// `seen` is the version that the sender looked at; empty means whatever is there now.
public final class IncidentDesk {

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Cadence cadence;

    public IncidentDesk(Store store, InstantSource clock, Entropy entropy, Cadence cadence) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.cadence = cadence;
    }

    public Stored<Incident> declare(PageId page, Declaration declaration, Actor actor) {
        return store.inTransaction(tx -> {
            mustExist(tx, page, declaration.areas());
            var words = words(declaration.text(), actor);
            var incident = Incident.declared(
                    new IncidentId(entropy.id()),
                    page,
                    declaration.title(),
                    declaration.severity(),
                    declaration.startedAt().orElse(words.at()),
                    declaration.facts(),
                    declaration.areas(),
                    declaration.stage(),
                    words,
                    due(declaration.nextUpdateDue(), declaration.severity(), declaration.stage(), words.at()));
            tx.incidents().add(incident);
            return published(tx, incident, 1, "incident.declared", incident.title(), actor);
        });
    }

    public Stored<Incident> postUpdate(PageId page, IncidentId id, Word word, Optional<Long> seen, Actor actor) {
        return change(page, id, seen, "incident.updated", actor, (tx, incident) -> {
            var areas = word.areas().orElse(incident.areas());
            mustExist(tx, page, areas);
            var words = words(word.text(), actor);
            return incident.post(
                    word.stage(),
                    words,
                    areas,
                    due(word.nextUpdateDue(), incident.severity(), word.stage(), words.at()));
        });
    }

    /// @param restoredAt when service was back; empty for now
    public Stored<Incident> resolve(
            PageId page,
            IncidentId id,
            String allClear,
            Optional<Instant> restoredAt,
            Optional<Long> seen,
            Actor actor) {
        return change(page, id, seen, "incident.resolved", actor, (_, incident) -> {
            var words = words(allClear, actor);
            return incident.resolve(words, restoredAt.orElse(words.at()));
        });
    }

    public Stored<Incident> reopen(PageId page, IncidentId id, Word word, Optional<Long> seen, Actor actor) {
        return change(page, id, seen, "incident.reopened", actor, (tx, incident) -> {
            var areas = word.areas().orElseGet(() -> lastAreas(incident));
            mustExist(tx, page, areas);
            var words = words(word.text(), actor);
            return incident.reopen(
                    word.stage(),
                    words,
                    areas,
                    due(word.nextUpdateDue(), incident.severity(), word.stage(), words.at()));
        });
    }

    /// What was affected when it was last open.
    private static Map<Area, State> lastAreas(Incident incident) {
        return incident.updates().reversed().stream()
                .map(update -> update.areas())
                .filter(areas -> !areas.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    public Stored<Incident> withdraw(
            PageId page, IncidentId id, Phase.Reason reason, String text, Optional<Long> seen, Actor actor) {
        return change(
                page,
                id,
                seen,
                "incident.withdrawn",
                actor,
                (_, incident) -> incident.withdraw(reason, words(text, actor)));
    }

    /// Publishes the post-incident report. The first time, everybody who follows the incident is told; a better version
    /// replaces it quietly.
    public Stored<Incident> report(
            PageId page,
            IncidentId id,
            String wentWrong,
            String fixed,
            String prevented,
            Optional<Long> seen,
            Actor actor) {
        return store.inTransaction(tx -> {
            var stored = find(tx, page, id, seen);
            var now = clock.instant();
            var next = stored.value().report(new Report(wentWrong, fixed, prevented, now));
            tx.incidents().save(next, stored.version());
            if (stored.value().phase() instanceof Phase.Resolved) {
                announce(tx, page, new Subject.OfReport(id), now);
            }
            return shown(tx, next, stored.version() + 1, "incident.reported", "", actor);
        });
    }

    /// Puts published words right. Readers of the page see that and why; nobody is mailed.
    public Stored<Incident> correct(
            PageId page, IncidentId id, UpdateId update, String right, String why, Optional<Long> seen, Actor actor) {
        return quietly(
                page,
                id,
                seen,
                "update.corrected",
                update.value() + ": " + why,
                actor,
                incident -> incident.correct(update, right, why, clock.instant()));
    }

    public Stored<Incident> revise(PageId page, IncidentId id, Revision revision, Optional<Long> seen, Actor actor) {
        return quietly(
                page,
                id,
                seen,
                "incident.revised",
                revision.title(),
                actor,
                incident -> incident.revise(
                        revision.title(),
                        revision.severity(),
                        new Facts(
                                revision.impact(),
                                revision.workaround(),
                                revision.cause(),
                                revision.estimate().appliedTo(incident.facts().estimate(), clock.instant()))));
    }

    /// Enters an incident after the fact. Nobody is told; the history and the uptime know it from now on. One that is
    /// still open owes a word of ours as if it had been declared now.
    ///
    /// @return as stored; for an origin that is there already, what is there, unchanged
    public Stored<Incident> backfill(PageId page, PastIncident past, Actor actor) {
        return store.inTransaction(tx -> {
            var known = past.origin().flatMap(origin -> tx.incidents().findByOrigin(page, origin));
            if (known.isPresent()) {
                return known.get();
            }
            tx.catalogues().of(page).value().mustHold("areas", past.areas().keySet());
            var wait = cadence.of(past.severity(), Stage.INVESTIGATING);
            var incident = Backfill.incident(page, past, actor, entropy, clock.instant(), wait);
            tx.incidents().add(incident);
            return shown(tx, incident, 1, "incident.backfilled", incident.title(), actor);
        });
    }

    /// What one method does to the incident that it found.
    private interface Step {
        Incident take(Tx tx, Incident incident);
    }

    private Stored<Incident> change(
            PageId page, IncidentId id, Optional<Long> seen, String action, Actor actor, Step step) {
        return store.inTransaction(tx -> {
            var stored = find(tx, page, id, seen);
            var next = step.take(tx, stored.value());
            tx.incidents().save(next, stored.version());
            return published(
                    tx, next, stored.version() + 1, action, next.latest().id().value(), actor);
        });
    }

    private Stored<Incident> quietly(
            PageId page,
            IncidentId id,
            Optional<Long> seen,
            String action,
            String detail,
            Actor actor,
            UnaryOperator<Incident> step) {
        return store.inTransaction(tx -> {
            var stored = find(tx, page, id, seen);
            var next = step.apply(stored.value());
            tx.incidents().save(next, stored.version());
            return shown(tx, next, stored.version() + 1, action, detail, actor);
        });
    }

    private static Stored<Incident> find(Tx tx, PageId page, IncidentId id, Optional<Long> seen) {
        var stored = tx.incidents().find(page, id).orElseThrow(() -> new Refused.NotFound("incident"));
        if (seen.isPresent() && seen.get() != stored.version()) {
            throw new Refused.ChangedMeanwhile("incident");
        }
        return stored;
    }

    /// Same commit: we never announce what we failed to store, nor store what we failed to announce.
    private Stored<Incident> published(
            Tx tx, Incident incident, long version, String action, String detail, Actor actor) {
        var latest = incident.latest();
        announce(tx, incident.page(), new Subject.OfIncident(incident.id(), latest.id()), latest.at());
        return shown(tx, incident, version, action, detail, actor);
    }

    private Stored<Incident> shown(Tx tx, Incident incident, long version, String action, String detail, Actor actor) {
        tx.states().replace(incident.page(), Cause.incident(incident.id().value()), incident.stateChanges());
        tx.journal()
                .append(
                        incident.page(),
                        clock.instant(),
                        actor.name(),
                        action,
                        incident.id().value(),
                        detail);
        tx.publish(incident.page());
        return new Stored<>(incident, version);
    }

    private void announce(Tx tx, PageId page, Subject subject, Instant at) {
        tx.outbox().add(new Announcement(new AnnouncementId(entropy.id()), page, subject, at));
    }

    private Words words(String text, Actor actor) {
        return new Words(new UpdateId(entropy.id()), text, clock.instant(), actor.name());
    }

    private Instant due(Optional<Instant> asked, Severity severity, Stage stage, Instant now) {
        return asked.orElseGet(() -> now.plus(cadence.of(severity, stage)));
    }

    private static void mustExist(Tx tx, PageId page, Map<Area, State> areas) {
        if (areas.values().stream().anyMatch(state -> state == State.OPERATIONAL)) {
            throw new Refused.Invalid("areas", "What works is not affected: leave it out.");
        }
        tx.catalogues().of(page).value().mustHold("areas", areas.keySet());
    }
}
