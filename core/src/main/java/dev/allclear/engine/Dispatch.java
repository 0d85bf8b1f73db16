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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sends what is due, batch by batch: claim under a lease, write, send side by side, write down what became of each.
///
/// After kill -9 the lease runs out and the batch is sent again by whoever claims it next: nobody is lost, and at the
/// most this batch is doubled, each mail with the same Message-ID.
final class Dispatch {

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
        var claimed = store.inTransaction(tx -> tx.deliveries().claim(batch, now, now.plus(lease)));
        if (claimed.isEmpty()) {
            return false;
        }
        var outcomes = sendAll(writer.write(claimed));
        store.inTransaction(tx -> {
            tx.deliveries().record(outcomes.stream().map(this::settled).toList());
            outcomes.forEach(sent -> suppressDead(tx, sent));
            return outcomes;
        });
        return true;
    }

    /// One delivery and what became of it.
    private record Sent(Delivery delivery, Outcome outcome) {}

    private List<Sent> sendAll(List<Written> letters) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends = letters.stream()
                    .<Callable<Sent>>map(letter -> () -> send(letter))
                    .toList();
            var outcomes = new ArrayList<Sent>(letters.size());
            for (var send : threads.invokeAll(sends)) {
                outcomes.add(result(send));
            }
            return outcomes;
        }
    }

    private Sent send(Written written) {
        return switch (written) {
            case Written.Pointless(var delivery, var why) -> new Sent(delivery, new Outcome.Rejected(why));
            case Written.Ready(var delivery, var letter) -> {
                try {
                    yield new Sent(delivery, channel.send(letter));
                } catch (RuntimeException bug) {
                    LOG.log(
                            Level.ERROR,
                            "delivery " + delivery.id().value() + " could not be sent and is tried again",
                            bug);
                    yield new Sent(
                            delivery,
                            new Outcome.Deferred(
                                    "an error of ours: " + bug.getClass().getSimpleName(), Optional.empty()));
                }
            }
        };
    }

    private static Sent result(Future<Sent> send) throws InterruptedException {
        try {
            return send.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a send broke out of its task", broken);
        }
    }

    private Delivery settled(Sent sent) {
        var delivery = sent.delivery();
        var now = clock.instant();
        var state = switch (sent.outcome()) {
            case Outcome.Accepted(var receipt) -> new Delivery.State.Sent(now, receipt);
            case Outcome.Rejected(var why) -> new Delivery.State.Failed(now, why);
            case Outcome.Gone(var why) -> new Delivery.State.Failed(now, why);
            case Outcome.Deferred(var why, var retryAfter) ->
                backoff.after(delivery.attempts(), entropy.fraction())
                        .map(wait -> retryAfter
                                .filter(asked -> asked.compareTo(wait) > 0)
                                .orElse(wait))
                        .<Delivery.State>map(wait -> new Delivery.State.Waiting(now.plus(wait), why))
                        .orElseGet(() -> new Delivery.State.Failed(
                                now, "gave up after " + delivery.attempts() + " tries: " + why));
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

    /// A dead address is not written to again, and the subscribers' list says why.
    private void suppressDead(Tx tx, Sent sent) {
        if (sent.outcome() instanceof Outcome.Gone(var why)) {
            var delivery = sent.delivery();
            tx.subscribers().find(delivery.page(), delivery.subscriber()).ifPresent(subscriber -> {
                tx.subscribers()
                        .save(subscriber.standing(new Standing.Left(clock.instant(), "the address is dead: " + why)));
                tx.journal()
                        .append(
                                delivery.page(),
                                clock.instant(),
                                "Allclear",
                                "subscriber.suppressed",
                                subscriber.id().value(),
                                "");
            });
        }
    }
}
