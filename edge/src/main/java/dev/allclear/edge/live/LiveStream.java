package dev.allclear.edge.live;

import dev.allclear.PageId;
import dev.allclear.page.PublicPage;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells open pages what is new, the moment it is there, and between news that all is still true.
///
/// Events are `published` (something new), `confirmed` (nothing new) and `reset` (load anew); ids are the page's
/// revisions.
public final class LiveStream {

    /// How much may wait for a slow reader.
    private static final int WAITING = 32 * 1024;

    private final Vertx vertx;
    private final LiveLimits limits;
    private final Function<HttpServerRequest, String> clientAddress;
    private final Map<PageId, PageStream> streams = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();

    /// @param clientAddress whom a connection belongs to, by which connections are counted
    public LiveStream(Vertx vertx, LiveLimits limits, Function<HttpServerRequest, String> clientAddress) {
        this.vertx = vertx;
        this.limits = limits;
        this.clientAddress = clientAddress;
        vertx.setPeriodic(limits.beat().toMillis(), _ -> streams.values().forEach(PageStream::beat));
    }

    /// The page is shown now. Readers hear of it when its revision is new to them.
    ///
    /// @param before what was shown until now; null at the start
    public void published(@Nullable PublicPage before, PublicPage after) {
        var stream = streams.computeIfAbsent(after.page().id(), _ -> new PageStream(after.revision(), after.asOf()));
        if (before != null && before.revision() < after.revision()) {
            stream.publish(Event.published(before, after));
        }
    }

    /// We made sure at `at` of what is shown; `current` is false when that was too long ago.
    public void confirmed(PageId page, Instant at, boolean current) {
        var stream = streams.get(page);
        if (stream != null) {
            stream.confirm(at, current);
        }
    }

    /// Tells all readers of the page at once how old its news is.
    public void beat(PageId page) {
        var stream = streams.get(page);
        if (stream != null) {
            stream.beat();
        }
    }

    /// Connections open now.
    public int open() {
        return open.get();
    }

    /// Answers a request for the stream, on its event loop.
    public void handle(PageId page, HttpServerRequest request) {
        var stream = streams.get(page);
        var response = request.response();
        if (stream == null) {
            refuse(response);
        } else if (request.method().equals(HttpMethod.HEAD)) {
            head(response).end();
        } else {
            admit(stream, request);
        }
    }

    private void admit(PageStream stream, HttpServerRequest request) {
        var address = clientAddress.apply(request);
        var ofAddress = Objects.requireNonNull(byAddress.merge(address, 1, Integer::sum));
        if (open.incrementAndGet() > limits.inAll() || ofAddress > limits.perAddress()) {
            forget(address);
            refuse(request.response());
            return;
        }
        connect(stream, request, address);
    }

    private void connect(PageStream stream, HttpServerRequest request, String address) {
        var response = head(request.response()).setChunked(true);
        response.setWriteQueueMaxSize(WAITING);
        var reader = new Reader(response, request.connection());
        var loop = stream.join(vertx.getOrCreateContext(), reader);
        response.exceptionHandler(_ -> {
            // The reader went away; the close handler does what there is to do.
        });
        response.closeHandler(_ -> {
            loop.remove(reader);
            forget(address);
        });
        var now = stream.now();
        var first = Buffer.buffer("retry: " + retryMillis() + "\n\n");
        now.history().since(lastEventId(request)).forEach(event -> first.appendBuffer(event.bytes()));
        reader.begin(first.appendBuffer(now.beat().bytes()), now.history().revision());
    }

    private void forget(String address) {
        open.decrementAndGet();
        byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    private static HttpServerResponse head(HttpServerResponse response) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    /// Between 2 and 8 seconds, evenly spread: when we come back from an outage, not all come back in the same instant.
    private int retryMillis() {
        var fraction = turn.getAndIncrement() * 0.618_033_988_749_895 % 1.0;
        return 2_000 + (int) (Math.abs(fraction) * 6_000);
    }

    /// The header that browsers send by themselves, or the parameter with which a page opens its first connection.
    private static @Nullable String lastEventId(HttpServerRequest request) {
        var header = request.getHeader("Last-Event-ID");
        return header != null ? header : Query.parameter(request.query(), "lastEventId");
    }

    /// An error answer ends the browser's attempts; the page then polls.
    private static void refuse(HttpServerResponse response) {
        response.setStatusCode(503)
                .putHeader(HttpHeaders.RETRY_AFTER, "30")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("Too many open streams. Please poll instead.\n");
    }
}
