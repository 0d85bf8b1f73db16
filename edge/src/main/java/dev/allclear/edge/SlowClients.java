package dev.allclear.edge;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Cuts connections that dribble: a header or body that takes for ever, or an answer that nobody takes.
///
/// A timeout of silence, which is here too, does not catch them: a byte now and then is not silence. Watching is cheap:
/// a connection only notes what it waits for and since when, and one timer looks at all of them.
final class SlowClients {

    private final Set<Progress> connections = ConcurrentHashMap.newKeySet();

    /// @param patience what a connection may take, whatever it sends
    SlowClients(Vertx vertx, Duration patience) {
        var interval = Math.max(100, patience.toMillis() / 10);
        vertx.setPeriodic(interval, _ -> connections.forEach(one -> one.check(System.nanoTime(), patience)));
    }

    void watch(Progress connection) {
        connections.add(connection);
    }

    void forget(Progress connection) {
        connections.remove(connection);
    }
}
