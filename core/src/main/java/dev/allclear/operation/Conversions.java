package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
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
import java.time.Instant;
import java.time.InstantSource;

/// What turns into something else: an outage whose rest is planned work, and work that goes wrong. The one that ends is
/// closed without a word of its own to subscribers, for whoever heard of it hears of the one that follows.
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

    /// What still is open of the incident ends, and goes on as the work.
    void mends(Tx tx, IncidentId id, Maintenance work, Instant now, Actor actor) {
        var stored = tx.incidents().find(work.page(), id).orElseThrow(() -> new Refused.NotFound("incident"));
        var incident = stored.value();
        if (!incident.isOpen()) {
            return;
        }
        if (tx.policies().of(work.page()).value().approval(incident) == Approval.SECOND_PERSON) {
            throw new Refused.Invalid(
                    "mends",
                    "The policy asks for a second person to end this incident: give its all-clear first, then plan the work.");
        }
        var page = tx.pages().find(work.page()).map(Stored::value).orElseThrow(() -> new Refused.NotFound("page"));
        var words = new Words(new UpdateId(entropy.id()), text(page, work), now, actor.name());
        var closed = incident.resolve(words, now);
        tx.incidents().save(closed, stored.version());
        telling.shown(
                tx,
                closed,
                stored.version() + 1,
                "incident.became-maintenance",
                work.id().value(),
                actor);
    }

    private static String text(Page page, Maintenance work) {
        return Languages.phrases(page.language()).get("work.mends-incident", "title", work.title());
    }
}
