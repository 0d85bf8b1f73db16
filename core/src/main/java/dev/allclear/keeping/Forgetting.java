package dev.allclear.keeping;

import dev.allclear.PageId;
import dev.allclear.audience.Partings.Parting;
import dev.allclear.audience.Partings.Reason;
import dev.allclear.audience.Retention;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.KeptMails;
import dev.allclear.people.Actor;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Forgets what is no longer needed, once an hour: who never confirmed, the addresses of those who left long ago, and
/// where old deliveries went. Takes pauses off that are over, too.
public final class Forgetting implements Look {

    private static final Duration EVERY = Duration.ofHours(1);

    /// So few that nobody who writes beside us waits long: each is looked for in all announcements.
    private static final int PORTION = 50;

    /// Looks that may pass while something goes on.
    private static final int MOST_UNTIDY = 20;

    private final Store store;
    private final InstantSource clock;
    private final Signature signature;
    private final AddressMarks marks;
    private final KeptMails mails;
    private Instant due = Instant.MIN;
    private int untidy;

    public Forgetting(Store store, InstantSource clock, Signature signature, KeptMails mails) {
        this.store = store;
        this.clock = clock;
        this.signature = signature;
        this.marks = new AddressMarks(signature);
        this.mails = mails;
    }

    @Override
    public Optional<Instant> look() {
        var now = clock.instant();
        // A clock that was set back would keep us waiting for as long.
        if (now.isBefore(due) && now.isAfter(due.minus(EVERY).minus(EVERY))) {
            return Optional.of(due);
        }
        due = now.plus(EVERY);
        var pages = store.inTransaction(tx -> {
            tx.subscribers().endPauses(now);
            return tx.pages().all().stream().map(page -> page.value().id()).toList();
        });
        var next = Troubles.soonest(pages, page -> {
            forget(page, now);
            return Optional.of(due);
        });
        tidy(pages);
        return next;
    }

    /// At a time at which nobody has to wait for it, and within a day at all events.
    private void tidy(List<PageId> pages) {
        var isQuiet = store.reading(tx -> tx.deliveries().nextDue().isEmpty()
                && pages.stream().allMatch(page -> tx.incidents().open(page).isEmpty()));
        untidy = isQuiet ? 0 : untidy + 1;
        if (isQuiet || untidy >= MOST_UNTIDY) {
            untidy = 0;
            store.tidy();
        }
    }

    private void forget(PageId page, Instant now) {
        var retention = store.reading(tx -> tx.retentions().of(page)).value();
        var people = people(page, retention, now);
        var deliveries = deliveries(page, now.minus(retention.deliveries()));
        if (people.unconfirmed() + people.left() + deliveries > 0) {
            store.inTransaction(tx -> {
                tx.journal()
                        .append(
                                page,
                                now,
                                Actor.SYSTEM.name(),
                                "subscribers.forgotten",
                                "",
                                "%,d who never confirmed, the addresses of %,d who left and of %,d past deliveries"
                                        .formatted(people.unconfirmed(), people.left(), deliveries));
                return page;
            });
        }
    }

    private record Forgotten(long unconfirmed, long left) {

        Forgotten and(Forgotten more) {
            return new Forgotten(unconfirmed + more.unconfirmed, left + more.left);
        }
    }

    private Forgotten people(PageId page, Retention retention, Instant now) {
        var all = new Forgotten(0, 0);
        while (true) {
            var portion = store.inTransaction(tx -> portion(tx, page, retention, now));
            if (portion.unconfirmed() + portion.left() == 0) {
                return all;
            }
            all = all.and(portion);
        }
    }

    private Forgotten portion(Tx tx, PageId page, Retention retention, Instant now) {
        var since = now.minus(Retention.UNCONFIRMED);
        var overdue = tx.subscribers().overdue(page, since, now.minus(retention.left()), PORTION);
        tx.partings()
                .note(
                        page,
                        overdue.stream()
                                .map(one -> new Parting(
                                        signature.seal(page, one.address()),
                                        one.standing() instanceof Standing.Left ? Reason.LEFT : Reason.SILENT,
                                        now))
                                .toList());
        mails.delete(kept(tx, page, overdue));
        overdue.forEach(one -> {
            tx.subscribers().erase(page, one.id());
            // Never written to, as before; but nothing says any more who they were.
            tx.suppressions().forget(page, marks.of(page, one.address()));
        });
        var left = overdue.stream()
                .filter(one -> one.standing() instanceof Standing.Left)
                .count();
        return new Forgotten(overdue.size() - left, left);
    }

    private List<DeliveryId> kept(Tx tx, PageId page, List<Subscriber> people) {
        var ids = people.stream().map(Subscriber::id).toList();
        return people.isEmpty()
                ? List.of()
                : mails.deliveries().stream()
                        .filter(delivery -> tx.deliveries()
                                .find(page, delivery)
                                .filter(one -> ids.contains(one.subscriber()))
                                .isPresent())
                        .toList();
    }

    private long deliveries(PageId page, Instant before) {
        var all = 0L;
        while (true) {
            var forgotten = store.inTransaction(tx -> tx.correspondence().forgetBefore(page, before));
            if (forgotten.isEmpty()) {
                deleteNameless(page, all);
                return all;
            }
            all += forgotten.getAsInt();
        }
    }

    /// A mail that is kept as a file holds what its delivery no longer says.
    private void deleteNameless(PageId page, long forgotten) {
        if (forgotten > 0) {
            mails.delete(store.reading(tx -> mails.deliveries().stream()
                    .filter(kept -> tx.deliveries()
                            .find(page, kept)
                            .filter(Delivery::isErased)
                            .isPresent())
                    .toList()));
        }
    }
}
