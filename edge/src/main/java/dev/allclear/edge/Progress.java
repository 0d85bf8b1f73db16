package dev.allclear.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;

/// What one connection is waiting for, and since when. Noted by its event loop, looked at by a timer.
final class Progress {

    /// Longer than the 60 s after which load balancers drop a silent connection, so that it is they who do.
    private static final Duration SILENCE = Duration.ofSeconds(75);

    /// Bytes a second that a body must bring to be given more time.
    private static final long SLOWEST_BODY = 8 * 1024;

    private static final long NOTHING = 0;

    private final ChannelHandlerContext context;
    private volatile long active = System.nanoTime();
    private volatile long headerSince = active;
    private volatile long bodySince = NOTHING;
    private long bodyBytes;
    private boolean decoded;
    private long stuckSince = NOTHING;
    private long stuckBytes;

    /// @param context a place in the pipeline before everything that would wait for a queue when closing
    Progress(ChannelHandlerContext context) {
        this.context = context;
    }

    /// The decoder has made something of the bytes that came.
    void read(Object message) {
        decoded = true;
        if (message instanceof HttpRequest) {
            active = System.nanoTime();
            headerSince = NOTHING;
            bodySince = active;
            bodyBytes = 0;
        }
        if (message instanceof HttpContent content) {
            bodyBytes += content.content().readableBytes();
        }
        if (message instanceof LastHttpContent) {
            bodySince = NOTHING;
        }
    }

    /// All bytes that came are decoded as far as they go.
    void readComplete() {
        // They made nothing whole, and we are in no body: a header has begun.
        if (!decoded && bodySince == NOTHING && headerSince == NOTHING) {
            headerSince = System.nanoTime();
        }
        decoded = false;
    }

    void wrote() {
        active = System.nanoTime();
    }

    /// Cuts the connection when it has used up our patience.
    void check(long now, Duration patience) {
        var allowed = patience.toNanos();
        var forBody = allowed + Duration.ofSeconds(bodyBytes / SLOWEST_BODY).toNanos();
        if (isOver(headerSince, now, allowed)
                || isOver(bodySince, now, forBody)
                || isOver(stuckSince(now), now, allowed)
                || isOver(active, now, SILENCE.toNanos())) {
            // Not the channel's own close, which would first wait until all that is queued is taken.
            var _ = context.close();
        }
    }

    private static boolean isOver(long since, long now, long allowed) {
        return since != NOTHING && now - since > allowed;
    }

    /// Since when the other side takes nothing of what waits for it.
    private long stuckSince(long now) {
        var waiting = waitingBytes();
        if (waiting == 0 || waiting < stuckBytes) {
            stuckSince = waiting == 0 ? NOTHING : now;
        } else if (stuckSince == NOTHING) {
            stuckSince = now;
        }
        stuckBytes = waiting;
        return stuckSince;
    }

    private long waitingBytes() {
        var queue = context.channel().unsafe().outboundBuffer();
        return queue == null ? 0 : queue.totalPendingWriteBytes() - queue.currentProgress();
    }
}
