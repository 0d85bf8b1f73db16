package dev.allclear.kafka;

import dev.allclear.engine.Relay.Room;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// How many letters wait in Kafka. There shall never be more than go out in a few seconds: what has to overtake them
/// still waits where it can, in the database.
final class Backlog {

    private static final long SECONDS = 3;

    /// So many may wait however slowly they go out.
    private static final long FEW = 1_000;

    private final KafkaSettings settings;
    private final LongSupplier steady;
    private final AtomicLong handedSince = new AtomicLong();
    private volatile long waiting;
    private volatile double perSecond;
    private long doneBefore = -1;
    private long lookedAt;

    Backlog(KafkaSettings settings, LongSupplier steady) {
        this.settings = settings;
        this.steady = steady;
    }

    Room room() {
        var most = Math.max(FEW, (long) (SECONDS * perSecond));
        return waiting + handedSince.get() < most ? Room.FREE : Room.FULL;
    }

    void handed(int letters) {
        handedSince.addAndGet(letters);
    }

    /// @throws ExecutionException when Kafka can't be reached
    void look(Admin admin, int partitions) throws ExecutionException, InterruptedException {
        var all = IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(settings.letters(), number))
                .toList();
        var handed = handedSince.get();
        var ends = admin.listOffsets(all.stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest())))
                .all()
                .get();
        var end = ends.values().stream().mapToLong(one -> one.offset()).sum();
        var done = done(admin);
        handedSince.addAndGet(-handed);
        waiting = end - done;
        measure(done);
    }

    private long done(Admin admin) throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(settings.group())
                .partitionsToOffsetAndMetadata()
                .get();
        return committed.entrySet().stream()
                .filter(one -> one.getKey().topic().equals(settings.letters()))
                .filter(one -> one.getValue() != null)
                .mapToLong(one -> Progress.of(one.getValue()).done())
                .sum();
    }

    /// Faster at once, slower by and by: what is committed comes in jumps.
    private void measure(long done) {
        var now = steady.getAsLong();
        if (doneBefore >= 0 && now > lookedAt) {
            var measured = (done - doneBefore) * 1e9 / (now - lookedAt);
            perSecond = Math.max(measured, perSecond * 0.9 + measured * 0.1);
        }
        doneBefore = done;
        lookedAt = now;
    }
}
