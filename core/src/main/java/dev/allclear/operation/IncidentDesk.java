package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
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
import dev.allclear.language.Languages;
import dev.allclear.page.Page;
import dev.allclear.people.Actor;
import dev.allclear.playbook.Leftovers;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.promise.Ownership;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
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
    private final Telling telling;
    private final Clearance clearance;
    private final Conversions conversions;

    public IncidentDesk(Store store, InstantSource clock, Entropy entropy) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.telling = new Telling(clock, entropy);
        this.clearance = new Clearance(telling, new Coached(clock, telling));
        this.conversions = new Conversions(store, clock, entropy);
    }

    public Stored<Incident> declare(PageId page, Declaration declaration, Actor actor) {
        return declare(page, declaration, Release.by(actor));
    }

    public Stored<Incident> declare(PageId page, Declaration declaration, Release release) {
        var actor = release.actor();
        return store.inTransaction(tx -> {
            mustExist(tx, page, declaration.areas());
            Unfilled.refuseIn(declaration.title(), declaration.facts());
            var words = words(declaration.text(), actor);
            var startedAt = declaration.startedAt().orElse(words.at());
            declaration.facts().estimate().ifPresent(estimate -> estimate.mustLieAfter(words.at()));
            var declared = Incident.declared(
                    new IncidentId(entropy.id()),
                    page,
                    declaration.title(),
                    declaration.severity(),
                    startedAt,
                    declaration.facts(),
                    declaration.areas(),
                    declaration.stage(),
                    words,
                    due(tx, page, declaration.nextUpdateDue(), declaration.severity(), declaration.stage(), startedAt));
            var incident = clearance.given(tx, declared, release);
            tx.incidents().add(incident);
            telling.byHand(tx, incident, release);
            // Who declares it answers for it, until somebody takes it over.
            tx.reminders().own(page, incident.id(), new Ownership(actor.account(), Optional.empty()));
            declaration.work().ifPresent(work -> conversions.becomes(tx, work, incident, actor));
            declaration.playbook().ifPresent(slug -> tx.playbooks().follow(page, incident.id(), slug));
            return telling.published(tx, incident, 1, "incident.declared", incident.title(), actor);
        });
    }

    public Stored<Incident> postUpdate(PageId page, IncidentId id, Word word, Optional<Long> seen, Actor actor) {
        return postUpdate(page, id, word, Release.by(actor).having(seen));
    }

    public Stored<Incident> postUpdate(PageId page, IncidentId id, Word word, Release release) {
        return change(page, id, "incident.updated", release, (tx, incident) -> {
            var areas = word.areas().orElse(incident.areas());
            mustExist(tx, page, areas);
            var words = words(word.text(), release.actor());
            return incident.post(
                    word.stage(),
                    words,
                    areas,
                    due(tx, page, word.nextUpdateDue(), incident.severity(), word.stage(), incident.startedAt()));
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
        return resolve(
                page,
                id,
                Resolution.saying(allClear, restoredAt),
                Release.by(actor).having(seen));
    }

    public Stored<Incident> resolve(PageId page, IncidentId id, Resolution resolution, Release release) {
        resolution.answers().ifPresent(Unfilled::refuseIn);
        return change(page, id, "incident.resolved", release, (tx, incident) -> {
            var restoredAt = resolution.restoredAt().orElseGet(clock::instant);
            var words = words(resolution.written(incident, known(tx, page), clock.instant()), release.actor());
            return incident.resolve(words, restoredAt, resolution.answers());
        });
    }

    public Stored<Incident> reopen(PageId page, IncidentId id, Word word, Optional<Long> seen, Actor actor) {
        return reopen(page, id, word, Release.by(actor).having(seen));
    }

    public Stored<Incident> reopen(PageId page, IncidentId id, Word word, Release release) {
        return change(page, id, "incident.reopened", release, (tx, incident) -> {
            var areas = word.areas().orElseGet(incident::lastAreas);
            mustExist(tx, page, areas);
            var words = words(word.text(), release.actor());
            return incident.reopen(
                    word.stage(),
                    words,
                    areas,
                    due(tx, page, word.nextUpdateDue(), incident.severity(), word.stage(), incident.startedAt()));
        });
    }

    public Stored<Incident> withdraw(
            PageId page, IncidentId id, Phase.Reason reason, String text, Optional<Long> seen, Actor actor) {
        return change(
                page,
                id,
                "incident.withdrawn",
                Release.by(actor).having(seen).with(new Consent.NotNeeded()),
                (_, incident) -> incident.withdraw(reason, words(text, actor)));
    }

    /// Publishes the post-incident report. The first time, everybody who follows the incident is told; a better version
    /// replaces it quietly.
    public Stored<Incident> report(PageId page, IncidentId id, Answers answers, Optional<Long> seen, Actor actor) {
        Unfilled.refuseIn(answers);
        return store.inTransaction(tx -> {
            var stored = find(tx, page, id, seen);
            var now = clock.instant();
            var next = stored.value()
                    .report(new Report(
                            answers.wentWrong(), answers.fixed(), answers.prevented(), answers.followUps(), now));
            tx.incidents().save(next, stored.version());
            if (stored.value().phase() instanceof Phase.Resolved) {
                telling.announce(tx, page, new Subject.OfReport(id), now, Duration.ZERO);
            }
            return telling.shown(tx, next, stored.version() + 1, "incident.reported", "", actor);
        });
    }

    /// Puts published words right. Readers of the page see that and why; nobody is mailed.
    public Stored<Incident> correct(
            PageId page, IncidentId id, UpdateId update, String right, String why, Optional<Long> seen, Actor actor) {
        Leftovers.refuse("text", right);
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
        Unfilled.refuseIn(revision);
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
                                revision.scope(),
                                revision.workaround(),
                                revision.doing(),
                                revision.cause(),
                                revision.fix(),
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
            var wait = policy(tx, page).of(past.severity()).cadence().investigating();
            var incident = Backfill.incident(page, past, actor, entropy, clock.instant(), wait);
            tx.incidents().add(incident);
            return telling.shown(tx, incident, 1, "incident.backfilled", incident.title(), actor);
        });
    }

    /// What one method does to the incident that it found.
    private interface Step {
        Incident take(Tx tx, Incident incident);
    }

    private Stored<Incident> change(PageId page, IncidentId id, String action, Release release, Step step) {
        return store.inTransaction(tx -> {
            var stored = find(tx, page, id, release.seen());
            var next = clearance.given(tx, step.take(tx, stored.value()), release);
            tx.incidents().save(next, stored.version());
            telling.byHand(tx, next, release);
            return telling.published(
                    tx, next, stored.version() + 1, action, next.latest().id().value(), release.actor());
        });
    }

    /// Says that there is no news, in the name of nobody: the policy allows it, and somebody should have spoken.
    public void hold(PageId page, IncidentId id) {
        store.inTransaction(tx -> {
            var stored = find(tx, page, id, Optional.empty());
            if (stored.value().phase() instanceof Phase.Open(var stage, var _)) {
                var text = Languages.phrases(known(tx, page).language()).get("holding.text");
                var words = words(text, Actor.SYSTEM);
                var due = policy(tx, page).nextUpdateDue(stored.value().severity(), stage, words.at());
                var next = stored.value().post(stage, words, stored.value().areas(), due);
                tx.incidents().save(next, stored.version());
                telling.published(
                        tx,
                        next,
                        stored.version() + 1,
                        "incident.held",
                        next.latest().id().value(),
                        Actor.SYSTEM);
            }
            return stored;
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
            return telling.shown(tx, next, stored.version() + 1, action, detail, actor);
        });
    }

    private static Page known(Tx tx, PageId id) {
        return tx.pages()
                .find(id)
                .orElseThrow(() -> new Refused.NotFound("page"))
                .value();
    }

    private static Stored<Incident> find(Tx tx, PageId page, IncidentId id, Optional<Long> seen) {
        var stored = tx.incidents().find(page, id).orElseThrow(() -> new Refused.NotFound("incident"));
        if (seen.isPresent() && seen.get() != stored.version()) {
            throw new Refused.ChangedMeanwhile("incident");
        }
        return stored;
    }

    private Words words(String text, Actor actor) {
        Leftovers.refuse("text", text);
        return new Words(new UpdateId(entropy.id()), text, clock.instant(), actor.name());
    }

    /// @param startedAt since when the incident goes on
    private Instant due(
            Tx tx, PageId page, Optional<Instant> asked, Severity severity, Stage stage, Instant startedAt) {
        var policy = policy(tx, page);
        var now = clock.instant();
        asked.ifPresent(due -> policy.allow(due, severity, stage, startedAt, now));
        return asked.orElseGet(() -> policy.nextUpdateDue(severity, stage, now));
    }

    private static SeverityPolicy policy(Tx tx, PageId page) {
        return tx.policies().of(page).value();
    }

    private static void mustExist(Tx tx, PageId page, Map<Area, State> areas) {
        if (areas.values().stream().anyMatch(state -> state == State.OPERATIONAL)) {
            throw new Refused.Invalid("areas", "What works is not affected: leave it out.");
        }
        tx.catalogues().of(page).value().mustHold("areas", areas.keySet());
    }
}
