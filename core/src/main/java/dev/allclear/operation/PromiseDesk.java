package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Correction;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.people.AccountId;
import dev.allclear.people.Actor;
import dev.allclear.policy.Duty;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.promise.Ownership;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

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
            var owesReport = Duty.owesReport(incident, tx.policies().of(page).value());
            if (!incident.isOpen() && !owesReport) {
                throw new Refused.Conflict("This incident is over, and nothing is owed about it any more.");
            }
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

    /// What became of mails that were stopped.
    ///
    /// @param inTime whether nobody had been written to yet
    /// @param kept how many were on the list already and are not sent; nobody was, when it was in time
    /// @param reached how many had been sent
    public record Stopped(Announcement announcement, boolean inTime, long kept, long reached) {}

    /// Keeps mails from being sent: all of them while they are held back, afterwards those that have not left yet. The
    /// page stays as it is: put it right there.
    ///
    /// That they are stopped is kept first and heard at once. Those that wait then fail group by group; whatever an
    /// interruption leaves fails when its turn comes.
    public Stopped stop(PageId page, AnnouncementId id, Actor actor) {
        var now = clock.instant();
        var stopped = end(page, id, now, actor);
        if (stopped.inTime()) {
            return stopped;
        }
        var kept = InGroups.change(store, (tx, after, limit) -> tx.deliveries().stop(page, id, now, after, limit));
        return new Stopped(stopped.announcement(), false, kept, stopped.reached());
    }

    private Stopped end(PageId page, AnnouncementId id, Instant now, Actor actor) {
        return store.inTransaction(tx -> {
            var before = tx.outbox().progress(page, id).orElseThrow(() -> new Refused.NotFound("announcement"));
            var story = story(before.announcement().subject());
            if (before.stopped()) {
                throw new Refused.Conflict("These mails are stopped already.");
            }
            var inTime = tx.outbox().stop(page, id, now);
            var kept = inTime ? 0 : endRest(tx, before);
            var reached = before.tally().reached();
            var detail = inTime ? "before the first mail" : kept + " kept, " + reached + " sent before";
            tx.journal()
                    .append(
                            page,
                            now,
                            actor.name(),
                            story + ".mails-stopped",
                            before.announcement().subject().thread(),
                            detail);
            return new Stopped(before.announcement(), inTime, kept, reached);
        });
    }

    private static String story(Subject subject) {
        return switch (subject) {
            case Subject.OfIncident _, Subject.OfReport _, Subject.OfCorrection _ -> "incident";
            case Subject.OfMaintenance _ -> "maintenance";
            case Subject.OfConfirmation _, Subject.OfReminder _, Subject.OfHandover _ ->
                throw new Refused.Conflict("This is a mail to one person, and not stopped.");
        };
    }

    /// First the list, then those on it: whoever adds to it has done so, or finds it closed.
    private static long endRest(Tx tx, Progress before) {
        if (!before.canBeStopped()) {
            throw new Refused.Conflict("It is too late to stop these mails: they have left.");
        }
        tx.outbox().end(before.announcement().page(), before.announcement().id());
        return before.tally().waiting();
    }

    /// Sends the correction of an update to exactly those who were reached by what was wrong. Those for whom it still
    /// waits are reached by the right words anyway. Nobody hears of the same correction twice.
    ///
    /// @return how many got it so far
    public long tellCorrection(PageId page, IncidentId id, UpdateId update, Actor actor) {
        return store.inTransaction(tx -> {
            var incident = find(tx, page, id);
            var corrected = incident.updates().stream()
                    .filter(one -> one.id().equals(update))
                    .flatMap(one -> one.corrections().stream())
                    .map(Correction::at)
                    .max(Instant::compareTo)
                    .orElseThrow(() ->
                            new Refused.Conflict("Correct the update first; then those who read it can be told."));
            var reached = mails(tx, page, new Subject.OfIncident(id, update))
                    .mapToLong(mails -> mails.tally().reached())
                    .sum();
            if (reached == 0) {
                throw new Refused.Conflict("Nobody got this update by mail, so there is nobody to tell.");
            }
            var righting = new Subject.OfCorrection(id, update);
            if (mails(tx, page, righting)
                    .anyMatch(mails -> !mails.announcement().at().isBefore(corrected))) {
                throw new Refused.Conflict("They were told of this correction already.");
            }
            telling.announce(tx, page, righting, clock.instant(), Duration.ZERO);
            telling.journal(tx, incident, "correction.sent", "to " + reached + ", of " + update.value(), actor);
            return reached;
        });
    }

    private static Stream<Progress> mails(Tx tx, PageId page, Subject subject) {
        return tx.outbox().of(page, subject.thread()).stream()
                .filter(progress -> progress.announcement().subject().equals(subject));
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

    /// Puts another policy for planned work in place. Reminders that are still ahead follow it.
    ///
    /// @param seen the version that the sender looked at
    public void agreeOnWork(PageId page, WorkPolicy policy, long seen, Actor actor) {
        store.inTransaction(tx -> {
            tx.policies().saveWork(page, policy, seen);
            tx.journal().append(page, clock.instant(), actor.name(), "work-policy.changed", page.value(), "");
            return policy;
        });
    }
}
