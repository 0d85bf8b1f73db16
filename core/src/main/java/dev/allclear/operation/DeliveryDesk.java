package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.people.Actor;
import dev.allclear.transaction.Store;
import java.time.InstantSource;

/// The front door for what is on its way to subscribers.
public final class DeliveryDesk {

    private final Store store;
    private final InstantSource clock;

    public DeliveryDesk(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Tries the failed mails of an announcement once more.
    ///
    /// @return how many
    public int retry(PageId page, AnnouncementId announcement, Actor actor) {
        return store.inTransaction(tx -> {
            var progress =
                    tx.outbox().progress(page, announcement).orElseThrow(() -> new Refused.NotFound("announcement"));
            if (progress.stopped()) {
                throw new Refused.Conflict("These mails were stopped. Say it anew, in an update or a correction.");
            }
            var now = clock.instant();
            var retried = tx.deliveries().retryFailed(page, announcement, now);
            tx.journal()
                    .append(
                            page,
                            now,
                            actor.name(),
                            "announcement.retried",
                            announcement.value(),
                            retried + " deliveries");
            return retried;
        });
    }
}
