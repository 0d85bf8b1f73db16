package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.delivery.Delivery;
import dev.allclear.people.Actor;
import dev.allclear.returns.ReturnAddresses;
import dev.allclear.returns.ReturnNote;
import dev.allclear.returns.ReturnNote.Kind;
import dev.allclear.returns.Returned;
import dev.allclear.returns.Ticket;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.suppression.Suppression;
import dev.allclear.suppression.Suppression.Reason;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/// The front door for mail that comes back. Each report counts once, however often it arrives.
///
/// A report is believed because of the signed address that it came to, and for nothing that it says of itself; it can
/// change nothing but the address of the one mail that it is about.
public final class ReturnDesk {

    /// Mail servers go on trying for up to five days (RFC 5321, 4.5.4.1): what has not come back by then has arrived.
    private static final Duration MAY_COME_BACK = Duration.ofDays(5);

    private static final Duration COUNTED = Duration.ofDays(30);
    private static final int MOST_PASSING = 5;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Actor POST = new Actor("Returned mail");
    private static final String READER = "subscriber";

    /// What came of it.
    public enum Consequence {
        SUPPRESSED,
        LEFT,
        NOTED,
        /// It was known, or concerns nobody whom we know.
        NOTHING
    }

    private final Store store;
    private final InstantSource clock;
    private final AddressMarks marks;
    private final ReturnAddresses addresses;

    public ReturnDesk(Store store, InstantSource clock, AddressMarks marks, ReturnAddresses addresses) {
        this.store = store;
        this.clock = clock;
        this.marks = marks;
        this.addresses = addresses;
    }

    /// @return empty for an address that we did not make
    public Optional<Ticket> read(String address) {
        return addresses.read(address, this::pages);
    }

    private Collection<PageId> pages() {
        return store.reading(tx -> tx.pages().all()).stream()
                .map(page -> page.value().id())
                .toList();
    }

    /// Draws the consequence, all of it in one commit.
    public Consequence take(Ticket ticket, Returned returned) {
        return switch (returned) {
            case Returned.Ignored _, Returned.Unreadable _ -> Consequence.NOTHING;
            case Returned.Bounced bounced -> bounced(ticket, bounced);
            case Returned.Complained(var about, var text) -> complained(about, text);
            case Returned.Leave _ -> left(ticket);
        };
    }

    private Consequence bounced(Ticket ticket, Returned.Bounced bounced) {
        return ofDelivery(ticket, (tx, delivery, now) -> {
            var failure = bounced.about(delivery.address());
            var page = delivery.page();
            var note = ReturnNote.of(page, delivery.id(), marks.of(page, delivery.address()), failure, now);
            if (!noted(tx, note)) {
                return Consequence.NOTHING;
            }
            tx.deliveries().returned(page, delivery.id(), new Delivery.State.Bounced(now, note.words()));
            return switch (failure.cause()) {
                case MAILBOX_GONE -> suppress(tx, delivery, Reason.BOUNCED, note.words(), now);
                case FOR_NOW ->
                    isTooOften(tx, delivery, note, now)
                            ? suppress(
                                    tx,
                                    delivery,
                                    Reason.BOUNCED,
                                    MOST_PASSING + " times in 30 days, " + note.words(),
                                    now)
                            : Consequence.NOTED;
                case REFUSED_US -> Consequence.NOTED;
            };
        });
    }

    private static boolean noted(Tx tx, ReturnNote note) {
        tx.returns().removeBefore(note.page(), note.at().minus(KEPT));
        return tx.returns().add(note);
    }

    /// Counted since a mail last arrived: one that was taken by the other side, and did not come back within five days.
    private static boolean isTooOften(Tx tx, Delivery delivery, ReturnNote note, Instant now) {
        var month = now.minus(COUNTED);
        var since = tx.returns()
                .lastKept(delivery.page(), delivery.subscriber(), now.minus(MAY_COME_BACK))
                .filter(month::isBefore)
                .orElse(month);
        return tx.returns().count(delivery.page(), note.mark(), Kind.FOR_NOW, since) >= MOST_PASSING;
    }

