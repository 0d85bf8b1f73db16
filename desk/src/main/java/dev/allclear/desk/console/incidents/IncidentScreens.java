package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.home.HomeScreens;
import dev.allclear.desk.console.incidents.declare.DeclareScreens;
import dev.allclear.desk.console.incidents.drafts.DraftScreens;
import dev.allclear.desk.console.incidents.report.ReportScreens;
import dev.allclear.desk.console.incidents.resolve.Act;
import dev.allclear.desk.console.incidents.resolve.ActScreens;
import dev.allclear.desk.console.incidents.workspace.CareScreens;
import dev.allclear.desk.console.incidents.workspace.FactScreens;
import dev.allclear.desk.console.incidents.workspace.UpdateScreens;
import dev.allclear.desk.console.print.PrintScreens;
import dev.allclear.desk.web.Route;
import java.util.List;

/// Everything about incidents, from the first screen to the report.
public final class IncidentScreens implements Screens {

    private final List<Screens> parts;

    public IncidentScreens(Room room) {
        parts = List.of(
                new HomeScreens(room),
                new ListScreens(room),
                new DeclareScreens(room),
                new UpdateScreens(room),
                new CareScreens(room),
                new FactScreens(room),
                new ActScreens(room, Act.RESOLVE),
                new ActScreens(room, Act.WITHDRAW),
                new ActScreens(room, Act.REOPEN),
                new ReportScreens(room),
                new PrintScreens(room),
                new DraftScreens(room),
                new PastScreens(room));
    }

    @Override
    public List<Route> routes() {
        return parts.stream().flatMap(part -> part.routes().stream()).toList();
    }
}
