package dev.allclear.desk.web;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.page.Page;
import dev.allclear.people.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request that was read, whose sender and page are known.
public final class Ask {

    private final Received received;
    private final Optional<Verb> verb;
    private final Tenant tenant;
    private final Map<String, String> variables;
    private final Caller caller;
    private final Instant now;

    Ask(Received received, Tenant tenant, Map<String, String> variables, Caller caller, Instant now) {
        this.received = received;
        this.verb = Verb.of(received.method());
        this.tenant = tenant;
        this.variables = Map.copyOf(variables);
        this.caller = caller;
        this.now = now;
    }

    public boolean changes() {
        return verb.map(Verb::changes).orElse(true);
    }

    public String method() {
        return received.method();
    }

    /// Without the page's prefix.
    public String path() {
        return tenant.path();
    }

    /// A path of ours as the browser must ask for it: with `/p/<slug>` before it where this request had that.
    public String link(String path) {
        return tenant.prefix() + path;
    }

    /// A `{variable}` of the route.
    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /// The same request, as if the route had this variable too.
    public Ask with(String name, String value) {
        var more = new HashMap<>(variables);
        more.put(name, value);
        return new Ask(received, tenant, more, caller, now);
    }

    public Parameters query() {
        return Parameters.parse(received.query());
    }

    /// The fields of a form.
    public Parameters form() {
        if (received.body().length == 0) {
            return Parameters.NONE;
        }
        var type = contentType();
        if (!type.equals("application/x-www-form-urlencoded")) {
            throw Malformed.type("application/x-www-form-urlencoded");
        }
        return Parameters.parse(Percent.text(received.body()));
    }

    /// Without its parameters, in small letters.
    public String contentType() {
        var whole = received.headers().only("Content-Type").orElse("");
        var end = whole.indexOf(';');
        return (end < 0 ? whole : whole.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// The body as text.
    ///
    /// @throws Malformed unless it is UTF-8
    public String text() {
        return Percent.text(received.body());
    }

    public byte[] body() {
        return received.body();
    }

    public Headers headers() {
        return received.headers();
    }

    /// Where it came from, as limits count it.
    public String client() {
        return received.client();
    }

    public Caller caller() {
        return caller;
    }

    /// @throws Refused.Unauthenticated when nobody is signed in
    public Caller.Person person() {
        if (caller instanceof Caller.Person person) {
            return person;
        }
        throw new Refused.Unauthenticated("Sign in first.");
    }

    public Actor actor() {
        return caller.actor();
    }

    public boolean hasPage() {
        return tenant.page().isPresent();
    }

    /// @throws Refused.NotFound while the installation has no page
    public Page page() {
        return storedPage().value();
    }

    public Stored<Page> storedPage() {
        return tenant.page().orElseThrow(() -> new Refused.NotFound("page"));
    }

    /// Whether it is the installation's first page, which stands at the root of the base.
    public boolean isDefaultPage() {
        return tenant.isDefault();
    }

    /// The language in the path (`/de/subscribe`); else the browser's preference; else the page's own.
    public Language language() {
        return namedLanguage()
                .orElseGet(() -> Languages.preferred(
                        String.join(",", received.headers().all("Accept-Language")),
                        tenant.page().map(page -> page.value().language()).orElse(Language.ENGLISH)));
    }

    /// The language in the path, where there is one.
    public Optional<Language> namedLanguage() {
        return Languages.ALL.stream()
                .filter(language -> path().startsWith("/" + language.tag() + "/"))
                .findFirst();
    }

    public Instant now() {
        return now;
    }
}
