package dev.allclear.edge;

import dev.allclear.edge.calendar.Calendars;
import dev.allclear.edge.feeds.Feeds;
import dev.allclear.edge.live.LiveLimits;
import dev.allclear.edge.live.LiveStream;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.edge.statuspage.StatuspageDocuments;
import dev.allclear.page.PublicPage;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/// The public side as a real server on a port of its own, with a clock that the test sets.
final class Served implements AutoCloseable {

    static final Duration BELIEVED = Duration.ofSeconds(60);

    final Vertx vertx = Vertx.vertx();
    final AtomicReference<Instant> now = new AtomicReference<>(Fernhill.NOW);
    final LiveStream live;
    final Sites sites;
    final EdgeHandler handler;
    final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    Served() {
        this(EdgeSettings.ANYWHERE, LiveLimits.DEFAULT, EdgeServer.PATIENCE);
    }

    Served(EdgeSettings settings, LiveLimits limits, Duration patience) {
        this(settings, limits, patience, Served::html, Runnable::run);
    }

    /// @param html makes the pages that people read
    /// @param behind runs what no reader waits for
    Served(Renderer html, Executor behind) {
        this(EdgeSettings.ANYWHERE, LiveLimits.DEFAULT, EdgeServer.PATIENCE, html, behind);
    }

    private Served(EdgeSettings settings, LiveLimits limits, Duration patience, Renderer html, Executor behind) {
        this.live =
                new LiveStream(vertx, limits, request -> request.remoteAddress().hostAddress());
        var markdown = new SanitisedMarkdown();
        var renderers = List.of(html, new Feeds(markdown), new Calendars(markdown), new StatuspageDocuments(markdown));
        this.sites = new Sites(renderers, live, Optional.empty(), now::get, this::nanos, BELIEVED, behind);
        this.handler = new EdgeHandler(sites, live, settings, now::get, this::others);
        try {
            this.port = new EdgeServer(vertx, handler, 1, patience)
                    .listen("127.0.0.1", 0)
                    .await();
        } catch (RuntimeException failed) {
            vertx.close().await();
            throw failed;
        }
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, now.get()).toNanos();
    }

    /// Stands for the pages that people read: small, but with all that matters to the one who serves them.
    static List<SiteFile> html(PublicPage page, URI base) {
        var filler = "<p>Padding.</p>".repeat(60);
        var state = page.overall().key() + (page.confirmed() ? "" : " unconfirmed since " + page.asOf());
        return List.of(
                SiteFile.text("/en/index.html", "text/html; charset=utf-8", "<p>Status: " + state + "</p>" + filler),
                SiteFile.text("/de/index.html", "text/html; charset=utf-8", "<p>Zustand: " + state + "</p>" + filler),
                SiteFile.text("/en/history.html", "text/html; charset=utf-8", "<p>History</p>"),
                SiteFile.text("/de/history.html", "text/html; charset=utf-8", "<p>Verlauf</p>"),
                SiteFile.text("/en/subscribe/index.html", "text/html; charset=utf-8", "<form></form>"),
                SiteFile.text("/en/404.html", "text/html; charset=utf-8", "<p>Nothing here</p>"),
                SiteFile.text("/de/404.html", "text/html; charset=utf-8", "<p>Hier ist nichts</p>"),
                SiteFile.text("/assets/page-0123abcd.css", "text/css", "p { margin: 0 }"));
    }

    /// Stands for the rest of the installation.
    private void others(HttpServerRequest request) {
        if (request.path().equals("/desk/slow")) {
            vertx.setTimer(200, _ -> request.response().end("slow"));
        } else if (request.path().startsWith("/desk") || request.path().endsWith("/subscribe")) {
            request.response().end("others: " + request.method() + " " + request.path());
        } else {
            handler.notFound(request);
        }
    }

    Served showing(PublicPage page) {
        sites.show(page, Fernhill.BASE, true);
        return this;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(method, path, headers), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request("GET", path, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    /// A connection of one's own, for what no decent client sends.
    Socket socket() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /// One that takes little before the other side notices that it takes nothing.
    Socket narrowSocket() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        client.shutdownNow();
        sites.close();
        vertx.close().await();
    }
}
