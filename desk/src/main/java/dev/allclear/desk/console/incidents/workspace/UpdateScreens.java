package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.audience.Choice;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.incidents.form.Answered;
import dev.allclear.desk.console.incidents.form.Held;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.console.incidents.form.OpenedDrafts;
import dev.allclear.desk.console.incidents.form.ReleaseFields;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.form.Untouched;
import dev.allclear.desk.console.incidents.form.UpdateForm;
import dev.allclear.desk.console.incidents.head.Asked;
import dev.allclear.desk.console.incidents.head.Summary;
import dev.allclear.desk.console.incidents.head.Theirs;
import dev.allclear.desk.console.incidents.preview.Authored;
import dev.allclear.desk.console.incidents.preview.Offer;
import dev.allclear.desk.console.incidents.preview.Preview;
import dev.allclear.desk.console.incidents.workspace.Workspace.Refusals;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.UpdateId;
import dev.allclear.operation.Release;
import dev.allclear.people.Permission;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The workspace of an incident: the next update, corrections of former ones, and how their mails stand.
public final class UpdateScreens implements Screens, Authored {

    private final Room room;
    private final Workspace workspace;
    private final Once once;

    public UpdateScreens(Room room) {
        this.room = room;
        this.workspace = new Workspace(room);
        this.once = new Once(room.doors().store());
    }

    @Override
    public String kind() {
        return Workspace.KIND;
    }

    @Override
    public List<Route> routes() {
        var view = Access.signedIn(Permission.VIEW_DESK);
        var draft = Access.signedIn(Permission.DRAFT);
        var publish = Access.signedIn(Permission.PUBLISH);
        return List.of(
                Route.get("/desk/incidents/{id}", view, this::look),
                Route.post("/desk/incidents/{id}/preview", draft, this::preview),
                Route.post("/desk/incidents/{id}/updates", publish, this::post),
                Route.post("/desk/incidents/{id}/updates/{update}/corrections", publish, this::correct),
                Route.post("/desk/incidents/{id}/updates/{update}/correction-mails", publish, this::tellCorrection),
                Route.get("/desk/incidents/{id}/updates/{update}/delivery", view, this::delivery));
    }

    private Answer look(Ask ask) {
        var draft = ask.query().filled(Once.DRAFT);
        var incident =
                room.doors().store().reading(tx -> Asked.incident(tx, ask).value());
        var sheet = draft.map(id -> Sheet.opened(
                        Workspace.KIND, new OpenedDrafts(room).fields(ask, id, Workspace.KIND), id, room.entropy())
                .renewed(incident));
        return room.page(200, "console/incidents/workspace/workspace.jte", workspace.view(ask, sheet, Refusals.NONE));
    }

    private Answer preview(Ask ask) {
        var typed = ask.form();
        if (typed.has("do")) {
            var sheet = Sheet.again(Workspace.KIND, Answered.by(typed, () -> words(ask, typed)), room.entropy());
            return room.page(
                    200,
                    "console/incidents/workspace/workspace.jte",
                    workspace.view(ask, Optional.of(sheet), Refusals.NONE));
        }
        var preview = room.doors()
                .store()
                .reading(
                        tx -> workspace.preview(ask, tx, Asked.incident(tx, ask).value(), typed));
        return room.page(200, "console/incidents/preview/preview-fragment.jte", preview);
    }

    private String words(Ask ask, Parameters typed) {
        return room
                .doors()
                .store()
                .reading(tx -> workspace.offer(ask, tx, Asked.incident(tx, ask).value(), typed))
                .stream()
                .map(Offer::words)
                .collect(Collectors.joining());
    }

