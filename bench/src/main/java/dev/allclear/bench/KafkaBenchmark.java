package dev.allclear.bench;

import dev.allclear.PageId;
import dev.allclear.channels.email.MailWriter;
import dev.allclear.channels.email.SmtpChannel;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Channel;
import dev.allclear.delivery.Outcome;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.engine.Engine;
import dev.allclear.engine.Manning;
import dev.allclear.engine.Node;
import dev.allclear.engine.Provider;
import dev.allclear.engine.Receipts;
import dev.allclear.engine.Relay;
import dev.allclear.kafka.KafkaRelay;
import dev.allclear.kafka.KafkaSettings;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.testkit.PostgresServer;
import dev.allclear.testkit.Stories;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// One update to many people, from the database to Postfix's smtp-sink, by one node and by two: carried by the database
/// alone, and by Kafka. Everything stands on this machine — nodes, PostgreSQL, the broker and the sink share its cores
/// — so what this shows is what Kafka costs, not what a cluster of it brings.
final class KafkaBenchmark implements Main.Benchmark {

    private static final int PEOPLE = 20_000;
    private static final int ROUNDS = 3;
    private static final int SESSIONS = 20;
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final AtomicInteger accepted = new AtomicInteger();

    /// @param sent how many were accepted in a second, from the update to the last mail
    /// @param known the same until the database knew of all of them
    private record Rate(double sent, double known) {}

    @Override
    public String run() throws Exception {
        var writer = new MailWriter(Newsletter.SENDER, new SanitisedMarkdown());
        try (var postfix = Postfix.start();
                var broker = KafkaBroker.start();
                var store = SqlStore.open(new StoreSettings.Postgres(PostgresServer.database(), "", ""));
                var channel = new SmtpChannel(postfix.settings(SESSIONS), writer, Clock.systemUTC())) {
            var page = readers(store);
            var kafka = new KafkaSettings(broker.address(), "bench", 12, Map.of());
            return String.format(
                    Locale.ROOT,
                    "{\"benchmark\":\"kafka\",\"people\":%d,\"sessions\":%d,\"databaseAlone\":{%s,%s},\"kafka\":{%s,%s}}",
                    PEOPLE,
                    SESSIONS,
                    measure("oneNode", store, page, channel, 1, List.of()),
                    measure("twoNodes", store, page, channel, 2, List.of()),
                    measure("oneNode", store, page, channel, 1, List.of(kafka)),
                    measure("twoNodes", store, page, channel, 2, List.of(kafka)));
        }
    }

    private static PageId readers(Store store) {
        var page = Stories.opened(store).id();
        IntStream.range(0, PEOPLE / 1_000)
                .forEach(thousand -> store.inTransaction(tx -> {
                    IntStream.range(0, 1_000)
                            .mapToObj(number ->
                                    Stories.subscriber(page, "reader", "reader" + (thousand * 1_000 + number)))
                            .forEach(tx.subscribers()::save);
                    return page;
                }));
        return page;
    }

    private String measure(String name, Store store, PageId page, Channel channel, int nodes, List<KafkaSettings> kafka)
            throws Exception {
        var parts = new ArrayDeque<AutoCloseable>();
        try {
            for (var node = 0; node < nodes; node++) {
                start(store, channel, SESSIONS / nodes, kafka, parts);
            }
            var rates = new ArrayList<Rate>();
            round(store, page);
            for (var round = 0; round < ROUNDS; round++) {
                rates.add(round(store, page));
            }
            return String.format(
                    Locale.ROOT,
                    "\"%s\":{\"sentPerSecond\":%.0f,\"knownPerSecond\":%.0f}",
                    name,
                    Pairs.median(rates.stream().map(Rate::sent).toList()),
                    Pairs.median(rates.stream().map(Rate::known).toList()));
        } finally {
            while (!parts.isEmpty()) {
                parts.pop().close();
            }
        }
    }

    /// As the program puts it together: with Kafka, a quarter of the senders is left to the database's work.
    private void start(Store store, Channel channel, int senders, List<KafkaSettings> kafka, Deque<AutoCloseable> parts)
            throws InterruptedException {
        Relay relay = Relay.NONE;
        for (var settings : kafka) {
            var begun = new KafkaRelay(settings, store, System::nanoTime);
            parts.push(begun);
            begun.start(PATIENCE);
            relay = begun;
        }
        var own = kafka.isEmpty() ? senders : senders / 4;
        var signature = new Signature(new byte[32]);
        var node = new Node(
                store,
                Clock.systemUTC(),
                System::nanoTime,
                Stories.entropy(),
                new Permalinks(URI.create("https://status.example.com"), signature),
                new AddressMarks(signature),
                List.of(Provider.unlimited("sink", letter -> {
                    var outcome = channel.send(letter);
                    if (outcome instanceof Outcome.Accepted) {
                        accepted.incrementAndGet();
                    }
                    return outcome;
                })),
                Receipts.NONE,
                relay,
                new Manning(own, 500, 80, LEASE, PATIENCE));
        engine(store, node, own, parts);
        if (!kafka.isEmpty()) {
            var manning = new Manning(senders - own, 500, 160, LEASE, PATIENCE);
            engine(store, node.ofRelay(manning), manning.senders(), parts);
        }
    }

    private static void engine(Store store, Node node, int senders, Deque<AutoCloseable> parts) {
        var engine = new Engine(store, Clock.systemUTC(), node, senders);
        parts.push(engine);
        engine.start();
    }

    private Rate round(Store store, PageId page) throws InterruptedException {
        var incident = Stories.openIncident(page);
        var announcement = Stories.announcement(incident);
        accepted.set(0);
        var begin = System.nanoTime();
        store.inTransaction(tx -> {
            tx.incidents().add(incident);
            tx.outbox().add(announcement);
            return page;
        });
        while (accepted.get() < PEOPLE) {
            Thread.sleep(2);
        }
        var sent = System.nanoTime();
        while (!isKnown(store, page, announcement)) {
            Thread.sleep(5);
        }
        return new Rate(PEOPLE * 1e9 / (sent - begin), PEOPLE * 1e9 / (System.nanoTime() - begin));
    }

    private static boolean isKnown(Store store, PageId page, Announcement announcement) {
        return store.reading(tx -> tx.outbox().progress(page, announcement.id()))
                .filter(progress -> progress.fannedOut() && progress.tally().sent() >= PEOPLE)
                .isPresent();
    }
}
