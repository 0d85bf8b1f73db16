package dev.allclear.kafka;

import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Portion;
import dev.allclear.kafka.Shares.Batch;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes down what became of letters, as fast as the database can and not faster.
final class WritingDown implements Runnable {

    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// More than a portion, so that one that is whole is written down at once.
    private static final int AT_ONCE = 1_000;

    private static final Logger LOG = System.getLogger(WritingDown.class.getName());

    private final Store store;
    private final Shares shares;
    private volatile boolean closed;

    WritingDown(Store store, Shares shares) {
        this.store = store;
        this.shares = shares;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                turn();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        try {
            for (var batch : shares.awaitOutcomes(AT_ONCE, MOMENT)) {
                store.inTransaction(tx -> {
                    write(tx, batch);
                    return batch;
                });
                shares.written(batch);
            }
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "what became of letters can't be written down; Kafka keeps it meanwhile", away);
            Thread.sleep(PAUSE);
        }
    }

    private record Key(Announcement announcement, long portion) {}

    /// In one order, so that no two nodes wait for each other.
    private static void write(Tx tx, Batch batch) {
        var byAnnouncement = batch.outcomes().stream()
                .collect(Collectors.groupingBy(one -> one.delivery().announcement()));
        var groups = new TreeMap<Key, List<Delivery>>(
                Comparator.comparing((Key key) -> key.announcement().id().value())
                        .thenComparingLong(Key::portion));
        byAnnouncement.forEach((id, outcomes) -> tx.outbox()
                .find(outcomes.getFirst().delivery().page(), id)
                .ifPresent(announcement -> outcomes.stream()
                        .collect(Collectors.groupingBy(
                                Ended::portion, Collectors.mapping(Ended::delivery, Collectors.toList())))
                        .forEach((portion, deliveries) -> groups.put(new Key(announcement, portion), deliveries))));
        groups.forEach((key, deliveries) -> tx.deliveries().addRelayed(portion(key), deliveries));
    }

    private static Portion portion(Key key) {
        return new Portion(
                key.announcement(), key.portion(), Optional.empty(), Optional.empty(), 0, Instant.EPOCH, false);
    }

    void close() {
        closed = true;
    }
}
