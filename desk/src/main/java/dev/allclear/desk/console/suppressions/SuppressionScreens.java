package dev.allclear.desk.console.suppressions;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import dev.allclear.suppression.AddressMark;
import java.util.List;

/// `/desk/suppressions`: addresses that nothing is sent to, adding and releasing them.
public final class SuppressionScreens implements Screens {

    private final Room room;
    private final SuppressionList list;

    public SuppressionScreens(Room room) {
        this.room = room;
        this.list = new SuppressionList(room);
    }

    @Override
    public List<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_SUBSCRIBERS);
        return List.of(
                Route.get("/desk/suppressions", mayManage, list::show),
                Route.get("/desk/suppressions/new", mayManage, ask -> empty(ask, 200, Form.EMPTY)),
                Route.post("/desk/suppressions/new", mayManage, this::add),
                Route.get("/desk/suppressions/{id}", mayManage, ask -> page(ask, 200, Form.EMPTY)),
                Route.post("/desk/suppressions/{id}/release", mayManage, this::release));
    }

    private Answer empty(Ask ask, int status, Form form) {
        var title = "Send nothing to an address";
        var frame = room.frame(ask, Place.SUBSCRIBERS, form.hasFaults() ? "Not saved: " + title : title);
        return room.page(status, "console/suppressions/new.jte", new SuppressionView.Adding(frame, form));
    }

    private Answer add(Ask ask) {
        try {
            var faults = new Faults();
            var email = faults.read(() -> EmailAddress.parse(ask.form().get("email")));
            faults.refuseIfAny();
            var one = room.doors()
                    .suppressions()
                    .suppress(ask.page().id(), email.orElseThrow(), ask.form().get("why"), ask.actor());
            return saved(ask, one.mark(), "suppressed");
        } catch (Refused.Invalid invalid) {
            return empty(ask, 422, Form.refused(ask.form(), invalid));
        }
    }

    private Answer release(Ask ask) {
        try {
            var one = room.doors()
                    .suppressions()
                    .release(ask.page().id(), mark(ask), ask.form().get("why"), ask.actor());
            return saved(ask, one.mark(), "released");
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid));
        }
    }

    private static Answer saved(Ask ask, AddressMark mark, String what) {
        return Answer.seeOther(ask.link("/desk/suppressions/" + mark.value()) + "?" + what);
    }

    private static AddressMark mark(Ask ask) {
        return new AddressMark(ask.variable("id"));
    }

    private Answer page(Ask ask, int status, Form form) {
        var one = room.doors().suppressions().look(ask.page().id(), mark(ask));
        var title = new ListView.Row(one).address();
        var frame = room.frame(ask, Place.SUBSCRIBERS, form.hasFaults() ? "Not released: " + title : title);
        var history = room.doors()
                .store()
                .reading(tx -> tx.journal().about(ask.page().id(), one.mark().value()));
        return room.page(
                status, "console/suppressions/one.jte", new SuppressionView(saying(frame, ask), one, form, history));
    }

    private static Frame saying(Frame frame, Ask ask) {
        if (ask.changes()) {
            return frame;
        }
        if (ask.query().has("released")) {
            return frame.saying("good", "Released.", "The next announcement goes there again.");
        }
        if (ask.query().has("suppressed")) {
            return frame.saying("good", "Suppressed.", "Nothing is sent there from now on.");
        }
        return frame;
    }
}
