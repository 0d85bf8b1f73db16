package dev.allclear.engine;

import dev.allclear.delivery.Delivery;
import dev.allclear.engine.Errand.Ended;
import dev.allclear.engine.Withdrawn.Letters;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What this node has in its hands: letters to send, letters under way, and outcomes that are not written down yet.
///
/// All of it is lost with the process, and may be: the letters are claimed again, and of the outcomes there are never
/// more than `most`, since nothing further is handed out then.
final class Tray {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition toSend = lock.newCondition();
    private final Condition toWriteDown = lock.newCondition();
    private final Condition toFill = lock.newCondition();
    private final Receipts receipts;
    private final int most;

    private final Set<Claim> claims = new LinkedHashSet<>();
    private final Deque<Errand> waiting = new ArrayDeque<>();
    private final UnderWay underWay = new UnderWay();
    private List<Ended> ended = new ArrayList<>();
    private long pausedUntil;
    private boolean closed;

    /// @param most how many outcomes may be unknown to the database
    /// @param steady now, by the steady clock
    Tray(Receipts receipts, int most, long steady) {
        this.receipts = receipts;
        this.most = most;
        this.pausedUntil = steady;
    }

    void put(Claim claim, List<Errand> errands, List<Ended> decided) {
        locked(() -> {
            claims.add(claim);
            waiting.addAll(errands);
            ended.addAll(decided);
            toSend.signalAll();
            toWriteDown.signal();
        });
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /// The next letter to send.
    ///
    /// @param steady now, by the steady clock
    Optional<Errand> next(long steady) {
        lock.lock();
        try {
            while (!closed
                    && steady - pausedUntil >= 0
                    && underWay.size() + ended.size() < most
                    && !waiting.isEmpty()) {
                var errand = waiting.removeFirst();
                toFill.signal();
                if (errand.claim().isHeld(steady)) {
                    underWay.add(errand);
                    return Optional.of(errand);
                }
                if (errand.claim().bag().isPresent()) {
                    waiting.addFirst(errand);
                    return Optional.empty();
                }
                lose(errand.claim());
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    boolean isWanted(Errand errand) {
        lock.lock();
        try {
            return !closed && underWay.holds(errand);
        } finally {
            lock.unlock();
        }
    }

    /// It goes out now, if it still shall: it may have been stopped, or given to others, since it was handed out.
    ///
    /// @param steady now, by the steady clock
    boolean goesOut(Errand errand, long steady) {
        lock.lock();
        try {
            return !closed && underWay.goesOut(errand, steady);
        } finally {
            lock.unlock();
        }
    }

    /// It has an outcome. What was accepted is on this machine's disk when this returns.
    void ended(Errand errand, Delivery.State state) {
        locked(() -> {
            var wasGivenUp = !underWay.remove(errand);
            if (wasGivenUp && state.kind() != Delivery.Kind.ACCEPTED) {
                return;
            }
            var over = wasGivenUp ? errand.endedLate(state) : errand.ended(state);
            if (state.kind() == Delivery.Kind.ACCEPTED) {
                receipts.add(errand.claim().receipt(over.delivery()));
            }
            ended.add(over);
            toWriteDown.signal();
        });
    }

    /// It could not even be begun: its turn comes again, and nothing else is begun before that time. The next one goes
    /// before it, and so shows whether it was this one's own fault.
    void back(Errand errand, long notBefore) {
        locked(() -> {
            if (underWay.remove(errand)) {
                var next = Optional.ofNullable(waiting.pollFirst());
                waiting.addFirst(errand);
                next.ifPresent(waiting::addFirst);
                pausedUntil = notBefore;
            }
        });
    }

    /// Gives up what has been under way for too long: nobody knows what became of it.
    ///
    /// @return how many
    int giveUp(long begunBefore, Function<Errand, Delivery.State> outcome) {
        lock.lock();
        try {
            var stuck = underWay.outSinceBefore(begunBefore);
            for (var errand : stuck) {
                underWay.remove(errand);
                ended.add(errand.ended(outcome.apply(errand)));
            }
            return stuck.size();
        } finally {
            lock.unlock();
        }
    }

    /// Outcomes that are to be written down together, and the claims that are over with them.
    record Batch(List<Ended> outcomes, List<Claim> over) {

        boolean isEmpty() {
            return outcomes.isEmpty() && over.isEmpty();
        }

        Map<Claim, List<Delivery>> byClaim() {
            return outcomes.stream()
                    .collect(Collectors.groupingBy(
                            Ended::claim, Collectors.mapping(Ended::delivery, Collectors.toList())));
        }
    }

    Batch collect() {
        lock.lock();
        try {
            receipts.turnOver();
            var outcomes = List.copyOf(ended);
            var counts = outcomes.stream()
                    .collect(Collectors.groupingBy(Ended::claim, Collectors.summingInt(Ended::people)));
            var over = claims.stream()
                    .filter(claim -> claim.open() <= counts.getOrDefault(claim, 0))
                    .toList();
            return new Batch(outcomes, over);
        } finally {
            lock.unlock();
        }
    }

    /// The database knows it.
    void written(Batch batch) {
        locked(() -> {
            receipts.forget();
            ended = new ArrayList<>(ended.subList(batch.outcomes().size(), ended.size()));
            batch.outcomes().forEach(one -> one.claim().over(one.people()));
            batch.over().forEach(claims::remove);
            toSend.signalAll();
        });
    }

    List<Claim> claims() {
        lock.lock();
        try {
            return List.copyOf(claims);
        } finally {
            lock.unlock();
        }
    }

    /// Whether letters of it are under way, or have an outcome that is not kept yet.
    boolean hasUnderWay(Claim claim) {
        lock.lock();
        try {
            return underWay.holdsAnyOf(claim)
                    || ended.stream().anyMatch(one -> one.claim().equals(claim));
        } finally {
            lock.unlock();
        }
    }

    boolean holds(Claim claim) {
        return claims().contains(claim);
    }

    Letters letters() {
        lock.lock();
        try {
            return Letters.of(Stream.concat(waiting.stream(), underWay.heldBack().stream()));
        } finally {
            lock.unlock();
        }
    }

    void kept(Claim claim, long heldUntil) {
        locked(() -> claim.heldUntil(heldUntil));
    }

    void lost(Claim claim) {
        locked(() -> lose(claim));
    }

    /// It is somebody else's, or soon will be: nothing of it is sent any more, and it is not for us to say that it is
    /// done. What was sent is still written down.
    private void lose(Claim claim) {
        claims.remove(claim);
        waiting.removeIf(errand -> errand.claim().equals(claim));
        toFill.signal();
    }

    /// Sends nothing further of what was stopped, of what a newer update replaced, and to people who are gone.
    void withdraw(Withdrawn withdrawn, Instant now) {
        locked(() -> {
            waiting.removeIf(errand -> isTakenBack(errand, withdrawn, now));
            underWay.heldBack().stream()
                    .filter(errand -> isTakenBack(errand, withdrawn, now))
                    .forEach(underWay::remove);
            toFill.signal();
            toSend.signalAll();
            toWriteDown.signal();
        });
    }

    private boolean isTakenBack(Errand errand, Withdrawn withdrawn, Instant now) {
        var halt = withdrawn.halt(errand);
        if (halt.isPresent()) {
            switch (halt.get()) {
                case STOPPED -> stop(errand, now);
                case REPLACED -> ended.add(errand.ended(new Delivery.State.Superseded(now)));
            }
        } else if (withdrawn.isForNobody(errand)) {
            // Of whoever was erased, the store writes nothing down.
            ended.add(errand.ended(new Delivery.State.Suppressed(now, Intake.LEFT)));
        } else {
            return false;
        }
        return true;
    }

    /// Of a portion, nobody else looks at these people any more. What came over a relay has to have an outcome.
    private void stop(Errand errand, Instant now) {
        if (errand.claim().bag().isPresent()) {
            ended.add(errand.ended(new Delivery.State.Failed(now, Intake.STOPPED)));
        } else {
            errand.claim().over(1);
        }
    }

    /// Hands out nothing further.
    void close() {
        locked(() -> {
            closed = true;
            toSend.signalAll();
            toFill.signalAll();
            toWriteDown.signalAll();
        });
    }

    void awaitLetters(long nanos) throws InterruptedException {
        await(toSend, nanos, () -> waiting.isEmpty() || underWay.size() + ended.size() >= most);
    }

    /// Waits until there is something to write down, and then a little longer for more.
    void awaitOutcomes(long nanos, long gather) throws InterruptedException {
        await(toWriteDown, nanos, ended::isEmpty);
        await(toWriteDown, gather, () -> ended.size() < most / 2);
    }

    void awaitRoom(int room, long nanos) throws InterruptedException {
        await(toFill, nanos, () -> waiting.size() >= room);
    }

    private void await(Condition change, long nanos, BooleanSupplier isNeeded) throws InterruptedException {
        lock.lock();
        try {
            var left = nanos;
            while (!closed && left > 0 && isNeeded.getAsBoolean()) {
                left = change.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
