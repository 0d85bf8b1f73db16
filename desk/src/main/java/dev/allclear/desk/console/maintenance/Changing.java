package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `/desk/maintenance/{id}/change`: what customers should know of announced work, before it and while it runs.
final class Changing {

    private final Room room;

    Changing(Room room) {
        this.room = room;
    }

    Stream<Route> routes() {
        var mayPublish = Access.signedIn(Permission.PUBLISH);
        return Stream.of(
                Route.get("/desk/maintenance/{id}/change", mayPublish, this::show),
                Route.post("/desk/maintenance/{id}/change", mayPublish, this::save),
                Route.post("/desk/maintenance/{id}/change/preview", mayPublish, this::preview));
    }

    private Answer show(Ask ask) {
        var work = room.doors().store().reading(tx -> Running.found(tx, ask));
        return page(ask, 200, Form.filled(Change.filled(work)), false);
    }

    private Answer save(Ask ask) {
        var typed = ask.form();
        if (!typed.get("do").equals("publish")) {
            return page(ask, 200, Form.filled(typed), false);
        }
        try {
            var path = new Once(room.doors().store()).carriedOut(ask, tx -> changed(tx, ask));
            return Answer.seeOther(ask.link(path));
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(typed, invalid), false);
        } catch (Refused.ChangedMeanwhile _) {
            return page(ask, 409, Form.filled(typed), true);
        }
    }

    private String changed(Tx tx, Ask ask) {
        var stored = Running.stored(tx, ask);
        var work = stored.value();
        if (!Change.seen(work).equals(ask.form().get(Change.SEEN))) {
            throw new Refused.ChangedMeanwhile("maintenance");
        }
        var catalogue = tx.catalogues().of(work.page()).value();
        var revision = Change.read(ask.form(), catalogue, work);
        room.doors().maintenances().revise(work.page(), work.id(), revision, stored.version(), ask.actor());
        return path(work) + (revision.word().isPresent() ? "?said" : "?changed");
    }

    private static String path(Maintenance work) {
        return "/desk/maintenance/" + work.id().value();
    }

    private Answer preview(Ask ask) {
        var frame = room.frame(ask, Place.MAINTENANCE, "Preview");
        var preview = room.doors().store().reading(tx -> preview(tx, ask, frame, ask.form(), Running.found(tx, ask)));
        return room.page(200, "console/maintenance/preview.jte", preview);
    }

    private Answer page(Ask ask, int status, Form form, boolean conflict) {
        var title =
                status == 200 ? "Change what customers should know" : "Not saved: change what customers should know";
        var frame = room.frame(ask, Place.MAINTENANCE, title).forAuthoring();
        var view = room.doors().store().reading(tx -> {
            var work = Running.found(tx, ask);
            if (work.isOver()) {
                throw new Refused.Conflict("This work is over.");
            }
            var typed = form.typed();
            return new ChangeView(
                    frame,
                    path(work),
                    work.title(),
                    form,
                    // What was refused may be sent again, and what was carried out may not.
                    typed.filled(Once.FORM_ID).orElseGet(() -> room.entropy().id()),
                    conflict ? Change.seen(work) : typed.filled(Change.SEEN).orElseGet(() -> Change.seen(work)),
                    work.phase() instanceof Maintenance.Phase.Running,
                    Parts.of(tx, ask, form),
                    preview(tx, ask, frame, typed, work),
                    conflict ? Optional.of(Change.differences(typed, work)) : Optional.<List<Difference>>empty());
        });
        return room.page(status, "console/maintenance/change.jte", view);
    }

    private Preview preview(Tx tx, Ask ask, Frame frame, Parameters typed, Maintenance work) {
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        var proposal = Proposal.read(frame, typed, catalogue).about(work);
        var publish = typed.get("tell").equals("everybody") ? proposal.publishing(tx) : "Save on the page";
        return proposal.preview(tx, catalogue, room.markdown(), "Planned", publish, Phase.MAINTENANCE_SCHEDULED);
    }
}
