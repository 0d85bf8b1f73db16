package dev.allclear.kafka;

import dev.allclear.engine.Relay.Bag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All partitions that are ours, and what of them is in the engine's hands.
final class Shares {

    /// So many outcomes may be unknown to the database before nothing further is sent. They are kept in memory too.
    private static final int AHEAD = 100_000;

    /// Kept by Kafka once the future is done.
    interface Outcomes {
        Future<?> keep(int partition, Ended outcome);
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Integer, Share> mine = new TreeMap<>();
    private final List<Keeping> keeping = new ArrayList<>();
    private final Outcomes outcomes;
    private int turn;
    private volatile long heldUntil;

    Shares(Outcomes outcomes, LongSupplier steady) {
        this.outcomes = outcomes;
        this.heldUntil = steady.getAsLong();
    }

    /// Until when nobody else can have what is ours, by the steady clock.
    long heldUntil() {
        return heldUntil;
    }

    void heldUntil(long steady) {
        heldUntil = steady;
    }

    <T> T locked(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void add(Collection<Share> shares) {
        change(() -> shares.forEach(share -> mine.put(share.partition(), share)));
    }

    @Nullable
    Share of(int partition) {
        return mine.get(partition);
    }

    List<Share> all() {
        return locked(() -> List.copyOf(mine.values()));
    }

    /// Waits until something can be taken, by turns from all partitions.
    List<Bag> take(int letters, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            var bags = next(letters);
            while (bags.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
                bags = next(letters);
            }
            return bags;
        } finally {
            lock.unlock();
        }
    }

    private List<Bag> next(int letters) {
        var bags = new ArrayList<Bag>();
        var left = unwritten() < AHEAD ? letters : 0;
        var shares = List.copyOf(mine.values());
        for (var tried = 0; tried < shares.size() && left > 0; tried++) {
            turn = (turn + 1) % shares.size();
            var share = shares.get(turn);
            var taken = share.take(left);
            if (!taken.isEmpty()) {
                var bag = new LetterBag(this, share, taken);
                share.handedOut(bag);
                bags.add(bag);
                left -= taken.size();
            }
        }
        return bags;
    }

    private int unwritten() {
        return mine.values().stream().mapToInt(Share::unwritten).sum();
    }

    boolean isFarAhead() {
        return locked(() -> unwritten() >= AHEAD);
    }

    private record Keeping(LetterBag bag, Ended outcome, Future<?> kept) {}

    void keep(LetterBag bag, Ended outcome) {
        try {
            keeping.add(new Keeping(bag, outcome, outcomes.keep(bag.share().partition(), outcome)));
        } catch (RuntimeException away) {
            keeping.clear();
            throw away;
        }
    }

    /// @throws IllegalStateException when Kafka does not have it: it must be given again
    void awaitKept() {
        var given = List.copyOf(keeping);
        keeping.clear();
        try {
            for (var one : given) {
                one.kept().get();
            }
        } catch (ExecutionException away) {
            throw new IllegalStateException("Kafka could not keep what became of letters; we try again", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
        change(() ->
                given.forEach(one -> one.bag().kept(one.outcome().delivery().subscriber())));
    }

    /// What was known to be ours goes to somebody else: nothing further of it is begun.
    ///
    /// @return those in which letters are still under way when the time is over
    int recall(Collection<Integer> partitions, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var going = mine.values().stream()
                    .filter(share -> partitions.contains(share.partition()))
                    .toList();
            going.forEach(Share::recall);
            changed.signalAll();
            var left = patience.toNanos();
            while (left > 0 && going.stream().anyMatch(Share::isBusy)) {
                left = changed.awaitNanos(left);
            }
            return (int) going.stream().filter(Share::isBusy).count();
        } finally {
            lock.unlock();
        }
    }

    void remove(Collection<Integer> partitions) {
        change(() -> partitions.forEach(partition -> {
            var share = mine.remove(partition);
            if (share != null) {
                share.recall();
            }
        }));
    }

    /// Outcomes of one partition that are to be written down together.
    record Batch(Share share, List<Ended> outcomes) {}

    List<Batch> awaitOutcomes(int most, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (unwritten() == 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return mine.values().stream()
                    .filter(share -> share.unwritten() > 0)
                    .map(share -> new Batch(share, share.toWriteDown(most)))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    void written(Batch batch) {
        change(() -> batch.share().written(batch.outcomes().size()));
    }
}
