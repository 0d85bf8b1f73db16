package dev.allclear.desk;

import dev.allclear.Entropy;
import dev.allclear.desk.accounts.SignIn;
import dev.allclear.desk.accounts.SignInGuard;
import dev.allclear.desk.api.Api;
import dev.allclear.desk.subscriptions.PublicLook;
import dev.allclear.desk.subscriptions.StatuspageSubscribers;
import dev.allclear.desk.subscriptions.Subscriptions;
import dev.allclear.desk.web.ClientAddress;
import dev.allclear.desk.web.DeskHandler;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Limits;
import dev.allclear.desk.web.Routes;
import dev.allclear.desk.web.SessionCookie;
import dev.allclear.desk.web.Surface;
import dev.allclear.desk.web.Templates;
import dev.allclear.page.Page;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.Permalinks;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// Everything of the installation that isn't handed out ready-made: the console, the management API, and the pages
/// for subscribers, as one handler.
public final class Desk {

    private final Routes routes;
    private final DeskHandler handler;

    /// @param installation scheme, host and port at which we are reached: with https, cookies are for https alone
    /// @param look the public page's own files, which the pages for subscribers share
    /// @param console makes the console's surface from what it shares with the rest: templates and signing in
    public Desk(
            FrontDoors doors,
            Permalinks permalinks,
            Markdown markdown,
            URI installation,
            Function<Page, PublicLook> look,
            Limits limits,
            ClientAddress clients,
            InstantSource clock,
            Entropy entropy,
            BiFunction<Templates, SignIn, List<Surface>> console) {
        var json = new Json();
        var templates = new Templates();
        var cookie = new SessionCookie("https".equals(installation.getScheme()));
        var signIn =
                new SignIn(doors.accounts(), doors.sessions(), doors.pages(), new SignInGuard(limits, clock), cookie);
        var own = List.of(
                new Api(doors, permalinks, markdown, json, clock, entropy),
                new Subscriptions(doors.subscriptions(), doors.catalogue(), permalinks, templates, limits, look),
                new StatuspageSubscribers(doors.subscriptions(), limits, doors.store(), permalinks, json, entropy));
        routes = new Routes(Stream.concat(own.stream(), console.apply(templates, signIn).stream())
                .toList());
        handler = new DeskHandler(
                routes, doors.store(), doors.sessions(), doors.keys(), cookie, limits, clients, clock, entropy);
    }

    /// Whether a request is the desk's to answer, also with "there is nothing here".
    ///
    /// @param path as it came, with a page's `/p/<slug>` or without
    public boolean owns(String path) {
        return routes.owns(path);
    }

    public Handler<HttpServerRequest> handler() {
        return handler;
    }

    /// Every route there is, with the right that it needs.
    public Routes routes() {
        return routes;
    }
}