    private Consequence complained(Ticket about, String text) {
        if (about instanceof Ticket.OfSubscriber(var page, var subscriber)) {
            return store.inTransaction(tx -> tx.subscribers()
                    .find(page, subscriber)
                    .map(one -> complained(tx, one, text))
                    .orElse(Consequence.NOTHING));
        }
        return ofDelivery(about, (tx, delivery, now) -> {
            var page = delivery.page();
            var mark = marks.of(page, delivery.address());
            var isNew = noted(tx, new ReturnNote(page, delivery.id(), mark, Kind.COMPLAINED, "", text, now));
            return isNew
                    ? tx.subscribers()
                            .find(page, delivery.subscriber())
                            .map(one -> complained(tx, one, text))
                            .orElse(Consequence.NOTED)
                    : Consequence.NOTHING;
        });
    }

    private Consequence complained(Tx tx, Subscriber subscriber, String text) {
        var now = clock.instant();
        leave(tx, subscriber, "called a mail spam", POST.name(), now);
        return suppress(tx, subscriber, Reason.COMPLAINED, text, now);
    }

    private Consequence left(Ticket ticket) {
        return switch (ticket) {
            case Ticket.OfSubscriber(var page, var subscriber) ->
                store.inTransaction(tx -> tx.subscribers()
                        .find(page, subscriber)
                        .map(one -> leave(tx, one, "unsubscribed by mail", READER, clock.instant()))
                        .orElse(Consequence.NOTHING));
            case Ticket.OfDelivery _ ->
                ofDelivery(
                        ticket,
                        (tx, delivery, now) -> tx.subscribers()
                                .find(delivery.page(), delivery.subscriber())
                                .map(one -> leave(tx, one, "unsubscribed by mail", READER, now))
                                .orElse(Consequence.NOTHING));
        };
    }

    private static Consequence leave(Tx tx, Subscriber subscriber, String why, String who, Instant now) {
        if (subscriber.standing() instanceof Standing.Left) {
            return Consequence.NOTHING;
        }
        tx.subscribers().save(subscriber.standing(new Standing.Left(now, why)));
        tx.journal()
                .append(
                        subscriber.page(),
                        now,
                        who,
                        "subscriber.left",
                        subscriber.id().value(),
                        why);
        return Consequence.LEFT;
    }

    private interface Work {
        Consequence on(Tx tx, Delivery delivery, Instant now);
    }

    /// Whoever is erased meanwhile is gone for us too. The subscriber is held before their delivery, as erasing does.
    private Consequence ofDelivery(Ticket ticket, Work work) {
        if (!(ticket instanceof Ticket.OfDelivery(var page, var id))) {
            return Consequence.NOTHING;
        }
        return store.inTransaction(tx -> tx.deliveries()
                .find(page, id)
                .flatMap(seen -> {
                    var _ = tx.subscribers().find(page, seen.subscriber());
                    return tx.deliveries().find(page, id);
                })
                .filter(delivery -> !delivery.isErased())
                .map(delivery -> work.on(tx, delivery, clock.instant()))
                .orElse(Consequence.NOTHING));
    }

    /// Only subscribers: a colleague who must be called is still called when one mail came back.
    private Consequence suppress(Tx tx, Delivery delivery, Reason reason, String detail, Instant now) {
        return tx.subscribers()
                .find(delivery.page(), delivery.subscriber())
                .map(subscriber -> suppress(tx, subscriber, reason, detail, now))
                .orElse(Consequence.NOTED);
    }

    private Consequence suppress(Tx tx, Subscriber subscriber, Reason reason, String detail, Instant now) {
        var page = subscriber.page();
        var held = tx.suppressions()
                .find(page, marks.of(page, subscriber.address()))
                .filter(Suppression::holds);
        // A complaint outweighs a dead mailbox: it says more about whether they want to hear from us again.
        if (held.isPresent() && (reason != Reason.COMPLAINED || held.get().reason() == Reason.COMPLAINED)) {
            return Consequence.NOTED;
        }
        SuppressionDesk.suppressed(tx, marks, page, subscriber.address(), reason, detail, now, POST);
        return Consequence.SUPPRESSED;
    }
}
