package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Portion;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import java.util.List;
import java.util.stream.Stream;

/// `/desk/maintenance`: what is planned, and what becomes of it.
public final class MaintenanceScreens implements Screens {

    private static final int SHOWN = 50;

    private final Room room;
    private final Planning planning;
    private final Running running;
    private final Changing changing;

    public MaintenanceScreens(Room room) {
        this.room = room;
        this.planning = new Planning(room);
        this.running = new Running(room);
        this.changing = new Changing(room);
    }

    @Override
    public List<Route> routes() {
        var mayView = Access.signedIn(Permission.VIEW_DESK);
        var mayPublish = Access.signedIn(Permission.PUBLISH);
        var ours = Stream.of(
                Route.get("/desk/maintenance", mayView, this::list),
                Route.get("/desk/maintenance/new", mayPublish, planning::empty),
                Route.post("/desk/maintenance/new", mayPublish, planning::announce),
                Route.post("/desk/maintenance/preview", mayPublish, planning::preview),
                Route.get("/desk/maintenance/{id}", mayView, running::show),
                Route.post("/desk/maintenance/{id}", mayPublish, running::say),
                Route.post("/desk/maintenance/{id}/preview", mayPublish, running::preview));
        return Stream.concat(ours, changing.routes()).toList();
    }

    private Answer list(Ask ask) {
        var page = ask.page().id();
        var before = Offset.read(ask);
        var frame = room.frame(ask, Place.MAINTENANCE, "Maintenance");
        var view = room.doors().store().reading(tx -> {
            var catalogue = tx.catalogues().of(page).value();
            var names = new AreaNames(catalogue);
            var all = Rows.of(tx.maintenances().all(page).stream()
                    .map(stored -> stored.value())
                    .toList());
            var rows = all.stream()
                    .skip(before)
                    .limit(SHOWN)
                    .map(together -> Rows.row(together, names))
                    .toList();
            return new ListView(frame, rows, portion(ask, before, rows.size(), all.size()));
        });
        return room.page(200, "console/maintenance/list.jte", view);
    }

    private static Portion portion(Ask ask, int before, int shown, int all) {
        var path = ask.link("/desk/maintenance") + "?before=";
        return new Portion(
                (before + 1) + " to " + (before + shown) + " of " + all,
                before > 0 ? path + Math.max(0, before - SHOWN) : "",
                before + shown < all ? path + (before + SHOWN) : "");
    }
}
