package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.DeliveryId;
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

    private static final Duration WRITTEN_DOWN_WITHIN = Duration.ofDays(1);
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
        /// All that can be done was done, but what is to be written down of the mail is not there yet: bring it again.
        NOT_YET,
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
        return ofDelivery(ticket, (tx, mail, now) -> {
            var failure = bounced.about(mail.address());
            var note = ReturnNote.of(mail.page(), mail.delivery(), marks.of(mail.page(), mail.address()), failure, now);
            var isNew = noted(tx, note);
            tx.deliveries().returned(mail.page(), mail.delivery(), new Delivery.State.Bounced(now, note.words()));
            if (!isNew) {
                return Consequence.NOTHING;
            }
            return switch (failure.cause()) {
                case MAILBOX_GONE -> suppress(tx, mail, Reason.BOUNCED, note.words(), now);
                case FOR_NOW ->
                    isTooOften(tx, mail, note, now)
                            ? suppress(
                                    tx, mail, Reason.BOUNCED, MOST_PASSING + " times in 30 days, " + note.words(), now)
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
    private static boolean isTooOften(Tx tx, Mail mail, ReturnNote note, Instant now) {
        var month = now.minus(COUNTED);
        var since = tx.returns()
                .lastKept(mail.page(), mail.delivery().subscriber(), now.minus(MAY_COME_BACK))
                .filter(month::isBefore)
                .orElse(month);
        return tx.returns().count(mail.page(), note.mark(), Kind.FOR_NOW, since) >= MOST_PASSING;
    }

    private Consequence complained(Ticket about, String text) {
        if (about instanceof Ticket.OfSubscriber(var page, var subscriber)) {
            return store.inTransaction(tx -> tx.subscribers()
                    .find(page, subscriber)
                    .map(one -> complained(tx, one, text))
                    .orElse(Consequence.NOTHING));
        }
        return ofDelivery(about, (tx, mail, now) -> {
            var mark = marks.of(mail.page(), mail.address());
            var isNew = noted(tx, new ReturnNote(mail.page(), mail.delivery(), mark, Kind.COMPLAINED, "", text, now));
            return isNew
                    ? mail.reader().map(one -> complained(tx, one, text)).orElse(Consequence.NOTED)
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
                        (tx, mail, now) -> mail.reader()
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

    /// The mail that came back.
    ///
    /// @param reader empty for a mail to a colleague
    private record Mail(PageId page, DeliveryId delivery, EmailAddress address, Optional<Subscriber> reader) {}

    private interface Work {
        Consequence on(Tx tx, Mail mail, Instant now);
    }

    /// Whoever is erased meanwhile is gone for us too. The subscriber is held before their delivery, as erasing does.
    private Consequence ofDelivery(Ticket ticket, Work work) {
        if (!(ticket instanceof Ticket.OfDelivery(var page, var id))) {
            return Consequence.NOTHING;
        }
        return store.inTransaction(tx -> {
            var now = clock.instant();
            var reader = tx.subscribers().find(page, id.subscriber());
            var delivery = tx.deliveries().find(page, id);
            var consequence = reader.map(Subscriber::address)
                    .or(() -> delivery.filter(one -> !one.isErased()).map(Delivery::address))
                    .map(address -> work.on(tx, new Mail(page, id, address, reader), now))
                    .orElse(Consequence.NOTHING);
            return delivery.isEmpty() && isUnderWay(tx, page, id, now) ? Consequence.NOT_YET : consequence;
        });
    }

    /// A mail may come back before it is written down that it went out.
    private static boolean isUnderWay(Tx tx, PageId page, DeliveryId id, Instant now) {
        return tx.outbox()
                .find(page, id.announcement())
                .filter(announced -> announced.at().plus(WRITTEN_DOWN_WITHIN).isAfter(now))
                .isPresent();
    }

    /// Only subscribers: a colleague who must be called is still called when one mail came back.
    private Consequence suppress(Tx tx, Mail mail, Reason reason, String detail, Instant now) {
        return mail.reader()
                .map(reader -> suppress(tx, reader, reason, detail, now))
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
