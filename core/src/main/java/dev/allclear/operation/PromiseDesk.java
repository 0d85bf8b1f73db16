package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.people.AccountId;
import dev.allclear.people.Actor;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.promise.Ownership;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The front door for what surrounds a word to customers: who owes the next one, what we hold ourselves to, and how a
/// wrong one is stopped or put right.
public final class PromiseDesk {

    private final Store store;
    private final InstantSource clock;
    private final Telling telling;

    public PromiseDesk(Store store, InstantSource clock, Entropy entropy) {
        this.store = store;
        this.clock = clock;
        this.telling = new Telling(clock, entropy);
    }

    /// Makes somebody answer for the incident from now on.
    public void own(PageId page, IncidentId id, AccountId owner, Actor actor) {
        store.inTransaction(tx -> {
            var incident = find(tx, page, id);
            var person =
                    tx.accounts().find(owner).filter(account -> account.roles().containsKey(page));
            if (person.isEmpty()) {
                throw new Refused.Invalid("owner", "Choose somebody who works on this page.");
            }
            var before = tx.reminders().ownership(page, id);
            tx.reminders().own(page, id, new Ownership(Optional.of(owner), before.taken()));
            telling.journal(tx, incident, "incident.owned", person.get().name(), actor);
            return incident;
        });
    }

    /// Somebody is on it: nobody else is called about the promise that is open now.
    public void take(PageId page, IncidentId id, AccountId person, Actor actor) {
        store.inTransaction(tx -> {
            var incident = find(tx, page, id);
            tx.reminders()
                    .own(
                            page,
                            id,
                            new Ownership(
                                    Optional.of(person),
                                    Optional.of(incident.latest().id())));
            telling.journal(tx, incident, "promise.taken", "", actor);
            return incident;
        });
    }

    /// Keeps held mails from ever being sent. The page stays as it is: put it right there.
    public void stop(PageId page, AnnouncementId announcement, Actor actor) {
        store.inTransaction(tx -> {
            var found = tx.outbox().find(page, announcement).orElseThrow(() -> new Refused.NotFound("announcement"));
            if (!tx.outbox().stop(page, announcement, clock.instant())) {
                throw new Refused.Conflict("It is too late to stop these mails: they are on their way.");
            }
            tx.journal()
                    .append(
                            page,
                            clock.instant(),
                            actor.name(),
                            "announcement.stopped",
                            found.subject().thread(),
                            announcement.value());
            return found;
        });
    }

    /// Sends the correction of an update to exactly those who were reached by what was wrong.
    public void tellCorrection(PageId page, IncidentId id, UpdateId update, Actor actor) {
        store.inTransaction(tx -> {
            var incident = find(tx, page, id);
            var corrected = incident.updates().stream()
                    .filter(one -> one.id().equals(update))
                    .anyMatch(one -> !one.corrections().isEmpty());
            if (!corrected) {
                throw new Refused.Conflict("Correct the update first; then those who read it can be told.");
            }
            telling.announce(tx, page, new Subject.OfCorrection(id, update), clock.instant(), Duration.ZERO);
            telling.journal(tx, incident, "correction.sent", update.value(), actor);
            return incident;
        });
    }

    private static Incident find(Tx tx, PageId page, IncidentId id) {
        return tx.incidents()
                .find(page, id)
                .orElseThrow(() -> new Refused.NotFound("incident"))
                .value();
    }

    /// Puts another policy in place.
    ///
    /// @param seen the version that the sender looked at
    public void agree(PageId page, SeverityPolicy policy, long seen, Actor actor) {
        store.inTransaction(tx -> {
            for (var person : policy.escalation()) {
                if (tx.accounts()
                        .find(person)
                        .filter(account -> account.roles().containsKey(page))
                        .isEmpty()) {
                    throw new Refused.Invalid("escalation", "Choose people who work on this page.");
                }
            }
            tx.policies().save(page, policy, seen);
            tx.journal().append(page, clock.instant(), actor.name(), "policy.changed", page.value(), "");
            // The public reads it too.
            tx.publish(page);
            return policy;
        });
    }
}
