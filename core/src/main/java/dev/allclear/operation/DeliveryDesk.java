package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Retry;
import dev.allclear.people.Actor;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.InstantSource;

/// The front door for what is on its way to subscribers.
public final class DeliveryDesk {

    private final Store store;
    private final InstantSource clock;

    public DeliveryDesk(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Tries mails of an announcement once more that did not arrive, or may not have. Should it be interrupted, the
    /// rest
    /// is retried when it is called again.
    ///
    /// @return how many
    public int retry(PageId page, AnnouncementId announcement, Retry which, Actor actor) {
        var now = clock.instant();
        store.inTransaction(tx -> {
            var progress =
                    tx.outbox().progress(page, announcement).orElseThrow(() -> new Refused.NotFound("announcement"));
            if (progress.stopped()) {
                throw new Refused.Conflict("These mails were stopped. Say it anew, in an update or a correction.");
            }
            if (isFollowed(tx, progress.announcement())) {
                throw new Refused.Conflict("A later message of this story is still going out. Try again once it has.");
            }
            var kind = switch (which) {
                case FAILED -> Delivery.Kind.FAILED;
                case UNANSWERED -> Delivery.Kind.UNKNOWN;
            };
            tx.journal()
                    .append(
                            page,
                            now,
                            actor.name(),
                            "announcement.retried",
                            announcement.value(),
                            "of %,d deliveries that are %s"
                                    .formatted(progress.tally().of(kind), kind.key()));
            return progress;
        });
        return InGroups.change(
                store, (tx, after, limit) -> tx.deliveries().retry(page, announcement, which, now, after, limit));
    }

    /// Whoever has yet to hear what came later would hear it beside the beginning, or before.
    private static boolean isFollowed(Tx tx, Announcement announcement) {
        return tx.outbox().of(announcement.page(), announcement.subject().thread()).stream()
                .dropWhile(one -> !one.announcement().equals(announcement))
                .skip(1)
                .anyMatch(one -> !one.fannedOut());
    }
}
