package dev.allclear.engine;

import dev.allclear.Entropy;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.delivery.Backoff;
import dev.allclear.delivery.Channel;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Outcome;
import dev.allclear.engine.LetterWriter.Written;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Sends what is due, batch by batch: claim under a lease, write, send side by side, write down what became of each.
///
/// After kill -9 the lease runs out and the batch is sent again by whoever claims it next: nobody is lost, and at the
/// most this batch is doubled, each mail with the same Message-ID.
final class Dispatch {

    /// Between two tries to write outcomes down.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(Dispatch.class.getName());

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;
    private final LetterWriter writer;
    private final Channel channel;
    private final Backoff backoff;
    private final int batch;
    private final Duration lease;

    Dispatch(
            Store store,
            InstantSource clock,
            Entropy entropy,
            LetterWriter writer,
            Channel channel,
            Backoff backoff,
            int batch,
            Duration lease) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.writer = writer;
        this.channel = channel;
        this.backoff = backoff;
        this.batch = batch;
        this.lease = lease;
    }

    /// Takes one batch through.
    ///
    /// @return false when nothing was due
    boolean step() throws InterruptedException {
        var now = clock.instant();
        var until = now.plus(lease);
        var claimed = store.inTransaction(tx -> tx.deliveries().claim(batch, backoff.attempts(), now, until));
        if (claimed.isEmpty()) {
            return false;
        }
        var letters = writer.write(claimed);
        var outcomes = sendAll(letters, patience(until));
        writeDown(outcomes.stream().map(this::settled).toList(), until);
        outcomes.forEach(this::suppressDead);
        return true;
    }

    /// One delivery and what became of it.
    private record Sent(Delivery delivery, Outcome outcome) {}

    /// A fifth of the lease is kept for writing down. By the clock, since finding out what to write took some of it
    /// too;
    /// but never longer, should the clock have been set back.
    private Duration patience(Instant until) {
        var most = lease.dividedBy(5).multipliedBy(4);
        var left = Duration.between(clock.instant(), until.minus(lease.dividedBy(5)));
        return left.compareTo(most) < 0 ? left : most;
    }

    /// Ends what is not through in time: whoever claims next must find it written down, or they would send everything
    /// again.
    private List<Sent> sendAll(List<Written> letters, Duration patience) throws InterruptedException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var sends = letters.stream()
                    .<Callable<Sent>>map(letter -> () -> send(letter))
                    .toList();
            var ended = threads.invokeAll(sends, patience.toMillis(), TimeUnit.MILLISECONDS);
            var outcomes = new ArrayList<Sent>(letters.size());
            for (var position = 0; position < letters.size(); position++) {
                outcomes.add(result(letters.get(position).delivery(), ended.get(position)));
            }
            return outcomes;
        } finally {
            // Not waited for: a send that can't be ended must not hold up the others.
            threads.shutdownNow();
        }
    }

    private Sent send(Written written) {
        return switch (written) {
            case Written.Pointless(var delivery, var why) -> new Sent(delivery, new Outcome.Rejected(why));
            case Written.Broken(var delivery, var bug) -> broken(delivery, bug);
            case Written.Ready(var delivery, var letter) -> new Sent(delivery, channel.send(letter));
        };
    }

    private static Sent result(Delivery delivery, Future<Sent> send) throws InterruptedException {
        try {
            return send.get();
        } catch (CancellationException late) {
            LOG.log(
                    Level.WARNING,
                    "delivery {0} took too long and is tried again",
                    delivery.id().value());
            return new Sent(delivery, new Outcome.Deferred("It took too long.", Optional.empty()));
        } catch (ExecutionException thrown) {
            return broken(delivery, Objects.requireNonNullElse(thrown.getCause(), thrown));
        }
    }

    /// Not even an `Error` may lose what became of the others: the text of one mail can be too much for the stack.
    private static Sent broken(Delivery delivery, Throwable bug) {
        LOG.log(Level.ERROR, "delivery " + delivery.id().value() + " could not be sent and is tried again", bug);
        return new Sent(
                delivery,
                new Outcome.Deferred("an error of ours: " + bug.getClass().getSimpleName(), Optional.empty()));
    }

    /// What was sent is not sent again because the database was away for a moment: as long as the batch is ours, we try
    /// to write it down.
    private void writeDown(List<Delivery> outcomes, Instant until) throws InterruptedException {
        while (true) {
            try {
                store.inTransaction(tx -> {
                    tx.deliveries().record(outcomes);
                    return outcomes;
                });
                return;
            } catch (RuntimeException broken) {
                if (!clock.instant().plus(PAUSE).isBefore(until)) {
                    throw broken;
                }
                LOG.log(
                        Level.ERROR,
                        "what became of " + outcomes.size() + " deliveries can't be written down; trying on",
                        broken);
                Thread.sleep(PAUSE);
            }
        }
    }

    private Delivery settled(Sent sent) {
        var delivery = sent.delivery();
        var now = clock.instant();
        var state = switch (sent.outcome()) {
            case Outcome.Accepted(var receipt) -> new Delivery.State.Sent(now, receipt);
            case Outcome.Rejected(var why) -> new Delivery.State.Failed(now, why);
            case Outcome.Gone(var why) -> new Delivery.State.Failed(now, why);
            case Outcome.Unknown(var why) -> again(delivery, now, why, Optional.empty());
            case Outcome.Unavailable(var why, var retryAfter) -> again(delivery, now, why, retryAfter);
            case Outcome.Deferred(var why, var retryAfter) -> again(delivery, now, why, retryAfter);
        };
        return new Delivery(
                delivery.id(),
                delivery.announcement(),
                delivery.page(),
                delivery.thread(),
                delivery.subscriber(),
                delivery.address(),
                delivery.attempts(),
                state);
    }

    private Delivery.State again(Delivery delivery, Instant now, String why, Optional<Duration> retryAfter) {
        return backoff.after(delivery.attempts(), entropy.fraction())
                .map(wait ->
                        retryAfter.filter(asked -> asked.compareTo(wait) > 0).orElse(wait))
                .<Delivery.State>map(wait -> new Delivery.State.Waiting(now.plus(wait), why))
                .orElseGet(() ->
                        new Delivery.State.Failed(now, "gave up after " + delivery.attempts() + " tries: " + why));
    }

    /// A dead address is not written to again, and the subscribers' list says why. Each by itself and after the
    /// outcomes:
    /// whoever erases a person holds the person before their deliveries, and so must we. Should it fail, the next mail
    /// will find the address dead again.
    private void suppressDead(Sent sent) {
        if (sent.outcome() instanceof Outcome.Gone(var why)) {
            try {
                store.inTransaction(tx -> {
                    suppress(tx, sent.delivery(), why);
                    return sent;
                });
            } catch (RuntimeException broken) {
                LOG.log(
                        Level.WARNING,
                        "the dead address of delivery " + sent.delivery().id().value() + " could not be struck off",
                        broken);
            }
        }
    }

    private void suppress(Tx tx, Delivery delivery, String why) {
        tx.subscribers()
                .find(delivery.page(), delivery.subscriber())
                .filter(subscriber -> !(subscriber.standing() instanceof Standing.Left))
                .ifPresent(subscriber -> {
                    var now = clock.instant();
                    tx.subscribers().save(subscriber.standing(new Standing.Left(now, "the address is dead: " + why)));
                    tx.journal()
                            .append(
                                    delivery.page(),
                                    now,
                                    "Allclear",
                                    "subscriber.suppressed",
                                    subscriber.id().value(),
                                    "");
                });
    }
}
