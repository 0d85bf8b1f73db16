package dev.allclear.desk.web;

import dev.allclear.Entropy;
import dev.allclear.Refused;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way of every request: which page, which route, who, may they, what is the answer. Whatever goes wrong on the
/// way is said in the manner of the surface that was asked.
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final int MOST_PATH = 2_048;

    private final Routes routes;
    private final Tenants tenants;
    private final Doorkeeper doorkeeper;
    private final Limits limits;
    private final InstantSource clock;
    private final Entropy entropy;

    Gate(Routes routes, Tenants tenants, Doorkeeper doorkeeper, Limits limits, InstantSource clock, Entropy entropy) {
        this.routes = routes;
        this.tenants = tenants;
        this.doorkeeper = doorkeeper;
        this.limits = limits;
        this.clock = clock;
        this.entropy = entropy;
    }

    Answer answer(Received received) {
        var ask = unknown(received);
        try {
            limits.client().take(received.client());
            mustBePlain(received);
            var tenant = tenants.find(received.headers().only("Host").orElse(""), received.path());
            ask = new Ask(received, tenant, Map.of(), new Caller.Nobody(), clock.instant());
            return switch (routes.match(Verb.of(received.method()), segments(tenant.path()))) {
                case Routes.Match.Found(var route, var variables) -> answer(route, received, tenant, variables);
                case Routes.Match.WrongVerb(var allowed) ->
                    refused(ask, Refusal.wrongVerb())
                            .with("Allow", allowed.stream().map(Verb::name).collect(Collectors.joining(", ")));
                case Routes.Match.Nothing _ -> refused(ask, Refusal.nothingThere());
            };
        } catch (Refused refused) {
            return refused(ask, Refusal.of(refused));
        } catch (Malformed malformed) {
            return refused(ask, Refusal.of(malformed));
        } catch (RuntimeException broken) {
            return broken(ask, received.method(), broken);
        }
    }

    /// Turns down a request that could not even be read to its end.
    Answer refuse(Received received, Malformed malformed) {
        return refused(unknown(received), Refusal.of(malformed));
    }

    private Ask unknown(Received received) {
        var tenant = new Tenant(Optional.empty(), false, "", Tenants.withoutPrefix(received.path()));
        return new Ask(received, tenant, Map.of(), new Caller.Nobody(), clock.instant());
    }

    private static void mustBePlain(Received received) {
        if (received.path().length() > MOST_PATH || !received.path().startsWith("/")) {
            throw Malformed.request("The address can't be read.");
        }
        if (!received.headers().only("Content-Encoding").orElse("identity").equals("identity")) {
            throw Malformed.type("sent without a content encoding");
        }
    }

    /// The segments of the path, decoded one by one, so that an encoded slash stays within its own.
    private static List<String> segments(String path) {
        var trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return PathPattern.split(trimmed).stream()
                .map(segment -> Percent.decode(segment, false))
                .toList();
    }

    private Answer answer(Route route, Received received, Tenant tenant, Map<String, String> variables) {
        var ask = new Ask(received, tenant, variables, new Caller.Nobody(), clock.instant());
        try {
            var caller = doorkeeper.admit(route.access(), ask);
            ask = new Ask(received, tenant, variables, caller, clock.instant());
            return SecurityHeaders.on(route.endpoint().handle(ask));
        } catch (Refused refused) {
            return refused(ask, Refusal.of(refused));
        } catch (Malformed malformed) {
            return refused(ask, Refusal.of(malformed));
        } catch (RuntimeException broken) {
            // The route's pattern, not the path: paths hold secrets.
            return broken(ask, route.toString(), broken);
        }
    }

    private Answer broken(Ask ask, String what, RuntimeException broken) {
        var id = entropy.id();
        LOG.error("{} failed, told the client {}", what, id, broken);
        return refused(ask, Refusal.broken(id));
    }

    private Answer refused(Ask ask, Refusal refusal) {
        var answer = routes.surface(ask.path())
                .map(surface -> saidBy(surface, ask, refusal))
                .orElseGet(() -> plain(refusal));
        return SecurityHeaders.on(refusal.retryAfter()
                .map(after -> answer.with("Retry-After", Long.toString(Math.max(1, after.toSeconds()))))
                .orElse(answer));
    }

    private static Answer saidBy(Surface surface, Ask ask, Refusal refusal) {
        try {
            return surface.refused(ask, refusal);
        } catch (RuntimeException broken) {
            LOG.error("saying {} failed", refusal.kind(), broken);
            return plain(refusal);
        }
    }

    private static Answer plain(Refusal refusal) {
        return Answer.text(refusal.status(), refusal.title() + ". " + refusal.detail() + "\n");
    }
}
