package dev.allclear.desk.web;

import dev.allclear.Entropy;
import dev.allclear.operation.KeyDesk;
import dev.allclear.operation.SessionDesk;
import dev.allclear.transaction.Store;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one adapter between Vert.x and the desk's plain blocking code: reads a request whole on the event loop,
/// within limits, lets it be answered on a virtual thread, and writes the answer.
public final class DeskHandler implements Handler<HttpServerRequest> {

    static final int MOST_BYTES = 1024 * 1024;
    /// Of a body that is too large we read a little on, so that its sender comes to read our answer.
    private static final int MOST_DISCARDED = 8 * MOST_BYTES;

    /// All bodies that are being read or answered, together.
    private static final int MOST_HELD = 64 * MOST_BYTES;

    private static final long MOST_MILLIS = 30_000;
    /// So many requests are answered at once; more are told to come back, before they cost memory.
    private static final int MOST_AT_ONCE = 256;

    private static final Answer TOO_BUSY =
            Answer.text(503, "Too busy. Please try again in a moment.\n").with("Retry-After", "1");

    private static final Answer BROKEN = Answer.text(500, "Something broke on our side.\n");

    private static final Logger LOG = LoggerFactory.getLogger(DeskHandler.class);

    private final Gate gate;
    private final ClientAddress clients;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final AtomicLong held = new AtomicLong();

    public DeskHandler(
            Routes routes,
            Store store,
            SessionDesk sessions,
            KeyDesk keys,
            SessionCookie cookie,
            Limits limits,
            ClientAddress clients,
            InstantSource clock,
            Entropy entropy) {
        var doorkeeper = new Doorkeeper(sessions, keys, cookie, limits);
        this.gate = new Gate(routes, new Tenants(store, clock), doorkeeper, limits, clock, entropy);
        this.clients = clients;
    }

    @Override
    public void handle(HttpServerRequest request) {
        new Exchange(request, Objects.requireNonNull(Vertx.currentContext(), "not on an event loop")).read();
    }

    /// One request and its answer. All fields belong to the event loop.
    private final class Exchange {

        private final HttpServerRequest request;
        private final Context context;
        private final Buffer body = Buffer.buffer();
        private long discarded;
        private int holds;
        private boolean isAnswered;
        private long timer;

        Exchange(HttpServerRequest request, Context context) {
            this.request = request;
            this.context = context;
        }

        void read() {
            timer = context.owner().setTimer(MOST_MILLIS, _ -> giveUp());
            request.exceptionHandler(_ -> leave());
            request.handler(this::take);
            request.endHandler(_ -> end());
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                var _ = request.response().writeContinue();
            }
        }

        private void take(Buffer chunk) {
            if (isAnswered) {
                discarded += chunk.length();
                if (discarded > MOST_DISCARDED) {
                    close();
                }
            } else if (body.length() + chunk.length() > MOST_BYTES) {
                answer(() -> gate.refuse(received(Buffer.buffer()), Malformed.tooLarge(MOST_BYTES)));
            } else if (held.addAndGet(chunk.length()) > MOST_HELD) {
                holds += chunk.length();
                isAnswered = true;
                write(TOO_BUSY);
            } else {
                holds += chunk.length();
                body.appendBuffer(chunk);
            }
        }

        private void end() {
            context.owner().cancelTimer(timer);
            if (!isAnswered) {
                answer(() -> gate.answer(received(body)));
            }
        }

        private void giveUp() {
            if (isAnswered) {
                close();
            } else {
                request.response().putHeader("Connection", "close");
                answer(() -> gate.refuse(received(Buffer.buffer()), Malformed.tooSlow()));
            }
        }

        private Received received(Buffer whole) {
            var peer = request.remoteAddress();
            return new Received(
                    request.method().name(),
                    Objects.requireNonNullElse(request.path(), ""),
                    Objects.requireNonNullElse(request.query(), ""),
                    new Headers(request.headers()),
                    whole.getBytes(),
                    clients.of(
                            peer == null ? "" : Objects.requireNonNullElse(peer.hostAddress(), ""),
                            request.headers().getAll("X-Forwarded-For")));
        }

        private void answer(Work work) {
            isAnswered = true;
            if (!free.tryAcquire()) {
                write(Answer.text(503, "Too busy. Please try again in a moment.\n")
                        .with("Retry-After", "1"));
                return;
            }
            Thread.ofVirtual().name("desk").start(() -> {
                try {
                    var answer = answered(work);
                    if (answer.pouring().isPresent() && !request.method().equals(HttpMethod.HEAD)) {
                        pour(answer, answer.pouring().get());
                    } else {
                        context.runOnContext(_ -> write(answer));
                    }
                } finally {
                    free.release();
                }
            });
        }

        /// An `Error` is answered as well, or the client would wait for ever, and we would hold its bytes as long.
        private static Answer answered(Work work) {
            try {
                return work.answer();
            } catch (Throwable broken) {
                LOG.error("a request could not be answered", broken);
                return BROKEN;
            }
        }

        private void write(Answer answer) {
            letGo();
            var response = request.response();
            if (response.closed() || response.ended()) {
                return;
            }
            response.setStatusCode(answer.status());
            answer.headers().forEach(header -> response.headers().add(header.getKey(), header.getValue()));
            var bytes = answer.body();
            if (request.method().equals(HttpMethod.HEAD)) {
                response.putHeader("Content-Length", Integer.toString(bytes.length));
                var _ = response.end();
            } else {
                var _ = response.end(Buffer.buffer(bytes));
            }
        }

        /// Waits for the reader with each piece, so that nothing piles up here; who takes nothing for long is cut off.
        private void pour(Answer answer, Answer.Pouring pouring) {
            try {
                inTurn(() -> {
                    letGo();
                    var response =
                            request.response().setStatusCode(answer.status()).setChunked(true);
                    answer.headers().forEach(header -> response.headers().add(header.getKey(), header.getValue()));
                    return Future.succeededFuture();
                });
                pouring.into(piece -> inTurn(() -> request.response().write(Buffer.buffer(piece))));
                inTurn(() -> request.response().end());
            } catch (RuntimeException cut) {
                LOG.warn("a download ended early: {}", cut.getMessage());
                context.runOnContext(_ -> close());
            }
        }

        private void inTurn(Supplier<Future<Void>> step) {
            var done = new CompletableFuture<Void>();
            context.runOnContext(_ -> {
                if (request.response().closed()) {
                    done.completeExceptionally(new IllegalStateException("the reader is gone"));
                    return;
                }
                step.get().onSuccess(done::complete).onFailure(done::completeExceptionally);
            });
            done.orTimeout(MOST_MILLIS, TimeUnit.MILLISECONDS).join();
        }

        /// The sender is gone.
        private void leave() {
            context.owner().cancelTimer(timer);
            if (!isAnswered) {
                isAnswered = true;
                letGo();
            }
        }

        private void letGo() {
            held.addAndGet(-holds);
            holds = 0;
        }

        private void close() {
            var _ = request.connection().close();
        }
    }

    /// What is done on the virtual thread.
    private interface Work {

        Answer answer();
    }
}
