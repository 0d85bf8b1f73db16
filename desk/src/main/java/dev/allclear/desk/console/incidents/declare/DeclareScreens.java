package dev.allclear.desk.console.incidents.declare;

import dev.allclear.Refused;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.incidents.form.Answered;
import dev.allclear.desk.console.incidents.form.FactFields;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.console.incidents.form.OpenedDrafts;
import dev.allclear.desk.console.incidents.form.Picker;
import dev.allclear.desk.console.incidents.form.PromiseFields;
import dev.allclear.desk.console.incidents.form.ReleaseFields;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.preview.Authored;
import dev.allclear.desk.console.incidents.preview.Preview;
import dev.allclear.desk.console.incidents.preview.Previews;
import dev.allclear.desk.console.incidents.preview.Saying;
import dev.allclear.desk.console.playbooks.Libraries;
import dev.allclear.desk.console.playbooks.Prompter;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.operation.Declaration;
import dev.allclear.operation.Release;
import dev.allclear.people.Permission;
import dev.allclear.playbook.Playbook;
import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.State;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Declaring an incident in three decisions: from which playbook, what is hit, and to publish. Written freely, it is
/// what is hit, what customers notice, how bad it is and what we promise.
public final class DeclareScreens implements Screens, Authored {

    private static final String KIND = "declare";
    private static final Access DRAFT = Access.signedIn(Permission.DRAFT);

    private final Room room;
    private final Previews previews;
    private final Once once;
    private final Choosing choosing;
    private final Libraries libraries;

