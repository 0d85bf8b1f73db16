package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Partings;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.KeptMails;
import dev.allclear.delivery.Subject;
import dev.allclear.language.Language;
import dev.allclear.people.Actor;
import dev.allclear.status.Area;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The front door for subscribers: those who come by themselves with links from our mails, and those whom the desk
/// adds.
///
/// The journal names them by id only, so that erasing a person leaves nothing of them behind.
public final class SubscriptionDesk {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_CONFIRMATIONS_A_DAY = 3;

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Signature signature;
    private final KeptMails mails;

    /// @param mails of which those of an erased person are deleted
    public SubscriptionDesk(Store store, InstantSource clock, Entropy entropy, Signature signature, KeptMails mails) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.signature = signature;
        this.mails = mails;
    }

    /// Somebody typed an address into the form. Whatever we know of it, the caller learns nothing: it goes the same
    /// way.
    /// A mail to the address asks to confirm, at most three times a day; one that is subscribed gets its manage link.
    ///
    /// Anybody can type anybody's address, so who has left stays so until they follow the link in the mail. What was
    /// wished for is noted down at once: it counts for nothing before that.
    public void ask(PageId page, EmailAddress address, Choice choice, Language language, Optional<ZoneId> zone) {
        store.inTransaction(tx -> {
            mustExist(tx, page, choice);
            var now = clock.instant();
            var known = tx.subscribers().findByAddress(page, address);
            var subscriber = known.map(
                            one -> one.isConfirmed() ? one : wishing(one.choosing(choice, language, zone), now))
                    .orElseGet(() -> new Subscriber(
                            new SubscriberId(entropy.id()),
                            page,
                            address,
                            new Standing.Pending(),
                            choice,
                            language,
                            zone,
                            now));
            if (!known.equals(Optional.of(subscriber))) {
                tx.subscribers().save(subscriber);
            }
            if (tx.outbox().confirmationsSince(page, subscriber.id(), now.minus(DAY)) < MOST_CONFIRMATIONS_A_DAY) {
                tx.outbox()
                        .add(new Announcement(
                                new AnnouncementId(entropy.id()),
                                page,
                                new Subject.OfConfirmation(subscriber.id()),
                                now));
            }
            return subscriber;
        });
    }

    private static Subscriber wishing(Subscriber one, Instant now) {
        return one.standing() instanceof Standing.Pending ? one.askedAgain(now) : one;
    }

    /// The link in the mail was followed and the button pressed: also the only way back for who has left.
    public Subscriber confirm(PageId page, String token) {
        return byToken(page, token, Signature.Purpose.CONFIRM, (tx, subscriber, now) -> {
            if (subscriber.isConfirmed()) {
                return subscriber;
            }
            tx.partings().forget(page, signature.seal(page, subscriber.address()));
            return saved(
                    tx,
                    subscriber.standing(new Standing.Confirmed(now, "followed the link in the mail")),
                    now,
                    "subscriber.confirmed");
        });
    }

    /// Whom a link belongs to, to show the form behind it; changes nothing.
    public Subscriber look(PageId page, String token, Signature.Purpose purpose) {
        var id = signature.check(page, token, purpose, clock.instant());
        return store.reading(tx -> found(tx, page, id));
    }

    public Subscriber change(PageId page, String token, Choice choice, Language language, Optional<ZoneId> zone) {
        return byToken(page, token, Signature.Purpose.MANAGE, (tx, subscriber, now) -> {
            mustExist(tx, page, choice);
            return saved(tx, subscriber.choosing(choice, language, zone), now, "subscriber.changed");
        });
    }

    /// Leaving twice is as good as once.
    ///
    /// @param purpose of the link: one to unsubscribe or one to manage
    public Subscriber leave(PageId page, String token, Signature.Purpose purpose) {
        return byToken(page, token, purpose, (tx, subscriber, now) -> {
            if (subscriber.standing() instanceof Standing.Left) {
                return subscriber;
            }
            return saved(tx, subscriber.standing(new Standing.Left(now, "unsubscribed")), now, "subscriber.left");
        });
    }

    /// From now on they hear nothing, until then or until they come back; what they miss is not sent later.
    public Subscriber pause(PageId page, String token, Pause pause) {
        return byToken(page, token, Signature.Purpose.MANAGE, (tx, subscriber, now) -> {
            mustLieAhead(pause, now);
            return saved(tx, subscriber.pausing(Optional.of(pause)), now, "subscriber.paused");
        });
    }

    public Subscriber resume(PageId page, String token) {
        return byToken(
                page,
                token,
                Signature.Purpose.MANAGE,
                (tx, subscriber, now) -> subscriber.pause().isEmpty()
                        ? subscriber
                        : saved(tx, subscriber.pausing(Optional.empty()), now, "subscriber.resumed"));
    }

    /// They want us to forget them altogether.
    public void erase(PageId page, String token) {
        var id = signature.check(page, token, Signature.Purpose.MANAGE, clock.instant());
        erase(page, id, new Actor("subscriber"));
    }

    private static void mustLieAhead(Pause pause, Instant now) {
        if (!pause.holds(now)) {
            throw new Refused.Invalid("pause", "Choose a day that is still to come.");
        }
    }

    /// Somebody at the desk adds an address and vouches for the consent.
    public Subscriber add(
            PageId page, EmailAddress address, Choice choice, Language language, Optional<ZoneId> zone, Actor actor) {
        return store.inTransaction(tx -> {
            mustExist(tx, page, choice);
            var now = clock.instant();
            var known = tx.subscribers().findByAddress(page, address);
            if (known.filter(Subscriber::isConfirmed).isPresent()) {
                throw new Refused.Invalid("email", "This address is subscribed already.");
            }
            if (known.filter(one -> one.standing() instanceof Standing.Left).isPresent()) {
                throw new Refused.Invalid(
                        "email", "This person has unsubscribed; only they can come back, by the form on the page.");
            }
            if (known.isEmpty()) {
                mustNotHaveParted(tx, page, address);
            }
            var id = known.map(Subscriber::id).orElseGet(() -> new SubscriberId(entropy.id()));
            var subscriber = new Subscriber(
                    id,
                    page,
                    address,
                    new Standing.Confirmed(now, "added by " + actor.name()),
                    choice,
                    language,
                    zone,
                    now);
            tx.subscribers().save(subscriber);
            tx.journal().append(page, now, actor.name(), "subscriber.added", id.value(), "");
            return subscriber;
        });
    }

    private void mustNotHaveParted(Tx tx, PageId page, EmailAddress address) {
        var seal = signature.seal(page, address);
        var parting = tx.partings().among(page, List.of(seal)).get(seal);
        if (parting != null && parting.reason() != Partings.Reason.SILENT) {
            throw new Refused.Invalid(
                    "email",
                    parting.reason() == Partings.Reason.ERASED
                            ? "This person was erased; only they can come back, by the form on the page."
                            : "This person has unsubscribed; only they can come back, by the form on the page.");
        }
    }

    /// The desk changes what somebody hears of, for them.
    ///
    /// @param wish the subscriber as they should be; nothing of it counts but choice, language, zone, tags and pause
    public Subscriber revise(PageId page, SubscriberId id, UnaryOperator<Subscriber> wish, Actor actor) {
        return store.inTransaction(tx -> {
            var current = found(tx, page, id);
            var wished = wish.apply(current);
            mustExist(tx, page, wished.choice());
            var next = current.choosing(wished.choice(), wished.language(), wished.zone())
                    .tagged(wished.tags())
                    .pausing(wished.pause());
            if (!next.pause().equals(current.pause())) {
                next.pause().ifPresent(pause -> mustLieAhead(pause, clock.instant()));
            }
            return saved(tx, next, clock.instant(), actor.name(), "subscriber.changed");
        });
    }

    /// The desk takes somebody off the list. They stay known as somebody who left, so that nobody adds them again by
    /// accident.
    public Subscriber stop(PageId page, SubscriberId id, Actor actor) {
        return store.inTransaction(tx -> {
            var now = clock.instant();
            var left = new Standing.Left(now, "taken off the list by " + actor.name());
            return saved(tx, found(tx, page, id).standing(left), now, actor.name(), "subscriber.left");
        });
    }

    /// Everything that we know of a person, gone, also from the queues and from the mails that are kept as files.
    public void erase(PageId page, SubscriberId id, Actor actor) {
        store.inTransaction(tx -> {
            var subscriber = found(tx, page, id);
            // The files first: if they can't be deleted, the person is still known, and can be erased again.
            mails.delete(keptOf(tx, page, id));
            tx.subscribers().erase(page, id);
            SuppressionDesk.forget(tx, new AddressMarks(signature), page, subscriber.address());
            // Answers that are kept for repeated requests say whom they were about.
            tx.answers().removeHolding(subscriber.address().value());
            tx.partings()
                    .note(
                            page,
                            List.of(new Partings.Parting(
                                    signature.seal(page, subscriber.address()),
                                    Partings.Reason.ERASED,
                                    clock.instant())));
            tx.journal().append(page, clock.instant(), actor.name(), "subscriber.erased", id.value(), "");
            return subscriber;
        });
    }

    private List<DeliveryId> keptOf(Tx tx, PageId page, SubscriberId id) {
        return mails.deliveries().stream()
                .filter(delivery -> tx.deliveries()
                        .find(page, delivery)
                        .filter(one -> one.subscriber().equals(id))
                        .isPresent())
                .toList();
    }

    /// What becomes of the subscriber behind a link.
    private interface Step {
        Subscriber take(Tx tx, Subscriber subscriber, Instant now);
    }

    private Subscriber byToken(PageId page, String token, Signature.Purpose purpose, Step step) {
        var now = clock.instant();
        var id = signature.check(page, token, purpose, now);
        return store.inTransaction(tx -> step.take(tx, found(tx, page, id), now));
    }

    private static Subscriber found(Tx tx, PageId page, SubscriberId id) {
        return tx.subscribers().find(page, id).orElseThrow(() -> new Refused.NotFound("subscriber"));
    }

    private static Subscriber saved(Tx tx, Subscriber next, Instant now, String action) {
        return saved(tx, next, now, "subscriber", action);
    }

    private static Subscriber saved(Tx tx, Subscriber next, Instant now, String actor, String action) {
        tx.subscribers().save(next);
        tx.journal().append(next.page(), now, actor, action, next.id().value(), "");
        return next;
    }

    private static void mustExist(Tx tx, PageId page, Choice choice) {
        var catalogue = tx.catalogues().of(page).value();
        catalogue.mustHold(
                "components", choice.components().stream().map(Area::whole).toList());
        if (choice.groups().stream().anyMatch(group -> catalogue.group(group).isEmpty())) {
            throw new Refused.Invalid("groups", "There is no such group on this page.");
        }
        if (choice.regions().stream()
                .anyMatch(region -> catalogue.region(region).isEmpty())) {
            throw new Refused.Invalid("regions", "There is no such region on this page.");
        }
        if (choice.kinds().isEmpty()) {
            throw new Refused.Invalid("kinds", "Choose at least one: incidents or maintenance.");
        }
    }
}
