package dev.allclear.engine;

import dev.allclear.delivery.Portion;
import dev.allclear.engine.Recipients.Recipient;
import dev.allclear.engine.Relay.Room;
import dev.allclear.transaction.Store;
import java.time.Duration;
import java.time.InstantSource;

/// Hands portions over to a relay, should there be one.
final class Handover {

    /// A portion that was handed over and is not done by then is handed over once more: whatever the relay has lost,
    /// nobody is lost with it.
    private static final Duration MISSED = Duration.ofHours(1);

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Store store;
    private final InstantSource clock;
    private final Relay relay;

    Handover(Store store, InstantSource clock, Relay relay) {
        this.store = store;
        this.clock = clock;
        this.relay = relay;
    }

    boolean isFull() {
        return relay.room() == Room.FULL;
    }

    /// Whether it is not for this node to send. What one person waits for goes the short way, and so does what is only
    /// written down. While the relay is away, the node sends by itself; but not what somebody may have handed over
    /// before.
    boolean takes(Portion portion) {
        return portion.announcement().subject().isForMany()
                && !portion.isReplaced()
                && switch (relay.room()) {
                    case FREE, FULL -> true;
                    case AWAY -> !portion.isFresh();
                    case NONE -> false;
                };
    }

    /// Should it fail, the portion is taken over when its lease is over.
    void of(Portion portion) {
        if (relay.room() == Room.AWAY) {
            // From another node it may be in reach.
            store.inTransaction(tx -> tx.portions().keep(portion, clock.instant(), MOMENT));
            return;
        }
        var people = store.reading(tx -> Recipients.of(tx, portion, clock.instant())).stream()
                .map(Recipient::id)
                .toList();
        relay.hand(portion, people);
        store.inTransaction(tx -> {
            tx.portions().handOver(portion, people, clock.instant(), MISSED);
            return people;
        });
    }
}