    public DeclareScreens(Room room) {
        this.room = room;
        this.choosing = new Choosing(room);
        this.libraries = new Libraries(room);
        this.previews = new Previews(room);
        this.once = new Once(room.doors().store());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/desk/incidents/new", DRAFT, this::begin),
                Route.get("/desk/incidents/choices", DRAFT, choosing::fragment),
                Route.post("/desk/incidents/preview", DRAFT, this::preview),
                Route.post("/desk/incidents", Access.signedIn(Permission.PUBLISH), this::declare));
    }

    /// Without a playbook in the address, the choice comes first; `?playbook=` is the choice of none.
    private Answer begin(Ask ask) {
        var draft = ask.query().filled(Once.DRAFT);
        if (draft.isPresent()) {
            var fields = new OpenedDrafts(room).fields(ask, draft.get(), KIND);
            return show(ask, 200, Sheet.opened(KIND, fields, draft.get(), room.entropy()));
        }
        if (!ask.query().has(Libraries.FIELD)) {
            return choosing.screen(ask);
        }
        var fields = beginning(ask);
        var prepared = prepared(ask, ask.query());
        prepared.ifPresent(one -> fields.putAll(one.beginning(ask.query().get(Choosing.SAID))));
        var sheet = fromWork(ask, Sheet.fresh(KIND, fields, room.entropy()));
        return show(
                ask,
                200,
                prepared.isEmpty()
                        ? sheet
                        : sheet.typing(worded(ask, sheet.form().typed())));
    }

    private Sheet fromWork(Ask ask, Sheet sheet) {
        var work =
                room.doors().store().reading(tx -> FromWork.begun(tx, ask.page().id(), ask.query()));
        return work.map(one -> sheet.typing(FromWork.ticking(sheet.form().typed(), one)))
                .orElse(sheet);
    }

    private Optional<Prepared> prepared(Ask ask, Parameters typed) {
        return libraries.named(ask, typed).map(prompter -> new Prepared(prompter, room.policy(ask)));
    }

    /// With the playbook's words in it, wherever nobody wrote others.
    @Override
    public Parameters worded(Ask ask, Parameters typed) {
        return prepared(ask, typed)
                .map(prepared -> Worded.renewed(typed, prepared.words(typed)))
                .orElse(typed);
    }

    private Map<String, String> beginning(Ask ask) {
        var watch = PromiseFields.watch(Parameters.NONE, ask.page().zone(), ask.now());
        var named = libraries.named(ask, ask.query()).map(Prompter::playbook);
        var severity = named.map(Playbook::severity).orElse(Severity.MINOR);
        var fields = new HashMap<>(PromiseFields.suggested(room.policy(ask), severity, Stage.INVESTIGATING, watch));
        named.ifPresent(playbook -> fields.put(Libraries.FIELD, playbook.slug().value()));
        fields.putAll(Map.of(
                "severity",
                "minor",
                "workaround",
                named.isPresent() ? "" : "none_yet",
                "cause",
                "unknown",
                "startedAt",
                watch.field(ask.now())));
        return fields;
    }

    /// The fragment that the script asks for while somebody types; without a script, the whole screen again.
    private Answer preview(Ask ask) {
        var typed = ask.form();
        if (typed.has("do")) {
            var again = Sheet.again(KIND, worded(ask, Answered.by(typed)), room.entropy());
            return show(ask, 200, prepared(ask, typed).isPresent() ? again : again.suggesting(suggestions(ask, typed)));
        }
        var preview = room.doors().store().reading(tx -> preview(ask, tx, typed));
        var lacks = prepared(ask, typed).map(one -> one.lacks(typed)).orElse(Map.of());
        return room.page(200, "console/incidents/declare/declare-fragment.jte", new DeclareFragment(preview, lacks));
    }

    private Answer declare(Ask ask) {
        var typed = worded(ask, ask.form());
        try {
            var path = once.carriedOut(
                    ask, tx -> publish(ask, tx, typed, ReleaseFields.read(typed, Optional.empty(), ask.actor())));
            return Answer.seeOther(ask.link(path));
        } catch (Refused.Invalid invalid) {
            return refused(ask, typed, invalid);
        } catch (Refused.HeldUp heldUp) {
            return show(ask, 422, Sheet.again(KIND, typed, room.entropy()).heldUp(heldUp));
        }
    }

    @Override
    public String publish(Ask ask, Tx tx, Parameters typed, Release release) {
        var declaration = read(ask, tx, typed)
                .from(libraries.named(ask, typed).map(one -> one.playbook().slug()))
                .goingOnFrom(FromWork.mustHaveBegun(tx, ask.page().id(), typed));
        var declared = room.doors().incidents().declare(ask.page().id(), declaration, release);
        return "/desk/incidents/" + declared.value().id().value() + "?done=declared";
    }

    @Override
    public void mustBeWhole(Ask ask, Tx tx, Parameters typed) {
        var _ = read(ask, tx, typed);
    }

    private Declaration read(Ask ask, Tx tx, Parameters typed) {
        var lacks = prepared(ask, typed).map(one -> one.missing(typed)).orElse(Map.of());
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        return DeclareForm.read(typed, catalogue, ask.page().zone(), ask.now(), lacks);
    }

    @Override
    public Answer refused(Ask ask, Parameters typed, Refused.Invalid invalid) {
        return show(ask, 422, Sheet.again(KIND, typed, room.entropy()).refused(invalid));
    }

    private Answer show(Ask ask, int status, Sheet sheet) {
        var title = sheet.form().hasFaults() ? "Not published: declare an incident" : "Declare an incident";
        var frame = new OpenedDrafts(room)
                .around(ask, room.frame(ask, Place.DECLARE, title))
                .forAuthoring();
        var view = room.doors().store().reading(tx -> {
            var catalogue = tx.catalogues().of(ask.page().id()).value();
            var board = Board.at(catalogue, tx.states().since(ask.page().id(), ask.now()), ask.now());
            var typed = sheet.form().typed();
            var prepared = prepared(ask, typed);
            var picker = Picker.of(catalogue, board, typed, Set.of());
            return new DeclareView(
                    frame,
                    sheet,
                    prepared.map(one -> picker.likelyFirst(one.prompter().playbook()::concerns))
                            .orElse(picker),
                    preview(ask, tx, typed),
                    prepared.map(one -> one.view(typed)),
                    FromWork.begun(tx, ask.page().id(), typed));
        });
        return room.page(status, "console/incidents/declare/declare.jte", view);
    }

    @Override
    public Preview preview(Ask ask, Tx tx, Parameters typed) {
        var zone = ask.page().zone();
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        var areas = Lenient.read(() -> AreaFields.ticked(typed, catalogue), Map.<Area, State>of());
        var severity = Lenient.read(() -> FactFields.severity(typed), Severity.MINOR);
        var due = Lenient.read(() -> PromiseFields.due(typed, zone, ask.now()), Optional.<Instant>empty())
                .or(() -> Optional.of(room.policy(ask).nextUpdateDue(severity, Stage.INVESTIGATING, ask.now())));
        var saying = new Saying(
                Optional.empty(),
                severity,
                typed.get("title"),
                "Investigating",
                typed.get("text"),
                FactFields.all(typed, zone, new Faults()),
                areas,
                due,
                "Publish to the page");
        return previews.of(ask, tx, saying, typed, suggestions(ask, tx, typed));
    }

    private Map<String, String> suggestions(Ask ask, Parameters typed) {
        return room.doors().store().reading(tx -> suggestions(ask, tx, typed));
    }

    /// The words from what is hit, and the promise from how bad it is.
    private Map<String, String> suggestions(Ask ask, Tx tx, Parameters typed) {
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        var areas = Lenient.read(() -> AreaFields.ticked(typed, catalogue), Map.<Area, State>of());
        var severity = Lenient.read(() -> FactFields.severity(typed), Severity.MINOR);
        var watch = Lenient.read(
                () -> PromiseFields.watch(typed, ask.page().zone(), ask.now()),
                PromiseFields.watch(Parameters.NONE, ask.page().zone(), ask.now()));
        var all = new HashMap<>(
                prepared(ask, typed).map(one -> one.words(typed)).orElseGet(() -> Suggestion.of(areas, catalogue)));
        all.putAll(PromiseFields.suggested(room.policy(ask), severity, Stage.INVESTIGATING, watch));
        return all;
    }
}
