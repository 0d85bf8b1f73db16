package dev.allclear.engine;

import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Portion;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.DraftId;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Actor;
import dev.allclear.people.Permission;
import dev.allclear.promise.ReminderId;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Those of a portion who must be told, and have not been yet.
final class Recipients {

    private Recipients() {}

    /// @param subscriber empty for somebody who works here
    record Recipient(SubscriberId id, EmailAddress address, Optional<Subscriber> subscriber) {

        static Recipient of(Subscriber subscriber) {
            return new Recipient(subscriber.id(), subscriber.address(), Optional.of(subscriber));
        }

        private static Recipient of(Account person) {
            return new Recipient(new SubscriberId(person.id().value()), person.email(), Optional.empty());
        }
    }

    /// @param now whoever pauses then hears nothing
    static List<Recipient> of(Tx tx, Portion portion, Instant now) {
        var announcement = portion.announcement();
        var all = switch (announcement.subject()) {
            case Subject.OfConfirmation(var subscriber) ->
                tx.subscribers().find(announcement.page(), subscriber).stream()
                        .map(Recipient::of)
                        .toList();
            case Subject.OfReminder(var reminder) ->
                called(tx, announcement, reminder).toList();
            case Subject.OfHandover(var draft, var since) ->
                whoeverMayAgree(tx, announcement, draft, since).toList();
            case Subject.OfIncident _, Subject.OfReport _, Subject.OfCorrection _, Subject.OfMaintenance _ ->
                Listeners.of(tx, announcement, listening(tx, portion, now)).stream()
                        .map(Recipient::of)
                        .toList();
        };
        return portion.isFresh() ? all : notListed(tx, announcement, all);
    }

    private static List<Subscriber> listening(Tx tx, Portion portion, Instant now) {
        var page = portion.announcement().page();
        return tx.subscribers().confirmedWithin(page, portion.after(), portion.upto()).stream()
                .filter(one -> !one.isPaused(now))
                .toList();
    }

    /// Whoever held the portion before us has told some of them.
    private static List<Recipient> notListed(Tx tx, Announcement announcement, List<Recipient> all) {
        var listed = tx.deliveries()
                .listed(announcement, all.stream().map(Recipient::id).toList());
        return all.stream().filter(one -> !listed.contains(one.id())).toList();
    }

    private static Stream<Recipient> called(Tx tx, Announcement announcement, ReminderId reminder) {
        return tx
                .reminders()
                .find(announcement.page(), reminder)
                .flatMap(found -> found.call().to())
                .flatMap(tx.accounts()::find)
                .map(Recipient::of)
                .stream();
    }

    /// Nobody is called about what was sent back, agreed to or written anew meanwhile.
    private static Stream<Recipient> whoeverMayAgree(Tx tx, Announcement announcement, DraftId id, Instant since) {
        var page = announcement.page();
        return tx.drafts().find(page, id).filter(draft -> draft.waitingSince().equals(Optional.of(since))).stream()
                .flatMap(draft -> tx.accounts().all().stream()
                        .filter(person -> person.may(page, Permission.PUBLISH))
                        .filter(person -> !Actor.of(person).name().equals(draft.author()))
                        .map(Recipient::of));
    }

    /// Somebody who works here.
    static Optional<Recipient> person(Tx tx, SubscriberId id) {
        return tx.accounts().find(new AccountId(id.value())).map(Recipient::of);
    }
}
