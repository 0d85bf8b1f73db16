package dev.allclear.desk.console.print;

import dev.allclear.Refused;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.page.PublicIncident;
import dev.allclear.people.Permission;
import dev.allclear.publish.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Hands out documents: `/desk/incidents/{id}/report.pdf`, in the language of the page, with what readers see only.
public final class PrintScreens implements Screens {

    private final Room room;

    public PrintScreens(Room room) {
        this.room = room;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/desk/incidents/{id}/report.pdf", Access.signedIn(Permission.VIEW_DESK), this::report));
    }

    private Answer report(Ask ask) {
        var incident = incident(ask);
        if (!(incident.phase() instanceof Phase.PostIncident(var _, var report))) {
            throw new Refused.Conflict("This incident has no report yet: publish it first.");
        }
        var base = room.links().base(ask.page(), ask.isDefaultPage());
        var link = room.links().incident(base, incident.id());
        var document = new ReportDocument(ask.page(), incident, report, link, room.markdown());
        var html = new String(room.templates().render("print/report.jte", document), StandardCharsets.UTF_8);
        return Answer.of(200, "application/pdf", Pdf.of(html))
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"report-" + incident.id().value() + ".pdf\"");
    }

    private PublicIncident incident(Ask ask) {
        return room.doors().store().reading(tx -> {
            var stored = tx.incidents()
                    .find(ask.page().id(), new IncidentId(ask.variable("id")))
                    .orElseThrow(() -> new Refused.NotFound("incident"));
            return Snapshot.visibility(tx, ask.page(), ask.now()).incident(stored.value());
        });
    }
}
