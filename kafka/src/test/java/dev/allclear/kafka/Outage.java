package dev.allclear.kafka;

import static org.awaitility.Awaitility.await;

import dev.allclear.PageId;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Channel;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Outcome;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Stage;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import dev.allclear.transaction.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// An outage that many must hear of, and what a mail server that takes everything was given.
final class Outage {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Store store;
    private final SettableClock clock = new SettableClock(Stories.NOW.plusSeconds(1));
    private final PageId page;
    private final List<SubscriberId> people;
    private final KafkaSettings settings;
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
    private Incident incident;
    private long version = 1;

    Outage(Store store, int people) {
        this.store = store;
        this.page = Stories.opened(store).id();
        var all = IntStream.range(0, people)
                .mapToObj(number -> Stories.subscriber(page, "reader", "reader" + number))
                .toList();
        this.people = all.stream().map(Subscriber::id).toList();
        this.incident = Stories.openIncident(page);
        this.settings = new KafkaSettings(
                Broker.running().servers(), Stories.unique("allclear"), 4, Map.of(), Duration.ofSeconds(3));
        store.inTransaction(tx -> {
            all.forEach(tx.subscribers()::save);
            tx.incidents().add(incident);
            return page;
        });
    }

    KafkaSettings settings() {
        return settings;
    }

    /// The same, over the line that can be cut.
    KafkaSettings overLine() {
        return new KafkaSettings(
                Broker.running().serversOverLine(),
                settings.prefix(),
                settings.partitions(),
                settings.more(),
                settings.session());
    }

    Store store() {
        return store;
    }

    SettableClock clock() {
        return clock;
    }

    PageId page() {
        return page;
    }

    List<SubscriberId> people() {
        return people;
    }

    Announcement announce() {
        var announcement = Stories.announcement(incident);
        store.inTransaction(tx -> {
            tx.outbox().add(announcement);
            return page;
        });
        return announcement;
    }

    /// One more update of the same incident.
    Announcement update() {
        var at = clock.advance(Duration.ofMinutes(1));
        incident = incident.post(
                Stage.IDENTIFIED,
                Stories.words("We found the cause and are at it.", at),
                Stories.trouble(),
                at.plus(Duration.ofMinutes(30)));
        store.inTransaction(tx -> {
            tx.incidents().save(incident, version++);
            return page;
        });
        return announce();
    }

    /// Takes everything, and notes it.
    Outcome take(Letter letter) {
        letters.add(letter);
        return new Outcome.Accepted("250 Ok");
    }

    CarryingNode node() {
        return node(this::take);
    }

    CarryingNode node(Channel channel) {
        return CarryingNode.start(settings, store, clock, channel);
    }

    List<Letter> letters() {
        return List.copyOf(letters);
    }

    /// How often each person was told of it.
    Map<SubscriberId, Long> told(Announcement what) {
        return letters.stream()
                .filter(letter -> letter.id().announcement().equals(what.id()))
                .collect(Collectors.groupingBy(letter -> letter.id().subscriber(), Collectors.counting()));
    }

    long doubles(Announcement what) {
        return told(what).values().stream().mapToLong(times -> times - 1).sum();
    }

    Progress progress(Announcement what) {
        return store.reading(tx -> tx.outbox().progress(page, what.id())).orElseThrow();
    }

    /// Waits until the database knows of everybody.
    void awaitEnd(Announcement what) {
        awaitUntil(
                () -> progress(what),
                progress -> progress.fannedOut() && progress.tally().isDone());
    }

    void awaitSent(Announcement what, int people) {
        awaitUntil(() -> told(what), told -> told.size() >= people);
    }

    static <T> void awaitUntil(Callable<T> look, Function<T, Boolean> holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(look, holds::apply);
    }

    long accepted(Announcement what) {
        return progress(what).tally().of(Kind.ACCEPTED);
    }

    long lettersInKafka() {
        var all = IntStream.range(0, settings.partitions())
                .boxed()
                .collect(Collectors.toMap(
                        number -> new TopicPartition(settings.letters(), number), _ -> OffsetSpec.latest()));
        try (var admin = Admin.create(settings.client(Map.of()))) {
            return admin.listOffsets(all).all().get().values().stream()
                    .mapToLong(one -> one.offset())
                    .sum();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
