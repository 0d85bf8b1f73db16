package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.language.Languages;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.page.Page;
import dev.allclear.people.Actor;
import dev.allclear.policy.Approval;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Times;
import java.time.Instant;
import java.time.InstantSource;

/// What turns into something else: an outage whose rest is planned work, and work that goes wrong. Whoever heard of the
/// one hears of the other, once.
final class Conversions {

    private final Telling telling;
    private final Works works;
    private final Entropy entropy;

    Conversions(Store store, InstantSource clock, Entropy entropy) {
        this.telling = new Telling(clock, entropy);
        this.works = new Works(store, clock, entropy);
        this.entropy = entropy;
    }

    /// The work ends, and goes on as the incident.
    void becomes(Tx tx, MaintenanceId id, Incident incident, Actor actor) {
        var stored = Works.find(tx, incident.page(), id);
        var at = incident.latest().at();
        var next = stored.value().become(incident.id(), works.notice(), at, actor.name());
        Works.save(tx, stored, next);
        works.kept(tx, next, stored.version() + 1, "maintenance.became-incident", actor);
    }

    /// Whether announcing work that mends the incident ends it: only while it is watched, when service is back and the
    /// rest is what the work is for. Otherwise both go on, linked.
    boolean ends(Tx tx, PageId page, IncidentId id) {
        var incident = find(tx, page, id).value();
        var isWatched = incident.phase() instanceof Phase.Open(var stage, var _) && stage == Stage.MONITORING;
        if (isWatched && tx.policies().of(page).value().approval(incident) == Approval.SECOND_PERSON) {
            throw new Refused.Invalid(
                    "mends",
                    "The policy asks for a second person to end this incident: give its all-clear first, then plan the work.");
        }
        return isWatched;
    }

    /// Gives the all-clear to everybody who heard of the incident, with the work that follows.
    void end(Tx tx, IncidentId id, Maintenance work, Instant now, Actor actor) {
        var stored = find(tx, work.page(), id);
        var page = tx.pages().find(work.page()).map(Stored::value).orElseThrow(() -> new Refused.NotFound("page"));
        var words = new Words(new UpdateId(entropy.id()), text(page, work), now, actor.name());
        var closed = stored.value().resolve(words, now);
        tx.incidents().save(closed, stored.version());
        telling.published(
                tx,
                closed,
                stored.version() + 1,
                "incident.became-maintenance",
                work.id().value(),
                actor);
    }

    private static Stored<Incident> find(Tx tx, PageId page, IncidentId id) {
        return tx.incidents().find(page, id).orElseThrow(() -> new Refused.NotFound("incident"));
    }

    private static String text(Page page, Maintenance work) {
        var times = new Times(page.language(), page.zone());
        return Languages.phrases(page.language())
                .get(
                        "work.mends-incident",
                        "title",
                        work.title(),
                        "time",
                        times.full(work.window().start()));
    }
}
