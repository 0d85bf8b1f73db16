package dev.allclear.desk.console.incidents.resolve;

import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.incidents.form.AllClearFields;
import dev.allclear.desk.console.incidents.form.Answered;
import dev.allclear.desk.console.incidents.form.Held;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.console.incidents.form.OpenedDrafts;
import dev.allclear.desk.console.incidents.form.PromiseFields;
import dev.allclear.desk.console.incidents.form.ReleaseFields;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.form.UpdateForm;
import dev.allclear.desk.console.incidents.head.Asked;
import dev.allclear.desk.console.incidents.head.Summary;
import dev.allclear.desk.console.incidents.head.Theirs;
import dev.allclear.desk.console.incidents.preview.Authored;
import dev.allclear.desk.console.incidents.preview.Ending;
import dev.allclear.desk.console.incidents.preview.Offer;
import dev.allclear.desk.console.incidents.preview.Offering;
import dev.allclear.desk.console.incidents.preview.Preview;
import dev.allclear.desk.console.incidents.preview.Previews;
import dev.allclear.desk.console.incidents.preview.Saying;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.operation.Release;
import dev.allclear.people.Permission;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One screen on which an incident is resolved, withdrawn or reopened, always with words for customers.
public final class ActScreens implements Screens, Authored {

    private final Room room;
    private final Act act;
    private final ActForm forms;
    private final Once once;

    public ActScreens(Room room, Act act) {
        this.room = room;
        this.act = act;
        this.forms = new ActForm(room.doors().incidents(), act);
        this.once = new Once(room.doors().store());
    }

    @Override
    public String kind() {
        return act.key();
    }

    /// An all-clear can be drafted; the other two are a publisher's alone.
    @Override
    public List<Route> routes() {
        var path = "/desk/incidents/{id}/" + act.key();
        var write = Access.signedIn(act == Act.RESOLVE ? Permission.DRAFT : Permission.PUBLISH);
        return List.of(
                Route.get(path, write, this::form),
                Route.post(path + "/preview", write, this::preview),
                Route.post(path, Access.signedIn(Permission.PUBLISH), this::carryOut));
    }

    private Answer form(Ask ask) {
        var draft = ask.query().filled(Once.DRAFT);
        var sheet = draft.isPresent()
                ? Sheet.opened(
                        act.key(),
                        new OpenedDrafts(room).fields(ask, draft.get(), act.key()),
                        draft.get(),
                        room.entropy())
                : Sheet.fresh(act.key(), beginning(ask), room.entropy());
        return show(ask, 200, sheet, false);
    }

    private Map<String, String> beginning(Ask ask) {
        var incident =
                room.doors().store().reading(tx -> Asked.incident(tx, ask).value());
        var watch = new Watch(ask.page().zone(), ask.now());
        return switch (act) {
            case RESOLVE -> {
                var fields = new HashMap<>(AllClearFields.beginning(incident, room.policy(ask), watch));
                room.doors()
                        .store()
                        .reading(tx -> new Offering(room).worksAgain(ask, tx, incident))
                        .ifPresent(again -> fields.put("worksAgain", again));
                yield fields;
            }
            case WITHDRAW ->
                Map.of("reason", ask.query().get("reason").equals("cancelled") ? "cancelled" : "false_alarm");
            case REOPEN -> {
                var fields = new HashMap<>(promise(ask, incident.severity(), watch));
                fields.put("stage", "investigating");
                yield fields;
            }
        };
    }

    private Map<String, String> promise(Ask ask, Severity severity, Watch watch) {
        return PromiseFields.suggested(room.policy(ask), severity, Stage.INVESTIGATING, watch);
    }

    private Answer preview(Ask ask) {
        var typed = ask.form();
        if (typed.has("do")) {
            return show(ask, 200, again(ask, Answered.by(typed, () -> words(ask, typed))), false);
        }
        var preview = room.doors().store().reading(tx -> preview(ask, tx, typed));
        return room.page(200, "console/incidents/preview/preview-fragment.jte", preview);
    }

    private String words(Ask ask, Parameters typed) {
        return room
                .doors()
                .store()
                .reading(tx -> offer(ask, tx, Asked.incident(tx, ask).value(), typed))
                .stream()
                .map(Offer::words)
                .collect(Collectors.joining());
    }

    /// As it is, with the all-clear written from its answers where nobody wrote one.
    private Sheet again(Ask ask, Parameters typed) {
        return Sheet.again(act.key(), worded(ask, typed), room.entropy());
    }

    @Override
    public Parameters worded(Ask ask, Parameters typed) {
        if (act != Act.RESOLVE || !typed.get("text").isBlank()) {
            return typed;
        }
        var incident =
                room.doors().store().reading(tx -> Asked.incident(tx, ask).value());
        var fields = new HashMap<>(typed.asMap());
        Ending.of(ask, incident, typed).suggestions(ask).forEach((name, value) -> fields.put(name, List.of(value)));
        return Parameters.of(fields);
    }

