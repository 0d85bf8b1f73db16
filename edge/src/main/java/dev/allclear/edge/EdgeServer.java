package dev.allclear.edge;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// The server in front of everything: one event loop per core, and limits on whatever a client can send or withhold.
public final class EdgeServer {

    /// Longest time that a header, a stalled body or an untaken answer may take.
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int HEADER = 16 * 1024;

    private static final int INITIAL_LINE = 4 * 1024;

    private final Vertx vertx;
    private final EdgeHandler handler;
    private final int loops;
    private final Duration patience;

    /// @param loops event loops, each of which answers on its own: one per core is best
    public EdgeServer(Vertx vertx, EdgeHandler handler, int loops, Duration patience) {
        this.vertx = vertx;
        this.handler = handler;
        this.loops = loops;
        this.patience = patience;
    }

    /// @param port 0 for any that is free, on one loop then
    /// @return the port, once connections are accepted
    public Future<Integer> listen(String host, int port) {
        // Headers that many answers share are encoded once. Vert.x reads this for each new connection.
        System.setProperty("vertx.cacheImmutableHttpResponseHeaders", "true");
        var slow = new SlowClients(vertx, patience);
        var address = SocketAddress.inetSocketAddress(port, host);
        var bound = new AtomicInteger();
        var instances = new DeploymentOptions().setInstances(port == 0 ? 1 : loops);
        return vertx.deployVerticle(() -> new Loop(slow, address, bound), instances)
                .map(_ -> bound.get());
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(INITIAL_LINE)
                .setMaxHeaderSize(HEADER)
                .setMaxChunkSize(16 * 1024)
                .setMaxFormAttributeSize(64 * 1024)
                .setMaxFormFields(200)
                .setMaxFormBufferedBytes(4 * 1024)
                .setDecompressionSupported(false)
                .setCompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                // No WebSockets here: their handlers would cost memory on each connection and cap pipelining.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                // Whoever takes the body says when to send it; what is refused need not be sent at all.
                .setHandle100ContinueAutomatically(false)
                .setAcceptBacklog(4_096)
                .setTcpNoDelay(true)
                .setReuseAddress(true);
    }

    /// One event loop's share of the connections.
    private final class Loop extends VerticleBase {

        private final SlowClients slow;
        private final SocketAddress address;
        private final AtomicInteger bound;

        private Loop(SlowClients slow, SocketAddress address, AtomicInteger bound) {
            this.slow = slow;
            this.address = address;
            this.bound = bound;
        }

        @Override
        public Future<?> start() {
            return vertx.createHttpServer(options())
                    .connectionHandler(connection -> FastLane.open(connection, handler, slow))
                    .requestHandler(handler)
                    .listen(address)
                    .onSuccess(server -> bound.set(server.actualPort()));
        }
    }
}
