package dev.allclear.kafka;

import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Portion;
import dev.allclear.engine.Relay;
import dev.allclear.transaction.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Kafka as the way of letters from node to node. It may be away when a node starts and at any time after: then
/// portions are sent by the nodes that cut them, as if there were no Kafka, and what lies in Kafka waits for it.
public final class KafkaRelay implements Relay, AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int ANSWER_MILLIS = 3_000;

    private static final Logger LOG = System.getLogger(KafkaRelay.class.getName());

    private final KafkaSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final Admin admin;
    private final Topics topics;
    private final Backlog backlog;
    private final Shares shares;
    private final Membership membership;
    private final WritingDown writing;
    private final Thread looking = thread("kafka-backlog", this::look);
    private final Thread reading;
    private final Thread writer;
    private final CountDownLatch reached = new CountDownLatch(1);
    private volatile boolean there;
    private volatile boolean closed;
    private volatile int partitions;

    /// @param steady a clock that only ever goes forward, in nanoseconds
    public KafkaRelay(KafkaSettings settings, Store store, LongSupplier steady) {
        this.settings = settings;
        this.producer = new KafkaProducer<>(
                settings.client(Map.of(
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        1,
                        "batch.size",
                        64 * 1024,
                        "max.block.ms",
                        2_000,
                        "request.timeout.ms",
                        5_000,
                        "delivery.timeout.ms",
                        10_000)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.admin = Admin.create(
                settings.client(Map.of("default.api.timeout.ms", ANSWER_MILLIS, "request.timeout.ms", ANSWER_MILLIS)));
        this.topics = new Topics(settings);
        this.backlog = new Backlog(settings, steady);
        this.shares = new Shares(this::keep, steady);
        this.membership = new Membership(settings, steady, shares);
        this.writing = new WritingDown(store, shares);
        this.reading = thread("kafka-letters", membership);
        this.writer = thread("kafka-outcomes", writing);
    }

    private static Thread thread(String name, Runnable what) {
        return Thread.ofPlatform().daemon().name(name).unstarted(what);
    }

    /// Waits a little for Kafka, so that what is announced at once goes its way, and not for ever.
    public void start(Duration patience) throws InterruptedException {
        looking.start();
        if (!reached.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(
                    Level.ERROR,
                    "Kafka at {0} can''t be reached. Until it can, this node sends by itself what it announces",
                    settings.servers());
        }
    }

    /// Whether Kafka answers.
    public boolean isThere() {
        return there;
    }

    private void look() {
        while (!closed) {
            var wait = AGAIN;
            try {
                if (partitions == 0) {
                    partitions = topics.ensure(admin);
                    reading.start();
                    writer.start();
                }
                backlog.look(admin, partitions);
                wait = LOOK;
                isThere(true, "");
            } catch (ExecutionException | RuntimeException away) {
                isThere(false, String.valueOf(away.getMessage()));
            } catch (InterruptedException stopped) {
                return;
            }
            try {
                Thread.sleep(wait);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void isThere(boolean now, String why) {
        if (now != there && !closed) {
            LOG.log(
                    now ? Level.INFO : Level.ERROR,
                    now ? "Kafka at {0} carries letters" : "Kafka at {0} is away; nothing is lost: {1}",
                    settings.servers(),
                    why);
        }
        there = now;
        if (now) {
            reached.countDown();
        }
    }

    @Override
    public Room room() {
        return there ? backlog.room() : Room.AWAY;
    }

    /// All letters of a portion lie in one partition: whoever writes down what became of them finds a whole portion at
    /// once, and no two nodes write to the same one.
    @Override
    public void hand(Portion portion, Collection<SubscriberId> people) {
        var announcement = portion.announcement();
        var partition = Math.floorMod(announcement.id().hashCode() + portion.number(), partitions);
        var sent = people.stream()
                .map(one -> new Posted(announcement.page(), announcement.id(), one, portion.number()))
                .map(one -> send(settings.letters(), partition, one.to(), one.bytes()))
                .toList();
        producer.flush();
        backlog.handed(people.size());
        for (var one : sent) {
            await(one);
        }
    }

    private static void await(Future<?> kept) {
        try {
            kept.get();
        } catch (ExecutionException away) {
            throw new IllegalStateException("Kafka did not take a portion; it is handed over again later", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a portion was handed over", stopped);
        }
    }

    private Future<?> keep(int partition, Ended outcome) {
        return send(settings.outcomes(), partition, outcome.delivery().subscriber(), outcome.bytes());
    }

    private Future<?> send(String topic, int partition, SubscriberId key, byte[] value) {
        var kept = producer.send(
                new ProducerRecord<>(topic, partition, key.value().getBytes(StandardCharsets.UTF_8), value));
        // Out of reach, each of them would wait for its own time to be over.
        if (kept.state() == Future.State.FAILED) {
            throw new IllegalStateException("Kafka at " + settings.servers() + " is away", kept.exceptionNow());
        }
        return kept;
    }

    @Override
    public List<Bag> take(int people, Duration atMost) throws InterruptedException {
        return shares.take(people, atMost);
    }

    @Override
    public void flush() {
        shares.awaitKept();
    }

    /// What is under way has come to an end, or is left to others.
    @Override
    public void close() {
        closed = true;
        looking.interrupt();
        membership.close();
        writing.close();
        end(reading);
        end(writer);
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(1));
    }

    private static void end(Thread thread) {
        try {
            if (thread.isAlive() && !thread.join(Duration.ofSeconds(20))) {
                thread.interrupt();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
