package dev.allclear.kafka;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/// Our place in the group of nodes that carry letters: takes in what comes on the partitions that are ours, says how
/// far it is done, and leaves partitions to others in good order.
///
/// One thread runs it, and nobody else touches the consumer.
final class Membership implements Runnable, ConsumerRebalanceListener, AutoCloseable {

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration SAID = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Letters that are under way when partitions go to somebody else may take so long.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// So many letters of a partition lie ready here.
    private static final int READY = 1_000;

    private static final Logger LOG = System.getLogger(Membership.class.getName());

    private final KafkaSettings settings;
    private final LongSupplier steady;
    private final Shares shares;
    private final Consumer<byte[], byte[]> consumer;
    private volatile boolean closed;
    private boolean troubled;
    private long saidAt;

    Membership(KafkaSettings settings, LongSupplier steady, Shares shares) {
        this.settings = settings;
        this.steady = steady;
        this.shares = shares;
        this.saidAt = steady.getAsLong();
        this.consumer = new KafkaConsumer<>(
                settings.client(Map.of(
                        "group.id",
                        settings.group(),
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "allow.auto.create.topics",
                        false,
                        // Both topics have as many partitions, so that this one gives the same numbers of both to one.
                        "partition.assignment.strategy",
                        RangeAssignor.class.getName(),
                        "session.timeout.ms",
                        (int) settings.session().toMillis(),
                        "heartbeat.interval.ms",
                        (int) settings.session().toMillis() / 4,
                        "max.poll.interval.ms",
                        60_000,
                        "max.poll.records",
                        READY,
                        "fetch.max.wait.ms",
                        100)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(List.of(settings.letters(), settings.outcomes()), this);
            while (!closed) {
                turn();
            }
        } catch (WakeupException | InterruptException closing) {
            LOG.log(Level.DEBUG, "leaves the group");
        } finally {
            consumer.close(CloseOptions.timeout(settings.session()));
        }
    }

    private void turn() {
        try {
            pauseOrGoOn();
            consumer.poll(MOMENT).forEach(this::arrived);
            shares.change(() -> {});
            say();
            troubled = false;
        } catch (WakeupException | InterruptException closing) {
            throw closing;
        } catch (RuntimeException broken) {
            if (!troubled) {
                LOG.log(Level.WARNING, "Kafka can't be read; nothing is lost, we try again and again", broken);
            }
            troubled = true;
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    /// Letters of a partition are not read before all is known of what was sent of it.
    private void pauseOrGoOn() {
        var resting = new HashSet<TopicPartition>();
        var farAhead = shares.isFarAhead();
        for (var share : shares.all()) {
            if (shares.locked(() -> !share.isCaughtUp() || share.waiting() >= READY)) {
                resting.add(letters(share.partition()));
            }
            if (farAhead) {
                resting.add(outcomes(share.partition()));
            }
        }
        var ours = consumer.assignment();
        consumer.pause(ours.stream().filter(resting::contains).toList());
        consumer.resume(ours.stream().filter(one -> !resting.contains(one)).toList());
    }

    private TopicPartition letters(int partition) {
        return new TopicPartition(settings.letters(), partition);
    }

    private TopicPartition outcomes(int partition) {
        return new TopicPartition(settings.outcomes(), partition);
    }

    private void arrived(ConsumerRecord<byte[], byte[]> record) {
        var share = shares.locked(() -> Optional.ofNullable(shares.of(record.partition())));
        share.ifPresent(one -> {
            if (record.topic().equals(settings.letters())) {
                letter(one, record);
            } else {
                outcome(one, record);
            }
        });
    }

    private void letter(Share share, ConsumerRecord<byte[], byte[]> record) {
        try {
            var letter = Posted.of(record.value());
            shares.locked(() -> {
                share.arrived(record.offset(), letter);
                return share;
            });
        } catch (RuntimeException unreadable) {
            LOG.log(Level.ERROR, "a letter in " + record.topic() + " can't be read; its portion is sent again later");
            shares.change(() -> share.passedLetter(record.offset()));
        }
    }

    private void outcome(Share share, ConsumerRecord<byte[], byte[]> record) {
        try {
            var outcome = Ended.of(record.value());
            shares.locked(() -> {
                share.arrived(record.offset(), outcome);
                return share;
            });
        } catch (RuntimeException unreadable) {
            LOG.log(Level.ERROR, "an outcome in " + record.topic() + " can't be read and is left out");
            shares.change(() -> share.passedOutcome(record.offset()));
        }
    }

    /// Says how far we are. That it was heard proves that we are a member: from when we said it, nobody else gets what
    /// is ours for the length of a session.
    private void say() {
        var now = steady.getAsLong();
        if (now - saidAt >= SAID.toNanos()) {
            saidAt = now;
            if (!shares.all().isEmpty()) {
                commit(Share::progress);
                shares.heldUntil(now + settings.session().toNanos());
            }
        }
    }

    /// How a share stands.
    private interface Standing {
        Progress of(Share share);
    }

    private void commit(Standing standing) {
        consumer.commitSync(
                shares.locked(() -> {
                    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
                    for (var share : shares.all()) {
                        offsets.put(
                                letters(share.partition()), standing.of(share).committed());
                        offsets.put(outcomes(share.partition()), new OffsetAndMetadata(share.firstUnwritten()));
                    }
                    return offsets;
                }),
                settings.session().dividedBy(2));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        var numbers = numbers(partitions);
        var outcomes = numbers.stream().map(this::outcomes).toList();
        consumer.pause(numbers.stream().map(this::letters).toList());
        var ends = consumer.endOffsets(outcomes);
        var committed = consumer.committed(numbers.stream().map(this::letters).collect(Collectors.toSet()));
        ToLongFunction<Integer> end = number -> ends.getOrDefault(outcomes(number), 0L);
        shares.add(numbers.stream()
                .map(number -> new Share(
                        number,
                        consumer.position(letters(number)),
                        consumer.position(outcomes(number)),
                        end.applyAsLong(number),
                        losses(committed.get(letters(number)))))
                .toList());
        // That we begin is said before anything is begun.
        saidAt = steady.getAsLong() - SAID.toNanos();
        if (!numbers.isEmpty()) {
            LOG.log(Level.INFO, "carries partitions {0} of {1}", numbers, settings.letters());
        }
    }

    private static int losses(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 1 : Progress.of(committed).losses() + 1;
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    /// In good order: what is under way comes to an end first, and whoever follows begins where we were.
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        var numbers = numbers(partitions);
        try {
            var busy = shares.recall(numbers, PATIENCE);
            if (busy > 0) {
                LOG.log(Level.WARNING, "letters of {0} partitions are still under way as they go to others", busy);
            }
            if (!shares.all().isEmpty()) {
                commit(share -> {
                    var progress = share.progress();
                    return new Progress(progress.upto(), progress.beyond(), 0);
                });
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "could not say how far we are; whoever follows finds out by itself", away);
        } finally {
            shares.remove(numbers);
        }
    }

    /// They are somebody else's already.
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        shares.heldUntil(steady.getAsLong());
        shares.remove(numbers(partitions));
        LOG.log(Level.WARNING, "the group has given what was ours to others; we send nothing of it any more");
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
    }
}