    private Answer carryOut(Ask ask) {
        var typed = ask.form();
        var sheet = Sheet.again(act.key(), typed, room.entropy());
        try {
            var path = once.carriedOut(
                    ask,
                    tx -> publish(
                            ask,
                            tx,
                            typed,
                            ReleaseFields.read(typed, Optional.of(UpdateForm.seen(typed)), ask.actor())));
            return Answer.seeOther(ask.link(path));
        } catch (Refused.Invalid invalid) {
            return refused(ask, typed, invalid);
        } catch (Refused.HeldUp heldUp) {
            return show(ask, 422, sheet.heldUp(heldUp), false);
        } catch (Refused.ChangedMeanwhile _) {
            return show(ask, 409, sheet, true);
        }
    }

    @Override
    public String publish(Ask ask, Tx tx, Parameters typed, Release release) {
        forms.carryOut(ask, tx, typed, release);
        return "/desk/incidents/" + ask.variable("id") + "?done=" + act.done();
    }

    @Override
    public void mustBeWhole(Ask ask, Tx tx, Parameters typed) {
        forms.mustBeWhole(ask, tx, typed);
    }

    @Override
    public Answer refused(Ask ask, Parameters typed, Refused.Invalid invalid) {
        return show(ask, 422, Sheet.again(act.key(), typed, room.entropy()).refused(invalid), false);
    }

    private Answer show(Ask ask, int status, Sheet sheet, boolean meanwhile) {
        var title = sheet.form().hasFaults() ? "Not published: " + act.title() : act.title();
        var frame = new OpenedDrafts(room)
                .around(ask, room.frame(ask, Place.INCIDENTS, title))
                .forAuthoring();
        var view = room.doors().store().reading(tx -> {
            var stored = Asked.incident(tx, ask);
            var incident = stored.value();
            forms.mustFit(incident);
            var names = new AreaNames(tx.catalogues().of(ask.page().id()).value());
            var reach = Reach.of(
                    tx,
                    ask.page().id(),
                    Choice.Kind.INCIDENTS,
                    incident.everAffected(),
                    Optional.of(incident.id().value()),
                    room.policy(ask).of(incident.severity()).audience());
            return new ActView(
                    frame,
                    Summary.of(stored, names, frame.watch(), room.policy(ask)),
                    sheet,
                    meanwhile ? Optional.of(Theirs.of(incident, names, room)) : Optional.empty(),
                    Held.of(incident.lastAreas(), names, sheet.form().typed()),
                    preview(ask, tx, incident, sheet.form().typed()),
                    offer(ask, tx, incident, sheet.form().typed()),
                    reach.sentence("it"),
                    room.policy(ask).of(incident.severity()).report().isPresent());
        });
        return room.page(status, "console/incidents/resolve/" + act.key() + ".jte", view);
    }

    @Override
    public Preview preview(Ask ask, Tx tx, Parameters typed) {
        return preview(ask, tx, Asked.incident(tx, ask).value(), typed);
    }

    private Preview preview(Ask ask, Tx tx, Incident incident, Parameters typed) {
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        Map<Area, State> areas = act != Act.REOPEN
                ? Map.of()
                : typed.has("held")
                        ? Lenient.read(() -> AreaFields.changed(typed, catalogue), Map.<Area, State>of())
                        : incident.lastAreas();
        var due = act == Act.REOPEN
                ? Lenient.read(() -> PromiseFields.due(typed, ask.page().zone(), ask.now()), Optional.<Instant>empty())
                : Optional.<Instant>empty();
        var label = switch (act) {
            case RESOLVE -> "Resolved";
            case WITHDRAW -> typed.get("reason").equals("cancelled") ? "Cancelled" : "False alarm";
            case REOPEN -> "Reopened";
        };
        var saying = new Saying(
                Optional.of(incident),
                incident.severity(),
                incident.title(),
                label,
                typed.get("text"),
                incident.facts(),
                areas,
                due,
                act.button());
        if (act != Act.RESOLVE) {
            return new Previews(room).of(ask, tx, saying, typed, Map.of());
        }
        var ending = Ending.of(ask, incident, typed);
        var slots =
                new HashMap<>(offer(ask, tx, incident, typed).map(Offer::slots).orElse(Map.of()));
        slots.put("lasted", ending.lasted(new Watch(ask.page().zone(), ask.now())));
        return new Previews(room)
                .of(ask, tx, saying.ending(ending), typed, ending.suggestions(ask))
                .with(slots);
    }

    private Optional<Offer> offer(Ask ask, Tx tx, Incident incident, Parameters typed) {
        return act == Act.RESOLVE ? new Offering(room).resolution(ask, tx, incident, typed) : Optional.empty();
    }
}
