package dev.allclear.desk.console.settings;

import dev.allclear.Refused;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import java.util.stream.Stream;

/// `/desk/policy/work`: how long ahead planned work is announced, when everybody is reminded, and on which days none
/// should be planned.
final class WorkPolicySettings {

    private final Room room;

    WorkPolicySettings(Room room) {
        this.room = room;
    }

    Stream<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_PAGE);
        return Stream.of(
                Route.get("/desk/policy/work", mayManage, this::show),
                Route.post("/desk/policy/work", mayManage, this::save));
    }

    private Answer show(Ask ask) {
        var policy = room.doors()
                .store()
                .reading(tx -> tx.policies().ofWork(ask.page().id()).value());
        return page(ask, 200, Form.filled(WorkPolicyForm.filled(policy)), "");
    }

    /// Buttons beside the lists add a row or take one away; nothing is saved until it is said so.
    private Answer save(Ask ask) {
        var pressed = ask.form().get("do");
        if (!pressed.isEmpty() && !pressed.equals("save")) {
            var rows = WorkPolicyForm.pressed(ask.form(), pressed);
            return page(ask, 200, Form.filled(rows.fields()), rows.focus());
        }
        try {
            var policy = WorkPolicyForm.read(ask.form());
            room.doors().promises().agreeOnWork(ask.page().id(), policy, version(ask), ask.actor());
            return Answer.seeOther(ask.link("/desk/policy/work?saved"));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid), "");
        }
    }

    private static long version(Ask ask) {
        try {
            return Long.parseLong(ask.form().get("version"));
        } catch (NumberFormatException notOurs) {
            throw new Refused.ChangedMeanwhile("policy");
        }
    }

    private Answer page(Ask ask, int status, Form form, String focus) {
        var frame =
                room.frame(ask, Place.SETTINGS, form.hasFaults() ? "Not saved: how we plan work" : "How we plan work");
        if (ask.query().has("saved") && !ask.changes()) {
            frame = frame.saying("good", "Saved.", "Reminders of work that is announced already follow it too.");
        }
        var framed = frame;
        var view = room.doors()
                .store()
                .reading(tx -> new WorkPolicyView(
                        framed, form, tx.policies().ofWork(ask.page().id()).version(), focus));
        return room.page(status, "console/settings/work-policy.jte", view);
    }
}
