package dev.allclear.edge.live;

import io.vertx.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The open pages of one status page. Each event loop keeps its own readers and sends to them without any lock.
final class PageStream {

    /// What a reader who comes now must be told.
    ///
    /// @param beat says how far the history goes, so it never runs ahead of it
    record Now(History history, Instant confirmed, boolean current, Event beat) {

        static Now of(History history, Instant confirmed, boolean current) {
            return new Now(history, confirmed, current, Event.confirmed(history.revision(), confirmed, current));
        }
    }

    private final Map<Thread, Loop> loops = new ConcurrentHashMap<>();
    private volatile Now now;

    PageStream(long revision, Instant confirmed) {
        this.now = Now.of(new History(revision, List.of()), confirmed, true);
    }

    /// On the loop's own thread. Whatever is published from here on reaches the reader; what was published until then
    /// is in `now`, if that is read afterwards.
    Loop join(Context context, Reader reader) {
        var loop = loops.computeIfAbsent(Thread.currentThread(), _ -> new Loop(context));
        loop.add(reader);
        return loop;
    }

    Now now() {
        return now;
    }

    synchronized void publish(Event event) {
        if (event.revision() > now.history().revision()) {
            now = Now.of(now.history().with(event), now.confirmed(), now.current());
            toAll(reader -> reader.news(event));
        }
    }

    synchronized void confirm(Instant at, boolean current) {
        now = Now.of(now.history(), at, current);
    }

    synchronized void beat() {
        var beat = now.beat();
        toAll(reader -> reader.send(beat.bytes()));
    }

    private void toAll(Consumer<Reader> action) {
        loops.values().forEach(loop -> loop.each(action));
    }
}
