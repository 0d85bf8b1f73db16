package dev.allclear.channels.email;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ends waits that take too long, whatever they wait for: an answer, a connection, or a server that takes no more
/// bytes.
///
/// One look at all of them now and then costs less than a time limit in every read and write, and knows stuck writes,
/// for which sockets have no limit.
final class Watchdog {

    /// How far beyond its limit a wait may run.
    static final Duration EVERY = Duration.ofMillis(250);

    private final Set<Wait> watched = ConcurrentHashMap.newKeySet();

    /// Something that takes as long as the other side likes.
    interface Blocking<T> {
        T run() throws IOException;
    }

    /// What one thread waits for.
    static final class Wait {

        private static final long NOTHING = Long.MIN_VALUE;

        private final Runnable end;
        private volatile long due = NOTHING;
        private volatile boolean ended;

        private Wait(Runnable end) {
            this.end = end;
        }

        /// @throws SocketTimeoutException when it took longer and was ended
        <T> T within(Duration limit, Blocking<T> blocking) throws IOException {
            due = System.nanoTime() + limit.toNanos();
            try {
                return blocking.run();
            } catch (IOException failed) {
                throw ended
                        ? new SocketTimeoutException("it was silent for " + limit.toSeconds() + " seconds")
                        : failed;
            } finally {
                due = NOTHING;
            }
        }

        private void look(long now) {
            var until = due;
            if (until != NOTHING && now - until > 0) {
                ended = true;
                end.run();
            }
        }
    }

    /// @param end makes the wait fail at once; must be quick
    Wait watch(Runnable end) {
        var wait = new Wait(end);
        watched.add(wait);
        return wait;
    }

    void forget(Wait wait) {
        watched.remove(wait);
    }

    void look() {
        var now = System.nanoTime();
        watched.forEach(wait -> wait.look(now));
    }
}
