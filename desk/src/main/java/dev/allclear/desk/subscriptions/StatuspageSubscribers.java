package dev.allclear.desk.subscriptions;

import dev.allclear.Entropy;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Limits;
import dev.allclear.desk.web.Malformed;
import dev.allclear.desk.web.Refusal;
import dev.allclear.desk.web.Route;
import dev.allclear.desk.web.Surface;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.status.ComponentId;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Subscribing as Statuspage's clients do it: `POST /api/v2/subscribers.json` with `subscriber[email]`. By mail
/// only; the answer looks the same whether we know the address or not, so the id in it names nothing.
public final class StatuspageSubscribers implements Surface {

    private static final String PATH = "/api/v2/subscribers.json";
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Asking asking;
    private final Store store;
    private final Permalinks permalinks;
    private final Json json;
    private final Entropy entropy;

    public StatuspageSubscribers(
            SubscriptionDesk desk, Limits limits, Store store, Permalinks permalinks, Json json, Entropy entropy) {
        this.asking = new Asking(desk, limits);
        this.store = store;
        this.permalinks = permalinks;
        this.json = json;
        this.entropy = entropy;
    }

    @Override
    public List<String> prefixes() {
        return List.of(PATH);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post(PATH, Access.PUBLIC_FROM_ANYWHERE, this::subscribe));
    }

    private Answer subscribe(Ask ask) {
        asking.count(ask);
        var wanted = wanted(ask);
        var email = EmailAddress.parse(wanted.email());
        asking.pass(ask, email, new Wishes(wanted.choice(), ask.language(), Optional.empty()));
        return open(200, answer(ask, email));
    }

    private record Wanted(String email, Choice choice) {}

    private Wanted wanted(Ask ask) {
        if (!ask.contentType().equals("application/json")) {
            var form = ask.form();
            return new Wanted(form.get("subscriber[email]"), choice(form.filled("subscriber[component_id]")));
        }
        var body = json.read(ask.body());
        var subscriber = body.isObject() ? body.get("subscriber") : null;
        if (subscriber == null || !subscriber.isObject()) {
            throw Malformed.request("The body must be a JSON object with an object named subscriber.");
        }
        return new Wanted(text(subscriber, "email").orElse(""), choice(text(subscriber, "component_id")));
    }

    private static Optional<String> text(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static Choice choice(Optional<String> component) {
        return component
                .map(id -> new Choice(Set.of(new ComponentId(id)), Set.of(), Set.of(), Choice.EVERYTHING.kinds()))
                .orElse(Choice.EVERYTHING);
    }

    /// By Statuspage's names, in its order.
    private Map<String, Object> answer(Ask ask, EmailAddress email) {
        var page = ask.page();
        var changedAt = store.reading(tx -> tx.journal().last(page.id()))
                .map(entry -> entry.at())
                .orElse(page.createdAt());
        var told = new LinkedHashMap<String, Object>();
        told.put("id", page.id().value());
        told.put("name", page.name());
        told.put("url", permalinks.base(page, ask.isDefaultPage()).toString());
        told.put("time_zone", page.zone().getId());
        told.put("updated_at", millis(changedAt));
        var subscriber = new LinkedHashMap<String, Object>();
        subscriber.put("id", entropy.id());
        subscriber.put("mode", "email");
        subscriber.put("email", email.value());
        subscriber.put("skip_confirmation_notification", false);
        subscriber.put("quarantined_at", Optional.empty());
        subscriber.put("purge_at", Optional.empty());
        subscriber.put("created_at", millis(ask.now()));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("page", told);
        answer.put("subscriber", subscriber);
        answer.put("can_select_components", true);
        return answer;
    }

    private static String millis(Instant at) {
        return MILLIS.format(at);
    }

    @Override
    public Answer refused(Ask ask, Refusal refusal) {
        return open(refusal.status(), Map.of("error", refusal.kind(), "message", refusal.detail()));
    }

    private Answer open(int status, Object body) {
        return Answer.of(status, "application/json; charset=utf-8", json.write(body))
                .with("Access-Control-Allow-Origin", "*");
    }
}
