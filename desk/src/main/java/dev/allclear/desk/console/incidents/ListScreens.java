package dev.allclear.desk.console.incidents;

import dev.allclear.Stored;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Portion;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.console.incidents.head.Phases;
import dev.allclear.desk.console.incidents.head.Summary;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.people.Permission;
import dev.allclear.policy.Duty;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.status.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// The list of all incidents, with a search in titles and texts.
final class ListScreens implements Screens {

    private static final int PORTION = 50;
    private static final Map<String, BiPredicate<Incident, SeverityPolicy>> SHOWN = shown();

    private final Room room;

    ListScreens(Room room) {
        this.room = room;
    }

    private static Map<String, BiPredicate<Incident, SeverityPolicy>> shown() {
        var shown = new LinkedHashMap<String, BiPredicate<Incident, SeverityPolicy>>();
        shown.put("all", (_, _) -> true);
        shown.put("open", (incident, _) -> incident.isOpen());
        shown.put("owed", Duty::owesReport);
        shown.put("withdrawn", (incident, _) -> incident.phase() instanceof Phase.Withdrawn);
        return shown;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/desk/incidents", Access.signedIn(Permission.VIEW_DESK), this::list));
    }

    private Answer list(Ask ask) {
        var query = ask.query().get("q").strip();
        var show = SHOWN.containsKey(ask.query().get("show")) ? ask.query().get("show") : "all";
        var view = room.doors().store().reading(tx -> {
            var names = new AreaNames(tx.catalogues().of(ask.page().id()).value());
            var watch = new Watch(ask.page().zone(), ask.now());
            var policy = room.policy(ask);
            var found = tx.incidents().all(ask.page().id()).stream()
                    .map(Stored::value)
                    .filter(incident -> says(incident, query.toLowerCase(Locale.ROOT)))
                    .toList();
            var chosen = found.stream().filter(one -> shows(show, one, policy)).toList();
            var from = from(ask, chosen.size());
            var rows = chosen.stream()
                    .skip(from)
                    .limit(PORTION)
                    .map(one -> row(one, names, watch, policy))
                    .toList();
            return new ListView(
                    room.frame(ask, Place.INCIDENTS, "Incidents"),
                    query,
                    show,
                    filters(ask, found, query, show, policy),
                    rows,
                    portion(ask, query, show, from, rows.size(), chosen.size()));
        });
        return room.page(200, "console/incidents/list.jte", view);
    }

    private static boolean shows(String show, Incident incident, SeverityPolicy policy) {
        return SHOWN.getOrDefault(show, (_, _) -> true).test(incident, policy);
    }

    private static boolean says(Incident incident, String query) {
        return query.isEmpty()
                || incident.title().toLowerCase(Locale.ROOT).contains(query)
                || incident.updates().stream()
                        .anyMatch(
                                update -> update.text().toLowerCase(Locale.ROOT).contains(query));
    }

    private static int from(Ask ask, int all) {
        try {
            return Math.clamp(Integer.parseInt(ask.query().get("from")), 0, Math.max(0, all - 1));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static ListView.Row row(Incident incident, AreaNames names, Watch watch, SeverityPolicy policy) {
        var areas = incident.everAffected().stream().collect(Collectors.toMap(area -> area, _ -> State.UNKNOWN));
        return new ListView.Row(
                "/desk/incidents/" + incident.id().value(),
                incident.title(),
                incident.severity().key(),
                names.inShort(areas),
                incident.startedAt(),
                Summary.lasted(incident, watch) + (incident.isOpen() ? " so far" : ""),
                Phases.of(incident),
                Duty.owesReport(incident, policy));
    }

    private static List<Filter> filters(
            Ask ask, List<Incident> found, String query, String show, SeverityPolicy policy) {
        var labels = Map.of("all", "All", "open", "Open", "owed", "Report owed", "withdrawn", "Withdrawn");
        return SHOWN.entrySet().stream()
                .map(entry -> new Filter(
                        link(ask, query, entry.getKey(), 0),
                        labels.getOrDefault(entry.getKey(), ""),
                        Words.number(found.stream()
                                .filter(one -> entry.getValue().test(one, policy))
                                .count()),
                        entry.getKey().equals(show)))
                .toList();
    }

    private static Portion portion(Ask ask, String query, String show, int from, int shown, int all) {
        return new Portion(
                Words.number(from + 1L) + " to " + Words.number((long) from + shown) + " of " + Words.number(all),
                from == 0 ? "" : link(ask, query, show, Math.max(0, from - PORTION)),
                from + shown < all ? link(ask, query, show, from + PORTION) : "");
    }

    private static String link(Ask ask, String query, String show, int from) {
        return ask.link("/desk/incidents") + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&show=" + show
                + (from == 0 ? "" : "&from=" + from);
    }
}
