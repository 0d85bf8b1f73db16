package dev.allclear.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Cuts connections that dribble: a header or body that takes for ever, or an answer that nobody takes.
///
/// A timeout of silence, which is here too, does not catch them: a byte now and then is not silence. Watching is cheap:
/// a connection only
/// notes what it waits for and since when, and one timer looks at all of them.
final class SlowClients {

    /// Longer than the 60 s after which load balancers drop a silent connection, so that it is they who do.
    private static final Duration SILENCE = Duration.ofSeconds(75);

    /// What a connection may take, whatever it sends.
    private final Duration patience;

    private final Set<Watched> connections = ConcurrentHashMap.newKeySet();

    SlowClients(Vertx vertx, Duration patience) {
        this.patience = patience;
        var interval = Math.max(100, patience.toMillis() / 10);
        vertx.setPeriodic(interval, _ -> connections.forEach(one -> one.check(System.nanoTime())));
    }

    void watch(Channel channel) {
        channel.pipeline().addAfter("httpDecoder", "slowClients", new Watched(channel));
    }

    /// What one connection is doing, seen between the decoder and everything behind it.
    private final class Watched extends ChannelDuplexHandler {

        /// Bytes a second that a body must bring to be given more time.
        private static final long SLOWEST_BODY = 8 * 1024;

        private static final long NOTHING = 0;

        private final Channel channel;
        private volatile @Nullable ChannelHandlerContext context;
        private volatile long headerSince = System.nanoTime();
        private volatile long bodySince = NOTHING;
        private long bodyBytes;
        private volatile long active = System.nanoTime();
        private long stuckSince = NOTHING;
        private long stuckBytes;
        private boolean decoded;

        private Watched(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext added) {
            context = added;
            connections.add(this);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext removed) {
            connections.remove(this);
        }

        @Override
        public void channelInactive(ChannelHandlerContext gone) throws Exception {
            connections.remove(this);
            super.channelInactive(gone);
        }

        @Override
        public void channelRead(ChannelHandlerContext reading, Object message) throws Exception {
            decoded = true;
            if (message instanceof HttpRequest) {
                headerSince = NOTHING;
                bodyBytes = 0;
                active = System.nanoTime();
                bodySince = active;
            }
            if (message instanceof HttpContent content) {
                bodyBytes += content.content().readableBytes();
            }
            if (message instanceof LastHttpContent) {
                bodySince = NOTHING;
            }
            super.channelRead(reading, message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext reading) throws Exception {
            // Bytes came and made nothing whole, and we are in no body: a header has begun.
            if (!decoded && bodySince == NOTHING && headerSince == NOTHING) {
                headerSince = System.nanoTime();
            }
            decoded = false;
            super.channelReadComplete(reading);
        }

        @Override
        public void flush(ChannelHandlerContext writing) throws Exception {
            active = System.nanoTime();
            super.flush(writing);
        }

        void check(long now) {
            var allowed = patience.toNanos();
            var forBody = allowed + Duration.ofSeconds(bodyBytes / SLOWEST_BODY).toNanos();
            if (isOver(headerSince, now, allowed)
                    || isOver(bodySince, now, forBody)
                    || isOver(stuckSince(now), now, allowed)
                    || isOver(active, now, SILENCE.toNanos())) {
                cut();
            }
        }

        /// From our own place in the pipeline: a close from its end would first wait until all that is queued is taken.
        private void cut() {
            if (context != null) {
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
            var queue = channel.unsafe().outboundBuffer();
            return queue == null ? 0 : queue.totalPendingWriteBytes() - queue.currentProgress();
        }
    }
}
