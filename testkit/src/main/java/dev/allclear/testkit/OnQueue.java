package dev.allclear.testkit;

import static dev.allclear.testkit.Fanned.SOON;

import dev.allclear.PageId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/// What all contracts of the queue share: an empty queue to begin with, and short ways to it.
public interface OnQueue extends OnStore {

    Duration LEASE = Duration.ofSeconds(60);

    /// The queue is one for all pages: what other tests left in it goes first.
    @BeforeEach
    default void deliver_what_others_left() {
        var never = Instant.parse("2100-01-01T00:00:00Z");
        change(tx -> {
            tx.portions().endLeases();
            tx.deliveries().endLeases();
        });
        while (store().inTransaction(tx -> {
            var portion = tx.portions().take(1_000, never, LEASE);
            portion.ifPresent(tx.portions()::finish);
            return portion.isPresent();
        })) {
            // One more was left.
        }
        List<Delivery> left;
        do {
            left = claim(1_000, never);
            record(left.stream()
                    .map(one -> one.in(new State.Accepted(never, "")))
                    .toList());
        } while (!left.isEmpty());
    }

    default List<Delivery> claim(int limit) {
        return claim(limit, SOON);
    }

    default List<Delivery> claim(int limit, Instant now) {
        return store().inTransaction(tx -> tx.deliveries().claim(limit, Integer.MAX_VALUE, now, LEASE));
    }

    /// Whoever held leases is dead.
    default void endLeases() {
        change(tx -> tx.deliveries().endLeases());
    }

    default void record(List<Delivery> outcomes) {
        change(tx -> tx.deliveries().record(outcomes));
    }

    /// Lets the failed ones wait again.
    ///
    /// @return how many
    default int retry(PageId page, AnnouncementId announcement, Instant now) {
        return retry(page, announcement, Retry.FAILED, now);
    }

    default int retry(PageId page, AnnouncementId announcement, Retry which, Instant now) {
        return store().inTransaction(
                        tx -> tx.deliveries().retry(page, announcement, which, now, Optional.empty(), 1_000))
                .size();
    }

    default Instant nextDue() {
        return look(tx -> tx.deliveries().nextDue().orElseThrow());
    }
}
