package dev.allclear.testkit;

import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.transaction.Store;
import java.time.Instant;
import java.util.List;

/// Mails that were sent, so that they can come back.
public final class Returnable {

    private Returnable() {}

    /// The first reader's mail of a story, taken by the other side at that time.
    public static Delivery sent(Store store, Fanned story, Instant at) {
        return sent(store, story, story.announcement(), at);
    }

    public static Delivery sent(Store store, Fanned story, Announcement announcement, Instant at) {
        var reader = story.audience().getFirst();
        var id = new DeliveryId(announcement.id(), reader.id());
        return store.inTransaction(tx -> {
            var sent = Fanned.with(
                    tx.deliveries().find(story.page(), id).orElseThrow(),
                    new Delivery.State.Accepted(at, "250 queued"));
            tx.deliveries().record(List.of(sent));
            return sent;
        });
    }
}
