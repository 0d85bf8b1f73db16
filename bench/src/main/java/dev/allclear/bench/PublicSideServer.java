package dev.allclear.bench;

import dev.allclear.edge.EdgeHandler;
import dev.allclear.edge.EdgeServer;
import dev.allclear.edge.EdgeSettings;
import dev.allclear.edge.Sites;
import dev.allclear.edge.calendar.Calendars;
import dev.allclear.edge.feeds.Feeds;
import dev.allclear.edge.html.HtmlPages;
import dev.allclear.edge.live.LiveLimits;
import dev.allclear.edge.live.LiveStream;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.edge.statuspage.StatuspageDocuments;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The public side alone, as the installation puts it together, in a process of its own.
///
/// `POST /broadcast` publishes the next revision and answers when that is done.
final class PublicSideServer {

    /// What the target asks for: 25 KB before compression.
    private static final int PAGE_BYTES = 25_000;

    /// The longest title there can be, with the mark for which the load client looks.
    private static final String TITLE = "Orders fail, ".repeat(14) + " #END";

    private final URI base;
    private final Sites sites;
    private final Company company;
    private long revision;

    private PublicSideServer(URI base, Sites sites, Company company) {
        this.base = base;
        this.sites = sites;
        this.company = company;
    }

    /// @param port on the loopback address
    static void run(int port) {
        var clock = Clock.systemUTC();
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var limits = new LiveLimits(50_000, 50_000, Duration.ofSeconds(15));
        var live =
                new LiveStream(vertx, limits, request -> request.remoteAddress().hostAddress());
        var markdown = new SanitisedMarkdown();
        var html = new HtmlPages(markdown);
        var renderers = List.of(html, new Feeds(markdown), new Calendars(markdown), new StatuspageDocuments(markdown));
        var sites = new Sites(renderers, live, Optional.empty(), clock, Duration.ofDays(1));
        var base = URI.create("http://127.0.0.1:" + port);
        var server = new PublicSideServer(base, sites, sized(html, base, clock));
        server.publish();
        var edge = new EdgeHandler(sites, live, EdgeSettings.ANYWHERE, clock, server::broadcast);
        new EdgeServer(vertx, edge, Runtime.getRuntime().availableProcessors(), EdgeServer.PATIENCE)
                .listen("127.0.0.1", port)
                .await();
        System.out.println("listening");
    }

    /// Of as many components as make the page that large.
    private static Company sized(HtmlPages html, URI base, Clock clock) {
        var company = new Company(1, clock.instant());
        for (var components = 1; frontBytes(html, base, company) < PAGE_BYTES; components++) {
            company = new Company(components, clock.instant());
        }
        return company;
    }

    private static int frontBytes(HtmlPages html, URI base, Company company) {
        return html.all(company.page(1, TITLE), base).stream()
                .filter(file -> file.path().equals("/en/index.html"))
                .findFirst()
                .orElseThrow()
                .body()
                .length;
    }

    private synchronized void publish() {
        revision++;
        sites.show(company.page(revision, TITLE), base, true);
    }

    private void broadcast(HttpServerRequest request) {
        Thread.ofVirtual().start(() -> {
            publish();
            request.response().end();
        });
    }
}
