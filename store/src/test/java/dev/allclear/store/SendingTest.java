package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.allclear.PageId;
import dev.allclear.audience.Subscriber;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Channel;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import dev.allclear.engine.Engine;
import dev.allclear.engine.Manning;
import dev.allclear.engine.Provider;
import dev.allclear.engine.Receipts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Stage;
import dev.allclear.status.Area;
import dev.allclear.suppression.Suppressions;
import dev.allclear.testkit.Engines;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import dev.allclear.transaction.Store;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a batch when something goes wrong in the middle of it: every outcome is written down, and nobody is
/// written to again and again.
final class SendingTest {

    private static final Outcome SENT = new Outcome.Accepted("250 Ok");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Stories.NOW.plusSeconds(1));
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
    private SqlStore store;
    private PageId page;
    private Subscriber ada;
    private Subscriber bela;
    private Incident incident;
    private Announcement announcement;

    @BeforeEach
    void open() {
        store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")));
        page = Stories.opened(store).id();
        ada = Stories.subscriber(page, "ada");
        bela = Stories.subscriber(page, "bela");
        incident = Stories.openIncident(page);
        announcement = Stories.announcement(incident);
        store.inTransaction(tx -> {
            tx.subscribers().save(ada);
            tx.subscribers().save(bela);
            tx.incidents().add(incident);
            tx.outbox().add(announcement);
            return page;
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Engine engine(Store over, Channel channel) {
        return engine(over, Engines.FEW, channel);
    }

    private Engine engine(Store over, Manning manning, Channel channel) {
        return Engines.over(
                over,
                clock,
                letter -> {
                    letters.add(letter);
                    return channel.send(letter);
                },
                Receipts.NONE,
                manning);
    }

    private Delivery delivery(Subscriber to) {
        return found(to).orElseThrow();
    }

    private Optional<Delivery> found(Subscriber to) {
        return store.reading(tx -> tx.deliveries().find(page, new DeliveryId(announcement.id(), to.id())));
    }

    private void awaitEnd(Subscriber of, Class<? extends State> end) {
        await().atMost(Duration.ofSeconds(15))
                .until(() ->
                        found(of).map(Delivery::state).filter(end::isInstance).isPresent());
    }

    @Test
    void a_send_that_never_ends_is_given_up_and_does_not_harm_the_others() {
        var never = new CountDownLatch(1);
        var impatient = new Manning(2, 50, 50, Duration.ofMinutes(5), Duration.ofSeconds(1));
        try (var engine = engine(store, impatient, letter -> {
            if (letter.to().equals(ada.address())) {
                try {
                    never.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }
            return SENT;
        })) {
            engine.start();
            awaitEnd(bela, State.Accepted.class);
            awaitEnd(ada, State.Unknown.class);

            assertThat(((State.Unknown) delivery(ada).state()).again())
                    .hasValueSatisfying(again -> assertThat(again).isAfter(clock.instant()));
            assertThat(letters).hasSize(2);
        } finally {
            never.countDown();
        }
    }

    @Test
    void a_zone_that_is_no_more_keeps_nobody_from_hearing() throws SQLException {
        try (var raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("allclear.db"));
                var statement = raw.prepareStatement("UPDATE subscriber SET zone = 'No/Where' WHERE id = ?")) {
            statement.setString(1, ada.id().value());
            statement.executeUpdate();
        }
        try (var engine = engine(store, _ -> SENT)) {
            engine.start();
            awaitEnd(bela, State.Accepted.class);
            awaitEnd(ada, State.Accepted.class);
        }
    }

    @Test
    void an_error_in_a_channel_is_an_outcome_too() {
        try (var engine = engine(store, letter -> {
            if (letter.to().equals(ada.address())) {
                throw new StackOverflowError("deeply nested");
            }
            return SENT;
        })) {
            engine.start();
            awaitEnd(bela, State.Accepted.class);
            awaitEnd(ada, State.Waiting.class);
        }
    }

    @Test
    void outcomes_in_hand_are_written_down_though_the_database_fails_at_first() {
        var failures = new AtomicInteger();
        var stumbling = new StumblingStore(store, () -> {
            if (!letters.isEmpty() && failures.getAndIncrement() < 2) {
                throw new IllegalStateException("the database is gone");
            }
        });
        try (var engine = engine(stumbling, _ -> SENT)) {
            engine.start();
            awaitEnd(ada, State.Accepted.class);
            awaitEnd(bela, State.Accepted.class);

            assertThat(letters).hasSize(2);
            assertThat(failures).hasValueGreaterThan(2);
        }
    }

    @Test
    void a_delivery_that_is_lost_time_and_again_fails_in_the_end() {
        store.inTransaction(tx -> {
            tx.portions().take(50, clock.instant(), Duration.ZERO);
            return page;
        });
        for (var loss = 0; loss < 3; loss++) {
            store.inTransaction(tx -> tx.portions().take(50, clock.instant(), Duration.ZERO));
        }
        // Its people are queued one by one now.
        try (var engine = engine(store, letter -> {
            throw new IllegalStateException("this one is too much: " + letter.id());
        })) {
            engine.start();
            for (var lookAgain = 0; lookAgain < 3; lookAgain++) {
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> found(ada)
                                .filter(one -> one.state() instanceof State.Failed || isPutOff(one))
                                .isPresent());
                clock.advance(Duration.ofHours(1));
            }
            awaitEnd(ada, State.Failed.class);

            assertThat(((State.Failed) delivery(ada).state()).why()).contains("put aside after 3 tries");
        }
    }

    private boolean isPutOff(Delivery one) {
        return one.state() instanceof State.Waiting(var due, var _) && due.isAfter(clock.instant());
    }

    @Test
    void what_waits_for_its_place_in_the_pace_can_still_be_stopped() {
        var one = new Provider(
                "slow",
                letter -> {
                    letters.add(letter);
                    return SENT;
                },
                Optional.of(0.01));
        try (var engine = Engines.over(store, clock, one, Receipts.NONE, Engines.FEW)) {
            engine.start();
            await().atMost(Duration.ofSeconds(15)).until(() -> letters.size() == 1);

            store.inTransaction(tx -> {
                tx.outbox().end(page, announcement.id());
                return page;
            });
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> store.reading(tx -> tx.outbox().progress(page, announcement.id()))
                            .orElseThrow()
                            .fannedOut());
        }
        assertThat(letters).hasSize(1);
    }

    @Test
    void a_dead_address_is_not_written_to_again() {
        try (var engine = engine(store, _ -> new Outcome.Gone("550 5.1.1 nobody"))) {
            engine.start();
            awaitEnd(ada, State.Failed.class);
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> store.reading(tx -> tx.suppressions().any(page)));
        }
    }

    @Test
    void nothing_that_is_kept_of_a_dead_address_says_whose_it_was() {
        var told = "550 5.1.1 <%s> (for hidden.alias@elsewhere.example) is unknown"
                .formatted(ada.address().value().toUpperCase(Locale.ROOT));
        try (var engine = engine(store, letter -> letter.to().equals(ada.address()) ? new Outcome.Gone(told) : SENT)) {
            engine.start();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> store.reading(tx -> tx.suppressions().any(page)));
        }

        var detail = store.reading(
                        tx -> tx.suppressions().list(page, new Suppressions.Wanted(Optional.empty(), false), 0, 10))
                .getFirst()
                .detail();
        var journal = store.reading(tx -> tx.journal().last(page)).orElseThrow().detail();
        assertThat(detail + journal)
                .contains("550 5.1.1", "h***@elsewhere.example")
                .doesNotContainIgnoringCase(ada.address().value())
                .doesNotContain("hidden.alias");
    }

    @Test
    void a_late_mail_says_what_was_true_of_its_update() {
        var later = clock.advance(Duration.ofMinutes(20));
        var next = incident.post(
                Stage.IDENTIFIED,
                Stories.words("It is the storefront.", later),
                Map.of(Area.whole(Stories.STOREFRONT), dev.allclear.status.State.PARTIAL_OUTAGE),
                later.plusSeconds(1_800));
        store.inTransaction(tx -> {
            tx.incidents()
                    .save(next.resolve(Stories.words("All is well.", later.plusMillis(1)), later.plusMillis(1)), 1);
            return page;
        });
        try (var engine = engine(store, _ -> SENT)) {
            engine.start();
            awaitEnd(ada, State.Accepted.class);
        }

        assertThat(letters)
                .extracting(Letter::content)
                .first()
                .isInstanceOfSatisfying(Letter.Content.OfUpdate.class, news -> {
                    assertThat(news.incident().isOpen()).isTrue();
                    assertThat(news.incident().latest()).isEqualTo(news.update());
                    assertThat(news.incident().affected())
                            .extracting(area -> area.component())
                            .containsExactlyInAnyOrder(Stories.CHECKOUT, Stories.API);
                });
    }

    @Test
    void an_error_does_not_end_a_loop() {
        var failures = new AtomicInteger();
        var stumbling = new StumblingStore(store, () -> {
            if (failures.getAndIncrement() == 0) {
                throw new LinkageError("a class is missing");
            }
        });
        try (var engine = engine(stumbling, _ -> SENT)) {
            engine.start();
            await().atMost(Duration.ofSeconds(15)).until(() -> failures.get() > 0);
            awaitEnd(ada, State.Accepted.class);

            assertThat(engine.isRunning()).isTrue();
        }
    }
}
