package dev.allclear.desk.console.incidents;

import dev.allclear.Refused;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.console.incidents.form.FactFields;
import dev.allclear.desk.console.incidents.form.Picker;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.form.Written;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.Facts;
import dev.allclear.operation.PastIncident;
import dev.allclear.operation.PastIncident.PastWord;
import dev.allclear.people.Permission;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Entering an incident after the fact. Nobody is told.
final class PastScreens implements Screens {

    private static final String KIND = "past";

    private final Room room;
    private final Once once;

    PastScreens(Room room) {
        this.room = room;
        this.once = new Once(room.doors().store());
    }

    @Override
    public List<Route> routes() {
        var publish = Access.signedIn(Permission.PUBLISH);
        return List.of(
                Route.get("/desk/incidents/past/new", publish, this::form),
                Route.post("/desk/incidents/past/new", publish, this::again),
                Route.post("/desk/incidents/past", publish, this::enter));
    }

    private Answer form(Ask ask) {
        return show(ask, 200, Sheet.fresh(KIND, Map.of("severity", "minor"), room.entropy()));
    }

    /// Enter in a line of text comes here, and publishes nothing.
    private Answer again(Ask ask) {
        return show(ask, 200, Sheet.again(KIND, ask.form(), room.entropy()));
    }

    private Answer enter(Ask ask) {
        var typed = ask.form();
        try {
            var path = once.carriedOut(ask, tx -> {
                var past = read(typed, tx.catalogues().of(ask.page().id()).value(), ask);
                var stored = room.doors().incidents().backfill(ask.page().id(), past, ask.actor());
                return "/desk/incidents/" + stored.value().id().value() + "?done=backfilled";
            });
            return Answer.seeOther(ask.link(path));
        } catch (Refused.Invalid invalid) {
            return show(ask, 422, Sheet.again(KIND, typed, room.entropy()).refused(invalid));
        }
    }

    private static PastIncident read(Parameters typed, Catalogue catalogue, Ask ask) {
        var faults = new Faults();
        var title = faults.read(() -> Written.line(typed, "title", "Say what customers couldn’t do."));
        var startedAt = faults.read(() -> needed(typed, "startedAt", ask));
        var resolvedAt = faults.read(() -> needed(typed, "resolvedAt", ask));
        var severity = faults.read(() -> FactFields.severity(typed));
        var areas = faults.read(() -> {
            var ticked = AreaFields.ticked(typed, catalogue);
            AreaFields.mustNameSome(ticked, catalogue);
            return ticked;
        });
        var text = faults.read(() -> Written.prose(typed, "text", "Say what happened."));
        var allClear = faults.read(() -> Written.prose(typed, "allClear", "Write the all-clear."));
        faults.refuseIfAny();
        var words = List.of(
                new PastWord(text.orElseThrow(), startedAt.orElseThrow()),
                new PastWord(allClear.orElseThrow(), resolvedAt.orElseThrow()));
        return new PastIncident(
                title.orElseThrow(),
                severity.orElseThrow(),
                startedAt.orElseThrow(),
                resolvedAt.orElseThrow(),
                Facts.UNKNOWN,
                areas.orElse(Map.of()),
                words,
                Optional.empty());
    }

    private static Instant needed(Parameters typed, String field, Ask ask) {
        return TypedTimes.read(typed, field, ask.page().zone())
                .orElseThrow(() -> new Refused.Invalid(
                        field, field.equals("startedAt") ? "Say when it began." : "Say when it was over."));
    }

    private Answer show(Ask ask, int status, Sheet sheet) {
        var title = sheet.form().hasFaults() ? "Not added: past incident" : "Add a past incident";
        var frame = room.frame(ask, Place.INCIDENTS, title).forAuthoring();
        var view = room.doors().store().reading(tx -> {
            var catalogue = tx.catalogues().of(ask.page().id()).value();
            var board = Board.at(catalogue, tx.states().since(ask.page().id(), ask.now()), ask.now());
            return new PastView(
                    frame, sheet, Picker.of(catalogue, board, sheet.form().typed(), Set.of()));
        });
        return room.page(status, "console/incidents/past.jte", view);
    }
}
