package dev.allclear.desk.console.home;

import dev.allclear.Stored;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.incidents.head.Authors;
import dev.allclear.desk.console.incidents.head.Care;
import dev.allclear.desk.console.incidents.head.Phases;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.maintenance.Ending;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.SeriesId;
import dev.allclear.people.Permission;
import dev.allclear.status.Board;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The desk's first screen: everything that is open, late ones first, and everything that is owed.
public final class HomeScreens implements Screens {

    /// Older debts stand in the list of incidents.
    private static final Duration LOOKS_BACK = Duration.ofDays(90);
    private static final int WORKS = 4;

    private final Room room;

    public HomeScreens(Room room) {
        this.room = room;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/desk", Access.signedIn(Permission.VIEW_DESK), this::home));
    }

    private Answer home(Ask ask) {
        var page = ask.page().id();
        var view = room.doors().store().reading(tx -> {
            var catalogue = tx.catalogues().of(page).value();
            var recent = tx.incidents().since(page, ask.now().minus(LOOKS_BACK)).stream()
                    .map(Stored::value)
                    .toList();
            var open = open(tx, ask, recent, new AreaNames(catalogue));
            var late =
                    open.stream().filter(one -> !one.due().isAfter(ask.now())).count();
            var around = room.frame(ask, Place.HOME, title(open.size(), late));
            var frame = ask.query().get("done").equals("taken")
                    ? around.saying("good", "You are on it.", "Nobody else is called about this update.")
                    : around;
            return new HomeView(
                    frame,
                    open,
                    new Debts(ask, frame.mayDraft()).of(tx, recent),
                    works(tx, ask),
                    new MailHealth(room, ask.now()).of(tx, page),
                    catalogue.active().findAny().isPresent(),
                    Board.at(catalogue, tx.states().since(page, ask.now()), ask.now())
                            .overall(),
                    recent.stream().flatMap(one -> one.resolvedAt().stream()).max(Instant::compareTo));
        });
        return room.page(200, "console/home/home.jte", view);
    }

    private static String title(int open, long late) {
        if (open == 0) {
            return "Open and owed";
        }
        return open + " open" + (late == 0 ? "" : ", " + late + " late");
    }

    private static List<HomeView.Open> open(Tx tx, Ask ask, List<Incident> incidents, AreaNames names) {
        var me = ask.person().account();
        return incidents.stream()
                .flatMap(incident -> due(incident).stream()
                        .map(due -> new HomeView.Open(
                                incident,
                                Phases.of(incident),
                                due,
                                names.of(incident.areas()),
                                Authors.name(incident.latest().author()),
                                Care.of(tx, incident, me))))
                .sorted(Comparator.comparing(HomeView.Open::due))
                .toList();
    }

    private static Optional<Instant> due(Incident incident) {
        return incident.phase() instanceof Phase.Open(var _, var due) ? Optional.of(due) : Optional.empty();
    }

    private static List<HomeView.Work> works(Tx tx, Ask ask) {
        var seen = new HashSet<SeriesId>();
        return tx.maintenances().open(ask.page().id()).stream()
                .map(Stored::value)
                // Of a series the next.
                .filter(work -> work.part().map(part -> seen.add(part.series())).orElse(true))
                .map(work -> new HomeView.Work(
                        "/desk/maintenance/" + work.id().value(),
                        work.title(),
                        work.phase() instanceof Maintenance.Phase.Running,
                        work.window().start(),
                        work.window().end(),
                        Ending.of(work)))
                .sorted(Comparator.comparing(HomeView.Work::runs).reversed().thenComparing(HomeView.Work::start))
                .limit(WORKS)
                .toList();
    }
}
