package dev.allclear.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Outcome;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Kafka carries reaches everybody once, is written down, and is heard to stop.
final class CarryingTest {

    @TempDir
    private Path folder;

    private SqlStore store;

    @BeforeEach
    void open() {
        store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everybody_is_told_once_and_the_desk_can_count_them() {
        var outage = new Outage(store, 500);
        try (var _ = outage.node()) {
            var announcement = outage.announce();
            outage.awaitEnd(announcement);

            assertThat(outage.told(announcement))
                    .hasSize(500)
                    .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
            assertThat(outage.accepted(announcement)).isEqualTo(500);
            // And not around Kafka.
            assertThat(outage.lettersInKafka()).isEqualTo(500);
        }
    }

    @Test
    void three_updates_reach_each_person_in_their_order() {
        var outage = new Outage(store, 200);
        try (var _ = outage.node()) {
            var updates = List.of(outage.announce(), outage.update(), outage.update());
            updates.forEach(outage::awaitEnd);

            var order = outage.letters().stream()
                    .collect(Collectors.groupingBy(
                            letter -> letter.id().subscriber(),
                            Collectors.mapping(letter -> letter.id().announcement(), Collectors.toList())));
            var ids = updates.stream().map(one -> one.id()).toList();
            assertThat(order).hasSize(200);
            assertThat(order.values())
                    .allSatisfy(heard -> assertThat(heard).isSubsetOf(ids).satisfies(it -> {
                        assertThat(it).isSortedAccordingTo((one, other) -> ids.indexOf(one) - ids.indexOf(other));
                        assertThat(it).doesNotHaveDuplicates();
                    }));
        }
    }

    @Test
    void one_that_takes_long_or_fails_does_not_hold_up_the_others() {
        var outage = new Outage(store, 200);
        var slow = outage.people().get(3);
        var refused = outage.people().get(4);
        var later = outage.people().get(5);
        var end = new CountDownLatch(1);
        try (var _ = outage.node(letter -> {
            var to = letter.id().subscriber();
            if (to.equals(slow)) {
                awaitQuietly(end);
            }
            if (to.equals(refused)) {
                return new Outcome.Rejected("550 no");
            }
            if (to.equals(later)) {
                return new Outcome.Deferred("451 greylisted", Optional.empty());
            }
            return outage.take(letter);
        })) {
            var announcement = outage.announce();
            outage.awaitSent(announcement, 197);
            Outage.awaitUntil(() -> outage.progress(announcement).tally().of(Kind.FAILED), failed -> failed == 1);
            Outage.awaitUntil(() -> outage.progress(announcement).tally().of(Kind.WAITING), waits -> waits == 1);
            assertThat(outage.progress(announcement).fannedOut()).isFalse();

            end.countDown();
            Outage.awaitUntil(() -> outage.progress(announcement).fannedOut(), over -> over);
            assertThat(outage.told(announcement)).hasSize(198);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_is_stopped_goes_to_nobody_any_more() {
        var outage = new Outage(store, 400);
        var begun = new CountDownLatch(4);
        var end = new CountDownLatch(1);
        try (var _ = outage.node(letter -> {
            begun.countDown();
            awaitQuietly(end);
            return outage.take(letter);
        })) {
            var announcement = outage.announce();
            awaitQuietly(begun);
            store.inTransaction(tx -> {
                tx.outbox().end(outage.page(), announcement.id());
                return announcement;
            });
            // Everybody but those who are being told at this moment.
            Outage.awaitUntil(
                    () -> outage.progress(announcement),
                    progress ->
                            progress.tally().of(Kind.FAILED) >= progress.cut().people() - 4);
            end.countDown();
            Outage.awaitUntil(() -> outage.progress(announcement).fannedOut(), over -> over);

            assertThat(outage.letters()).hasSize(4);
            assertThat(outage.accepted(announcement)).isEqualTo(4);
        }
    }

    @Test
    void somebody_who_was_erased_on_the_way_hears_nothing_and_nobody_waits_for_them() {
        var outage = new Outage(store, 60);
        var gone = outage.people().getLast();
        var announcement = outage.announce();
        // They lie in Kafka before anybody sends them.
        try (var relay = new KafkaRelay(outage.settings(), store, System::nanoTime)) {
            begin(relay);
            var portion = store.inTransaction(
                            tx -> tx.portions().take(100, outage.clock().instant(), Duration.ofSeconds(10)))
                    .orElseThrow();
            relay.hand(portion, outage.people());
            store.inTransaction(tx -> {
                tx.portions().handOver(portion, outage.people(), outage.clock().instant(), Duration.ofHours(1));
                tx.subscribers().erase(outage.page(), gone);
                return gone;
            });
        }
        try (var _ = outage.node()) {
            outage.awaitEnd(announcement);
            assertThat(outage.told(announcement)).hasSize(59).doesNotContainKey(gone);
        }
    }

    private static void begin(KafkaRelay relay) {
        try {
            relay.start(Duration.ofSeconds(20));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_cutter_that_dies_half_way_loses_nobody_and_doubles_nobody() {
        var outage = new Outage(store, 100);
        var announcement = outage.announce();
        try (var relay = new KafkaRelay(outage.settings(), store, System::nanoTime)) {
            begin(relay);
            var portion = store.inTransaction(
                            tx -> tx.portions().take(50, outage.clock().instant(), Duration.ofSeconds(10)))
                    .orElseThrow();
            var some = store
                    .reading(tx -> tx.subscribers().confirmedWithin(outage.page(), portion.after(), portion.upto()))
                    .stream()
                    .map(one -> one.id())
                    .limit(20)
                    .toList();
            relay.hand(portion, some);
        }
        outage.clock().advance(Duration.ofSeconds(11));
        try (var _ = outage.node()) {
            outage.awaitEnd(announcement);
            assertThat(outage.told(announcement)).hasSize(100);
            assertThat(outage.doubles(announcement)).isZero();
        }
    }

    @Test
    void what_a_mail_server_answered_is_kept_as_it_was() {
        var outage = new Outage(store, 3);
        try (var _ = outage.node(
                letter -> new Outcome.Rejected("550 5.1.1 <" + letter.to().value() + "> \uD83D\uDE80"))) {
            var announcement = outage.announce();
            outage.awaitEnd(announcement);

            var to = outage.people().getFirst();
            var found = store.reading(tx -> tx.deliveries().find(outage.page(), new DeliveryId(announcement.id(), to)))
                    .orElseThrow();
            assertThat(found.state().toString()).contains("550 5.1.1 <reader0@shops.example> \uD83D\uDE80");
            assertThat(found.address().value()).isEqualTo("reader0@shops.example");
        }
    }
}
