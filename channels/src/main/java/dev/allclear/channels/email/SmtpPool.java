package dev.allclear.channels.email;

import dev.allclear.channels.email.SmtpReply.Stage;
import dev.allclear.delivery.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A few connections that many mails share: opening one per mail is some forty times slower where it is encrypted.
///
/// Threads wait here for their turn. Whether a kept connection still lives shows at its first command; when it doesn't,
/// a new one takes the mail at once, since nothing of it was written.
final class SmtpPool implements AutoCloseable {

    /// A server that wants fewer says so with 421 before the next mail (RFC 5321 lets it), which costs none. We only
    /// change now and then, so that one behind a balancer who woke up late gets its share.
    static final int MAILS_PER_CONNECTION = 1_000;

    /// Shorter than the patience of any server in common use.
    static final Duration IDLE = Duration.ofSeconds(30);

    private static final Duration TURN = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final int connections;
    private final Semaphore free;
    private final Deque<SmtpConnection> kept = new ConcurrentLinkedDeque<>();
    private final ScheduledThreadPoolExecutor timer;
    private final List<ScheduledFuture<?>> tending;
    private final SmtpDoor door;
    private final Reachability reachability;
    private volatile boolean closed;

    SmtpPool(SmtpSettings settings, String ownName, Patience patience, InstantSource clock) {
        var watchdog = new Watchdog();
        this.clock = clock;
        this.reachability = new Reachability(settings);
        this.connections = settings.connections();
        this.free = new Semaphore(connections);
        this.door = new SmtpDoor(settings, ownName, patience, watchdog);
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("smtp-timer").daemon().factory());
        var every = Watchdog.EVERY.toMillis();
        this.tending = List.of(
                timer.scheduleWithFixedDelay(watchdog::look, every, every, TimeUnit.MILLISECONDS),
                timer.scheduleWithFixedDelay(this::closeIdle, 10, 10, TimeUnit.SECONDS));
    }

    Outcome send(WrittenMail mail) throws InterruptedException {
        if (closed || !free.tryAcquire(TURN.toSeconds(), TimeUnit.SECONDS)) {
            return new Outcome.Deferred(
                    closed
                            ? "We were stopped before it could be sent."
                            : "All connections to the mail server are busy.",
                    Optional.empty());
        }
        try {
            return overSomeConnection(mail).outcome();
        } finally {
            free.release();
            endTimerWhenDone();
        }
    }

    private SmtpReply overSomeConnection(WrittenMail mail) {
        var old = takeKept().map(connection -> over(connection, mail));
        if (old.isPresent() && !old.get().isStaleConnection()) {
            return old.get();
        }
        try {
            var connection = door.open(clock.instant());
            reachability.found();
            return over(connection, mail);
        } catch (IOException unreachable) {
            var reply = SmtpReply.none(Stage.CONNECTION, unreachable);
            reachability.lost(reply.text());
            return reply;
        }
    }

    /// The one used last, so that those not needed grow old.
    private Optional<SmtpConnection> takeKept() {
        for (var next = kept.pollFirst(); next != null; next = kept.pollFirst()) {
            if (!isIdleTooLong(next, clock.instant())) {
                return Optional.of(next);
            }
            next.close();
        }
        return Optional.empty();
    }

    private SmtpReply over(SmtpConnection connection, WrittenMail mail) {
        var reply = connection.send(mail, clock.instant());
        if (connection.isUsable() && connection.mails() < MAILS_PER_CONNECTION) {
            kept.addFirst(connection);
        } else {
            connection.close();
        }
        if (closed) {
            closeKept();
        }
        return reply;
    }

    private static boolean isIdleTooLong(SmtpConnection connection, Instant now) {
        return Duration.between(connection.lastUsed(), now).compareTo(IDLE) > 0;
    }

    /// Closes what nobody has used for a while. Runs by itself every ten seconds.
    void closeIdle() {
        for (var oldest = kept.pollLast(); oldest != null; oldest = kept.pollLast()) {
            if (!isIdleTooLong(oldest, clock.instant())) {
                kept.addLast(oldest);
                return;
            }
            oldest.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeKept();
        endTimerWhenDone();
    }

    private void closeKept() {
        for (var next = kept.pollFirst(); next != null; next = kept.pollFirst()) {
            next.close();
        }
    }

    /// Mails on their way are finished, under the eye of the watchdog.
    private void endTimerWhenDone() {
        if (closed && free.availablePermits() == connections) {
            tending.forEach(task -> task.cancel(false));
            timer.shutdown();
        }
    }
}
