package dev.allclear.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outbox;
import dev.allclear.delivery.Outcome;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.testkit.PostgresServer;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Nodes come and go, Kafka too: nobody is lost, and doubled are at most those whose mail was on the wire.
final class TakingOverTest {

    private static SqlStore store;

    @BeforeAll
    static void open() {
        store = SqlStore.open(new StoreSettings.Postgres(PostgresServer.database(), "", ""));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static void acquire(Semaphore semaphore) {
        semaphore.acquireUninterruptibly();
    }

    @Test
    void a_node_that_joins_takes_its_share_and_nobody_is_doubled() {
        var outage = new Outage(store, 600);
        Set<String> senders = ConcurrentHashMap.newKeySet();
        try (var server = new SlowServer(outage);
                var _ = outage.node(letter -> {
                    senders.add("first");
                    return server.take(letter);
                })) {
            var announcement = outage.announce();
            outage.awaitSent(announcement, 50);
            try (var _ = outage.node(letter -> {
                senders.add("second");
                return server.take(letter);
            })) {
                outage.awaitEnd(announcement);

                assertThat(outage.told(announcement)).hasSize(600);
                assertThat(outage.doubles(announcement)).isZero();
                assertThat(senders).containsExactlyInAnyOrder("first", "second");
                assertThat(outage.accepted(announcement)).isEqualTo(600);
            }
        }
    }

    /// A mail server that takes a hundred mails in a second.
    private static final class SlowServer implements AutoCloseable {

        private final Outage outage;
        private final Semaphore allowed = new Semaphore(0);
        private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

        SlowServer(Outage outage) {
            this.outage = outage;
            var _ = pace.scheduleAtFixedRate(allowed::release, 10, 10, TimeUnit.MILLISECONDS);
        }

        Outcome take(Letter letter) {
            acquire(allowed);
            return outage.take(letter);
        }

        @Override
        public void close() {
            pace.shutdownNow();
        }
    }

    @Test
    void a_node_that_is_cut_off_sends_nothing_more_and_is_taken_over() throws IOException {
        var outage = new Outage(store, 400);
        var allowed = new Semaphore(60);
        var line = Broker.running().line();
        try (var _ = CarryingNode.start(outage.overLine(), store, outage.clock(), letter -> {
            acquire(allowed);
            return outage.take(letter);
        })) {
            var announcement = outage.announce();
            outage.awaitSent(announcement, 60);
            // What it has not handed over by then, it sends by itself.
            Outage.awaitUntil(() -> outage.progress(announcement).cut(), Outbox.Cut::isWhole);
            line.cut();
            try (var _ = outage.node()) {
                Outage.awaitUntil(() -> outage.told(announcement).size(), told -> told >= 390);
                // It wakes up, and has letters in its tray that are somebody else's by now.
                allowed.release(1_000);
                outage.awaitEnd(announcement);

                assertThat(outage.told(announcement)).hasSize(400);
                assertThat(outage.doubles(announcement)).isLessThanOrEqualTo(CarryingNode.FEW.senders() + 50);
            }
        } finally {
            line.mend();
        }
    }

    @Test
    void kafka_may_be_away_for_a_while() {
        var outage = new Outage(store, 400);
        var allowed = new Semaphore(50);
        try (var node = outage.node(letter -> {
            acquire(allowed);
            return outage.take(letter);
        })) {
            var announcement = outage.announce();
            outage.awaitSent(announcement, 50);
            Broker.running().stop();
            allowed.release(10);
            Outage.awaitUntil(node.relay()::isThere, there -> !there);
            Broker.running().startAgain();
            allowed.release(1_000);
            outage.awaitEnd(announcement);

            assertThat(outage.told(announcement)).hasSize(400);
            assertThat(outage.doubles(announcement)).isLessThanOrEqualTo(CarryingNode.FEW.unwritten());
            assertThat(outage.progress(announcement).tally().of(Kind.ACCEPTED)).isEqualTo(400);
        }
    }

    @Test
    void without_kafka_a_node_sends_by_itself() throws IOException {
        var outage = new Outage(store, 100);
        var line = Broker.running().line();
        try (var node = CarryingNode.start(outage.overLine(), store, outage.clock(), outage::take)) {
            line.cut();
            Outage.awaitUntil(node.relay()::isThere, there -> !there);
            var announcement = outage.announce();
            outage.awaitEnd(announcement);

            assertThat(outage.told(announcement)).hasSize(100);
            line.mend();
        } finally {
            line.mend();
        }
    }
}