    private Answer post(Ask ask) {
        var typed = ask.form();
        var sheet = Sheet.again(Workspace.KIND, typed, room.entropy());
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
            return refused(ask, sheet.heldUp(heldUp));
        } catch (Refused.ChangedMeanwhile _) {
            return conflict(ask, sheet);
        }
    }

    @Override
    public String publish(Ask ask, Tx tx, Parameters typed, Release release) {
        var word = UpdateForm.read(ask, tx, typed);
        var _ = room.doors().incidents().postUpdate(ask.page().id(), Asked.id(ask), word, release);
        return Asked.path(ask) + "?done=posted";
    }

    @Override
    public void mustBeWhole(Ask ask, Tx tx, Parameters typed) {
        var _ = UpdateForm.read(ask, tx, typed);
    }

    @Override
    public Preview preview(Ask ask, Tx tx, Parameters typed) {
        return workspace.preview(ask, tx, Asked.incident(tx, ask).value(), typed);
    }

    @Override
    public Answer refused(Ask ask, Parameters typed, Refused.Invalid invalid) {
        return refused(ask, Sheet.again(Workspace.KIND, typed, room.entropy()).refused(invalid));
    }

    private Answer refused(Ask ask, Sheet sheet) {
        return room.page(
                422,
                "console/incidents/workspace/workspace.jte",
                workspace.view(ask, Optional.of(sheet), Refusals.NONE));
    }

    private Answer conflict(Ask ask, Sheet typed) {
        var frame = room.frame(ask, Place.INCIDENTS, "Changed meanwhile").forAuthoring();
        var view = room.doors().store().reading(tx -> {
            var stored = Asked.incident(tx, ask);
            var catalogue = tx.catalogues().of(ask.page().id()).value();
            var names = new AreaNames(catalogue);
            var sheet = typed.renewed(stored.value());
            var fields = sheet.form().typed();
            var areas = Untouched.held(fields, stored.value());
            var more =
                    Lenient.read(() -> AreaFields.changed(fields, catalogue), Map.<Area, State>of()).entrySet().stream()
                            .filter(entry -> !areas.containsKey(entry.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            var reach = Reach.of(
                    tx,
                    ask.page().id(),
                    Choice.Kind.INCIDENTS,
                    stored.value().everAffected(),
                    Optional.of(Asked.id(ask).value()),
                    room.policy(ask).of(stored.value().severity()).audience());
            return new ConflictView(
                    frame,
                    Summary.of(stored, names, frame.watch(), room.policy(ask)),
                    Theirs.of(stored.value(), names, room),
                    sheet,
                    Held.of(areas, names, fields),
                    names.of(more),
                    workspace.preview(ask, tx, stored.value(), fields),
                    reach.after("Publish mine too"));
        });
        return room.page(409, "console/incidents/workspace/conflict.jte", view);
    }

    /// The fields are named after the update, since a workspace has several of these forms.
    private Answer correct(Ask ask) {
        var typed = ask.form();
        var update = new UpdateId(ask.variable("update"));
        var textField = "correct-" + update.value();
        var whyField = "why-" + update.value();
        try {
            var faults = new Faults();
            var text = faults.read(textField, () -> Text.prose(textField, typed.get(textField), 20_000));
            var why = faults.read(whyField, () -> Text.line(whyField, typed.get(whyField), 300));
            faults.refuseIfAny();
            var tells = typed.has("tell-" + update.value());
            // What was put right and who is told of it are one act: both, or neither.
            var _ = faults.read(
                    textField,
                    () -> room.doors().store().inTransaction(_ -> {
                        var corrected = room.doors()
                                .incidents()
                                .correct(
                                        ask.page().id(),
                                        Asked.id(ask),
                                        update,
                                        text.orElseThrow(),
                                        why.orElseThrow(),
                                        Optional.of(UpdateForm.seen(typed)),
                                        ask.actor());
                        if (tells) {
                            room.doors().promises().tellCorrection(ask.page().id(), Asked.id(ask), update, ask.actor());
                        }
                        return corrected;
                    }));
            faults.refuseIfAny();
            var done = tells ? "?done=told" : "?done=corrected";
            return Answer.seeOther(ask.link(Asked.path(ask)) + done + "#update-" + update.value());
        } catch (Refused.Invalid invalid) {
            return refusedCorrection(ask, 422, Form.refused(typed, invalid));
        } catch (Refused.ChangedMeanwhile changed) {
            var fault = new Refused.Invalid(
                    textField, changed.getMessage() + " Look at it again; your text is still here.");
            return refusedCorrection(ask, 409, Form.refused(typed, fault));
        }
    }

    private Answer tellCorrection(Ask ask) {
        var update = new UpdateId(ask.variable("update"));
        room.doors().promises().tellCorrection(ask.page().id(), Asked.id(ask), update, ask.actor());
        return Answer.seeOther(ask.link(Asked.path(ask)) + "?done=told#update-" + update.value());
    }

    private Answer refusedCorrection(Ask ask, int status, Form form) {
        var refusals = new Refusals(Optional.empty(), "", form);
        return room.page(
                status, "console/incidents/workspace/workspace.jte", workspace.view(ask, Optional.empty(), refusals));
    }

    /// The fragment that the script asks for while mails are on their way.
    private Answer delivery(Ask ask) {
        var view = room.doors().store().reading(tx -> {
            var names = new AreaNames(tx.catalogues().of(ask.page().id()).value());
            return new Timeline(room)
                    .of(tx, Asked.incident(tx, ask).value(), names).stream()
                            .filter(told -> told.id().equals(ask.variable("update"))
                                    && told.progress().isPresent())
                            .findFirst()
                            .orElseThrow(() -> new Refused.NotFound("update"));
        });
        var link = ask.link(view.announcement()) + "?show=failed";
        return room.page(
                200,
                "console/incidents/workspace/delivery-fragment.jte",
                new DeliveryView(
                        view.progress().orElseThrow(), link, room.keptMails().isPresent()));
    }
}
