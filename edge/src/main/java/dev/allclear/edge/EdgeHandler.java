package dev.allclear.edge;

import dev.allclear.PageId;
import dev.allclear.edge.live.LiveStream;
import dev.allclear.edge.live.Query;
import dev.allclear.language.Language;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The front door of the public side: finds the file that a reader means and hands it out as it lies there.
///
/// Runs on event loops and never waits for anything; what is not public is handed on to the rest of the installation.
public final class EdgeHandler implements Handler<HttpServerRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeHandler.class);

    private static final ByteBuf NOTHING = Unpooled.EMPTY_BUFFER;

    /// How often, and how many times at most, we look whether a page that is being made is whole: three seconds in all.
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final int LOOKS = 60;

    private final Sites sites;
    private final LiveStream live;
    private final EdgeSettings settings;
    private final InstantSource clock;
    private final Handler<HttpServerRequest> others;
    private final ReaderLanguages languages = new ReaderLanguages();

    /// @param others takes what no public file answers; it may call `notFound` in the end
    public EdgeHandler(
            Sites sites,
            LiveStream live,
            EdgeSettings settings,
            InstantSource clock,
            Handler<HttpServerRequest> others) {
        this.sites = sites;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
        this.others = others;
    }

    @Override
    public void handle(HttpServerRequest request) {
        // Whoever asks for much at once and reads none of it must read before there is more.
        if (request.response().writeQueueFull()) {
            request.response().drainHandler(_ -> handle(request));
            return;
        }
        try {
            route(request);
        } catch (RuntimeException bug) {
            LOG.error("{} {} failed", request.method(), request.path(), bug);
            failed(request.response());
        }
    }

    /// The answer to a plain request for a public file; null when it is for `handle` to answer.
    @Nullable
    Found find(RequestHead head) {
        var path = head.path();
        if (!(Place.of(sites.directory(), settings.hosts(), head.host(), path)
                instanceof Place.OnPage(var shown, var rest))) {
            return null;
        }
        var now = clock.millis();
        var resource = sites.site(shown, now).at(rest);
        if (resource == null) {
            return null;
        }
        var asset = resource.in(
                languages.of(head.acceptLanguage(), shown.page().page().language()));
        var form = asset.form(acceptsGzip(head.acceptEncoding()));
        return asset.isKnownTo(head.ifNoneMatch())
                ? new Found(form.unchanged(), NOTHING, now)
                : new Found(form.whole(), form.bytes(), now);
    }

    private void route(HttpServerRequest request) {
        var path = request.path();
        if (path == null || !path.startsWith("/")) {
            Problem.send(request.response(), 400, "This is not a path.");
        } else if (path.startsWith("/health/")) {
            health(path, request.response());
        } else {
            place(request, path);
        }
    }

    private void health(String path, HttpServerResponse response) {
        switch (path) {
            case "/health/live" -> plain(response, 200, "alive\n");
            case "/health/ready" -> {
                var ready = settings.ready().getAsBoolean();
                var without =
                        settings.away().get().map(what -> what + " is away\n").orElse("");
                plain(response, ready ? 200 : 503, (ready ? "ready\n" : "not ready\n") + without);
            }
            default -> plain(response, 404, "There is no such check.\n");
        }
    }

    private void place(HttpServerRequest request, String path) {
        var host = request.getHeader(HttpHeaders.HOST);
        var place = Place.of(sites.directory(), settings.hosts(), host == null ? "" : host, path);
        switch (place) {
            case Place.OnPage(var shown, var rest) -> serve(request, shown, rest);
            case Place.Elsewhere _ -> others.handle(request);
            case Place.UnknownHost _ -> Problem.send(request.response(), 421, "This host is not served here.");
        }
    }

    private void serve(HttpServerRequest request, Shown shown, String path) {
        if (path.equals("/live")) {
            live(request, shown);
            return;
        }
        var now = clock.millis();
        var site = sites.site(shown, now);
        var resource = site.at(named(request, path));
        if (resource == null) {
            missing(request, site, path);
            return;
        }
        var method = request.method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            send(request, resource.in(reader(request, shown)), 200, now);
        } else if (settings.shared().contains(path)) {
            others.handle(request);
        } else {
            refuseMethod(request, resource.in(shown.page().page().language()));
        }
    }

    private void live(HttpServerRequest request, Shown shown) {
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            live.handle(shown.page().page().id(), request);
        } else {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            Problem.send(request.response(), 405, "This can only be read.");
        }
    }

    /// Statuspage's clients turn the pages of `/history.json` by a query; ours are files.
    private static String named(HttpServerRequest request, String path) {
        if (!path.equals("/history.json")) {
            return path;
        }
        var page = Query.parameter(request.query(), "page");
        return page == null || page.equals("1") ? path : "/history-" + page + ".json";
    }

    /// Even while there is no page to show, the desk is there: whoever could help must get in.
    private void missing(HttpServerRequest request, Site site, String path) {
        if (site == Site.EMPTY && path.equals("/")) {
            notNow(request.response());
        } else {
            others.handle(request);
        }
    }

    private Language reader(HttpServerRequest request, Shown shown) {
        return languages.of(
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                shown.page().page().language());
    }

    private static void send(HttpServerRequest request, Asset asset, int status, long now) {
        var response = request.response();
        var form = asset.form(acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING)));
        if (status == 200 && asset.isKnownTo(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).headers().setAll(form.unchanged().at(now));
            response.end();
            return;
        }
        response.setStatusCode(status).headers().setAll(form.whole().at(now));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(form.body());
        }
    }

    /// `gzip`, unless it is refused in so many words (RFC 9110, section 12.5.3).
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        var at = acceptEncoding.indexOf("gzip");
        if (at < 0 || acceptEncoding.indexOf(';', at) < 0) {
            return at >= 0;
        }
        var end = acceptEncoding.indexOf(',', at);
        var weight = acceptEncoding
                .substring(at + 4, end < 0 ? acceptEncoding.length() : end)
                .replace(" ", "");
        return !weight.startsWith(";q=0") || weight.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
    }

    private static void refuseMethod(HttpServerRequest request, Asset asset) {
        var open = asset.policy().isOpen();
        var response = request.response();
        response.putHeader(HttpHeaders.ALLOW, open ? "GET, HEAD, OPTIONS" : "GET, HEAD");
        if (open && request.method().equals(HttpMethod.OPTIONS)) {
            response.setStatusCode(204)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, Content-Type, Authorization")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400")
                    .end();
        } else {
            Problem.send(response, 405, "This can only be read.");
        }
    }

    /// Says that there is nothing at this address: to programs as data, to people as a page in their language. While
    /// the rest of a page is being made nobody knows yet, so whoever asks waits for it.
    public void notFound(HttpServerRequest request) {
        var path = request.path() == null ? "" : request.path();
        var host = request.getHeader(HttpHeaders.HOST);
        var place = Place.of(sites.directory(), settings.hosts(), host == null ? "" : host, path);
        var now = clock.millis();
        if (place instanceof Place.OnPage(var shown, var _)) {
            var site = sites.site(shown, now);
            if (site == Site.EMPTY) {
                notNow(request.response());
                return;
            }
            if (!site.isWhole()) {
                await(request, shown.page().page().id(), LOOKS);
                return;
            }
        }
        if (!forPrograms(path) && place instanceof Place.OnPage(var shown, var _)) {
            var page = sites.site(shown, now).at("/404");
            if (page != null) {
                send(request, page.in(reader(request, shown)), 404, now);
                return;
            }
        }
        if (path.contains("/api/v2/")) {
            request.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        Problem.send(request.response(), 404, "There is nothing at this address.");
    }

    private void await(HttpServerRequest request, PageId page, int looks) {
        var vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
        var _ = vertx.setTimer(LOOK.toMillis(), _ -> {
            var shown = sites.directory().byId(page);
            if (request.response().closed()) {
                return;
            }
            if (shown == null || sites.site(shown, clock.millis()).isWhole()) {
                handle(request);
            } else if (looks == 0) {
                notNow(request.response());
            } else {
                await(request, page, looks - 1);
            }
        });
    }

    private static boolean forPrograms(String path) {
        return path.contains("/api/") || path.startsWith("/v1/") || path.endsWith(".json");
    }

    private static void notNow(HttpServerResponse response) {
        response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        plain(response, 503, "The page is being made. Please try again in a second.\n");
    }

    private static void failed(HttpServerResponse response) {
        if (response.headWritten()) {
            response.reset();
        } else if (!response.ended()) {
            response.headers().clear();
            plain(response, 500, "Something went wrong on our side.\n");
        }
    }

    private static void plain(HttpServerResponse response, int status, String text) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(text);
    }
}
