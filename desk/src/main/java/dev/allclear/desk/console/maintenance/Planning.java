package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.coach.Manuscript;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import dev.allclear.transaction.Tx;

/// Announces work ahead: who reads the page sees it, who subscribed is told.
final class Planning {

    private final Room room;

    Planning(Room room) {
        this.room = room;
    }

    Answer empty(Ask ask) {
        var mended = room.doors().store().reading(tx -> Mended.in(tx, ask, ask.query()));
        return page(ask, 200, mended.map(Mended::beginning).map(Form::filled).orElse(Form.EMPTY), "");
    }

    /// With `do=publish` announces; anything else shows the form again, with what was typed.
    Answer announce(Ask ask) {
        var typed = ask.form();
        if (!typed.get("do").equals("publish")) {
            var rows = OtherRows.pressed(typed);
            return page(ask, 200, Form.filled(rows.typed()), rows.focus());
        }
        try {
            var page = ask.page();
            var catalogue = room.doors().catalogue().look(page.id()).value();
            var plan = Plan.read(typed, catalogue, page.zone(), ask.now());
            var path = new Once(room.doors().store()).carriedOut(ask, tx -> {
                var work = plan.work().mending(Mended.in(tx, ask, typed).map(Incident::id));
                var announced = room.doors().maintenances().announce(page.id(), work, plan.text(), ask.actor());
                return "/desk/maintenance/" + announced.value().id().value() + "?announced";
            });
            return Answer.seeOther(ask.link(path));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(typed, invalid), "");
        }
    }

    /// The pane that desk.js refreshes while somebody types.
    Answer preview(Ask ask) {
        var frame = room.frame(ask, Place.MAINTENANCE, "Preview");
        var preview = room.doors().store().reading(tx -> preview(tx, ask, frame, ask.form()));
        return room.page(200, "console/maintenance/preview.jte", preview);
    }

    private Answer page(Ask ask, int status, Form form, String focus) {
        var title = form.hasFaults() ? "Not published: plan work" : "Plan work";
        var frame = room.frame(ask, Place.MAINTENANCE, title).forAuthoring();
        var once =
                form.typed().filled(Once.FORM_ID).orElseGet(() -> room.entropy().id());
        var view = room.doors()
                .store()
                .reading(tx -> new PlanView(
                        frame,
                        form,
                        once,
                        Parts.of(tx, ask, form),
                        preview(tx, ask, frame, form.typed()),
                        Mended.in(tx, ask, form.typed()),
                        focus));
        return room.page(status, "console/maintenance/plan.jte", view);
    }

    private Preview preview(Tx tx, Ask ask, Frame frame, Parameters typed) {
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        var proposal = Proposal.read(frame, typed, catalogue);
        return proposal.preview(
                tx,
                catalogue,
                room.markdown(),
                "Planned",
                proposal.announcing(tx),
                Manuscript.Phase.MAINTENANCE_SCHEDULED);
    }
}
