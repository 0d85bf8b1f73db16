package dev.allclear.channels.email;

import dev.allclear.channels.email.SmtpReply.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A few connections that many mails share: opening one per mail is some forty times slower.
///
/// Virtual threads wait here for their turn. Whether a kept connection still lives shows at its first command; when it
/// doesn't, a new one takes the mail at once, since nothing of it was written.
final class SmtpPool implements AutoCloseable {

    /// Servers close a connection after some hundred mails (RFC 5321 lets them); we go before.
    static final int MAILS_PER_CONNECTION = 100;

    /// Shorter than the patience of any server in common use.
    static final Duration IDLE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SmtpSettings settings;
    private final InstantSource clock;
    private final Semaphore free;
    private final Deque<SmtpConnection> kept = new ConcurrentLinkedDeque<>();
    private final ScheduledThreadPoolExecutor timer;
    private final ScheduledFuture<?> idleCheck;
    private final Session session;
    private final Reachability reachability;
    private volatile boolean closed;

    SmtpPool(SmtpSettings settings, String ownName, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.reachability = new Reachability(settings);
        this.free = new Semaphore(settings.connections());
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("smtp-timer").daemon().factory());
        this.timer.setRemoveOnCancelPolicy(true);
        this.session = SmtpSession.of(settings, ownName, timer);
        this.idleCheck = timer.scheduleWithFixedDelay(this::closeIdle, 10, 10, TimeUnit.SECONDS);
    }

    SmtpReply send(WrittenMail mail) throws InterruptedException {
        if (closed || !free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            return new SmtpReply(
                    Stage.CONNECTION, SmtpReply.NONE, closed ? "we are stopping" : "all connections are busy");
        }
        try {
            return overSomeConnection(mail);
        } finally {
            free.release();
        }
    }

    private SmtpReply overSomeConnection(WrittenMail mail) {
        var old = takeKept().map(connection -> over(connection, mail));
        if (old.isPresent() && !old.get().isStaleConnection()) {
            return old.get();
        }
        try {
            var connection = SmtpConnection.open(session, settings, clock.instant());
            reachability.found();
            return over(connection, mail);
        } catch (MessagingException unreachable) {
            var reply = new SmtpReply(Stage.CONNECTION, SmtpReply.NONE, SmtpConnection.reason(unreachable));
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
        if (reply.leavesConnectionUsable() && connection.mails() < MAILS_PER_CONNECTION) {
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
        idleCheck.cancel(false);
        timer.shutdown();
        closeKept();
    }

    private void closeKept() {
        for (var next = kept.pollFirst(); next != null; next = kept.pollFirst()) {
            next.close();
        }
    }
}
