package dev.allclear.desk.subscriptions;

import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Subscriber;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Limits;
import dev.allclear.desk.web.Refusal;
import dev.allclear.desk.web.Route;
import dev.allclear.desk.web.Surface;
import dev.allclear.desk.web.Templates;
import dev.allclear.language.Languages;
import dev.allclear.operation.CatalogueDesk;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.page.Page;
import dev.allclear.status.Catalogue;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature.Purpose;
import dev.allclear.wording.Times;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Subscribing by mail: the form, the way back from our mails, and the way out.
public final class Subscriptions implements Surface {

    private final SubscriptionDesk desk;
    private final CatalogueDesk catalogue;
    private final Permalinks permalinks;
    private final Templates templates;
    private final Asking asking;
    private final Function<Page, PublicLook> look;

    /// @param look the public page's own style sheet, script and mark
    public Subscriptions(
            SubscriptionDesk desk,
            CatalogueDesk catalogue,
            Permalinks permalinks,
            Templates templates,
            Limits limits,
            Function<Page, PublicLook> look) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.permalinks = permalinks;
        this.templates = templates;
        this.asking = new Asking(desk, limits);
        this.look = look;
    }

    /// Once without a language, as mails link here, and once for each language.
    @Override
    public List<String> prefixes() {
        return Stream.concat(Stream.of(""), Languages.ALL.stream().map(language -> "/" + language.tag()))
                .map(language -> language + "/subscribe")
                .toList();
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (var root : prefixes()) {
            routes.add(Route.get(root, Access.PUBLIC, this::form));
            routes.add(Route.post(root, Access.PUBLIC, this::subscribe));
            routes.add(Route.get(root + "/confirm/{token}", Access.PUBLIC_FROM_ANYWHERE, this::mayConfirm));
            routes.add(Route.post(root + "/confirm/{token}", Access.PUBLIC_FROM_ANYWHERE, this::confirm));
            routes.add(Route.get(root + "/manage/{token}", Access.PUBLIC_FROM_ANYWHERE, this::mayChange));
            routes.add(Route.post(root + "/manage/{token}", Access.PUBLIC_FROM_ANYWHERE, this::change));
            routes.add(Route.post(root + "/manage/{token}/pause", Access.PUBLIC_FROM_ANYWHERE, this::pause));
            routes.add(Route.post(root + "/manage/{token}/resume", Access.PUBLIC_FROM_ANYWHERE, this::resume));
            routes.add(Route.post(root + "/manage/{token}/erasure", Access.PUBLIC_FROM_ANYWHERE, this::erase));
            routes.add(Route.get(root + "/leave/{token}", Access.PUBLIC_FROM_ANYWHERE, this::mayLeave));
            routes.add(Route.post(root + "/leave/{token}", Access.PUBLIC_FROM_ANYWHERE, this::leave));
        }
        return routes;
    }

    private Answer form(Ask ask) {
        var parts = parts(ask);
        return form(ask, 200, Form.filled(Wishes.filled(Choice.EVERYTHING, ask.language(), parts)), parts);
    }

    private Answer form(Ask ask, int status, Form form, Catalogue parts) {
        var view = view(ask);
        var choosing = Pages.Choosing.of(view, form, parts, "subscribe.not-yet");
        return templates.page(status, "subscriptions/subscribe.jte", new Pages.Subscribe(view, choosing));
    }

    /// Whatever we know of the address, the answer is the same.
    private Answer subscribe(Ask ask) {
        asking.count(ask);
        var typed = ask.form();
        var parts = parts(ask);
        try {
            var faults = new Faults();
            var email = faults.read(() -> EmailAddress.parse(typed.get("email")));
            var wishes = Wishes.read(typed, parts, faults);
            faults.refuseIfAny();
            asking.pass(ask, email.orElseThrow(), wishes);
            var view = view(ask);
            return templates.page(
                    200,
                    "subscriptions/check.jte",
                    new Pages.Plain(view, email.orElseThrow().value()));
        } catch (Refused.Invalid invalid) {
            return form(ask, 422, Form.refused(typed, invalid), parts);
        }
    }

    private Answer mayConfirm(Ask ask) {
        var subscriber = desk.look(ask.page().id(), token(ask), Purpose.CONFIRM);
        return subscriber.isConfirmed()
                ? secret("subscriptions/used.jte", linked(ask, subscriber, manage(ask, subscriber)))
                : secret("subscriptions/confirm.jte", linked(ask, subscriber, here(ask)));
    }

    /// Pressing the button twice is as good as once.
    private Answer confirm(Ask ask) {
        var subscriber = desk.confirm(ask.page().id(), token(ask));
        return secret("subscriptions/done.jte", linked(ask, subscriber, manage(ask, subscriber)));
    }

    private Answer mayChange(Ask ask) {
        var subscriber = desk.look(ask.page().id(), token(ask), Purpose.MANAGE);
        var parts = parts(ask);
        return manage(ask, 200, subscriber, Form.filled(Wishes.filled(subscriber, parts)), parts);
    }

    private Answer manage(Ask ask, int status, Subscriber subscriber, Form form, Catalogue parts) {
        var view = view(ask, subscriber);
        var choosing = Pages.Choosing.of(view, form, parts, "subscribe.not-saved");
        var model = new Pages.Manage(
                view,
                choosing,
                subscriber.address().value(),
                here(ask),
                !ask.changes() && ask.query().has("saved"),
                !subscriber.isConfirmed(),
                permalinks.unsubscribe(base(ask), ask.page(), subscriber.id()),
                pause(ask, view, subscriber),
                !ask.changes() && ask.query().has("until"));
        return withoutTrace(templates.page(status, "subscriptions/manage.jte", model));
    }

    private Answer change(Ask ask) {
        var typed = ask.form();
        var subscriber = desk.look(ask.page().id(), token(ask), Purpose.MANAGE);
        var parts = parts(ask);
        try {
            var faults = new Faults();
            var wishes = Wishes.read(typed, parts, faults);
            faults.refuseIfAny();
            var zone = wishes.zone().or(subscriber::zone);
            var _ = desk.change(ask.page().id(), token(ask), wishes.choice(), wishes.language(), zone);
            return withoutTrace(Answer.seeOther(here(ask) + "?saved"));
        } catch (Refused.Invalid invalid) {
            return manage(ask, 422, subscriber, Form.refused(typed, invalid), parts);
        }
    }

    private static String pause(Ask ask, View view, Subscriber subscriber) {
        if (!subscriber.isPaused(ask.now())) {
            return "";
        }
        var zone = subscriber.zone().orElse(ask.page().zone());
        return subscriber
                .pause()
                .flatMap(Pause::until)
                .map(until -> view.say(
                        "subscribe.pause.on-until",
                        "time",
                        new Times(view.phrases().language(), zone).full(until)))
                .orElseGet(() -> view.say("subscribe.pause.on"));
    }

    /// Until the beginning of the day that they named, where they are; without one until they come back.
    private Answer pause(Ask ask) {
        var subscriber = desk.look(ask.page().id(), token(ask), Purpose.MANAGE);
        var zone = subscriber.zone().orElse(ask.page().zone());
        try {
            var day = ask.form().filled("until").map(LocalDate::parse);
            var pause = day.map(one -> Pause.until(one.atStartOfDay(zone).toInstant()))
                    .orElse(Pause.OPEN);
            var _ = desk.pause(ask.page().id(), token(ask), pause);
            return withoutTrace(Answer.seeOther(managing(ask, "/pause") + "?saved"));
        } catch (DateTimeException | Refused.Invalid wrong) {
            return withoutTrace(Answer.seeOther(managing(ask, "/pause") + "?until#until"));
        }
    }

    private Answer resume(Ask ask) {
        var _ = desk.resume(ask.page().id(), token(ask));
        return withoutTrace(Answer.seeOther(managing(ask, "/resume") + "?saved"));
    }

    private Answer erase(Ask ask) {
        var subscriber = desk.look(ask.page().id(), token(ask), Purpose.MANAGE);
        desk.erase(ask.page().id(), token(ask));
        return secret(
                "subscriptions/erased.jte",
                new Pages.Plain(view(ask, subscriber), subscriber.address().value()));
    }

    /// Where they came from.
    private static String managing(Ask ask, String step) {
        var path = ask.path();
        return ask.link(path.substring(0, path.length() - step.length()));
    }

    private Answer mayLeave(Ask ask) {
        var subscriber = desk.look(ask.page().id(), token(ask), Purpose.UNSUBSCRIBE);
        return secret("subscriptions/leave.jte", linked(ask, subscriber, manage(ask, subscriber)));
    }

    /// One click, by a person or by a mail program (RFC 8058): whatever the body says, no cookie, no way round, and
    /// as often as one likes.
    private Answer leave(Ask ask) {
        var subscriber = desk.leave(ask.page().id(), token(ask), Purpose.UNSUBSCRIBE);
        return secret(
                "subscriptions/left.jte",
                new Pages.Plain(view(ask, subscriber), subscriber.address().value()));
    }

    @Override
    public Answer refused(Ask ask, Refusal refusal) {
        if (!ask.hasPage()) {
            return Answer.text(refusal.status(), refusal.title() + ".\n");
        }
        var key = switch (refusal.status()) {
            case 404 -> "gone";
            case 429 -> "often";
            default -> "other";
        };
        var view = view(ask);
        return withoutTrace(templates.page(
                refusal.status(), "subscriptions/refused.jte", new Pages.Refused(view, "subscribe.refused." + key)));
    }

    private Catalogue parts(Ask ask) {
        return catalogue.look(ask.page().id()).value();
    }

    private View view(Ask ask) {
        return View.of(ask, ask.language(), "/subscribe", look.apply(ask.page()));
    }

    /// In the language of the mails that led here.
    private View view(Ask ask, Subscriber subscriber) {
        return View.of(ask, ask.namedLanguage().orElse(subscriber.language()), "", look.apply(ask.page()));
    }

    private static String token(Ask ask) {
        return ask.variable("token");
    }

    private static String here(Ask ask) {
        return ask.link(ask.path());
    }

    private String manage(Ask ask, Subscriber subscriber) {
        return permalinks.manage(base(ask), ask.page(), subscriber.id());
    }

    private URI base(Ask ask) {
        return permalinks.base(ask.page(), ask.isDefaultPage());
    }

    private Pages.Linked linked(Ask ask, Subscriber subscriber, String link) {
        return new Pages.Linked(view(ask, subscriber), subscriber.address().value(), link);
    }

    private Answer secret(String template, Object model) {
        return withoutTrace(templates.page(200, template, model));
    }

    /// The address holds a secret: it goes to no other site and into no search engine.
    private static Answer withoutTrace(Answer answer) {
        return answer.with("Referrer-Policy", "no-referrer").with("X-Robots-Tag", "noindex, nofollow");
    }
}
