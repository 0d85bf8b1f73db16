package dev.allclear.edge.html;

import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicComponent;
import dev.allclear.page.PublicIncident;
import dev.allclear.status.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Says what is affected: one line per component and state, with its regions together.
public final class Affected {

    /// @param text `Search: degraded performance in Europe and Asia-Pacific`
    public record Line(State state, String text) {}

    private Affected() {}

    public static List<Line> lines(List<PublicArea> areas, Voice voice) {
        record Key(String component, String name, State state) {}
        var regions = new LinkedHashMap<Key, List<String>>();
        for (var area : areas) {
            var key = new Key(area.component().value(), area.name(), area.state());
            area.region()
                    .ifPresentOrElse(
                            region -> regions.computeIfAbsent(key, _ -> new ArrayList<>())
                                    .add(region),
                            () -> regions.putIfAbsent(key, new ArrayList<>()));
        }
        var lines = new ArrayList<Line>();
        regions.forEach(
                (key, places) -> lines.add(new Line(key.state(), line(key.name(), key.state(), places, voice))));
        return lines;
    }

    private static String line(String name, State state, List<String> places, Voice voice) {
        var inLine = voice.say("page.inline." + state.key());
        return places.isEmpty()
                ? voice.say("page.area", "component", name, "state", inLine)
                : voice.say("page.area-in", "component", name, "state", inLine, "regions", voice.list(places));
    }

    /// All lines in one, for lists.
    public static String sentence(List<PublicArea> areas, Voice voice) {
        return lines(areas, voice).stream()
                .map(line -> line.text() + ".")
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /// The regions of a component, those in the same state together, the worst first.
    public static List<Line> regions(PublicComponent component, Voice voice) {
        var byState = new LinkedHashMap<State, List<String>>();
        component.regions().stream()
                .sorted(Comparator.comparing(PublicComponent.PublicRegion::state)
                        .reversed())
                .forEach(region -> byState.computeIfAbsent(region.state(), _ -> new ArrayList<>())
                        .add(region.name()));
        var lines = new ArrayList<Line>();
        byState.forEach((state, names) -> lines.add(new Line(
                state,
                voice.say(
                        "page.area",
                        "component",
                        String.join(", ", names),
                        "state",
                        voice.say("page.inline." + state.key())))));
        return lines;
    }

    /// The names alone, each once.
    public static List<String> names(List<PublicArea> areas) {
        return areas.stream().map(PublicArea::name).distinct().toList();
    }

    /// The colour of an incident: of the worst that it does or did; of its severity when it names no area.
    public static String colour(PublicIncident incident) {
        return incident.affected().isEmpty()
                ? Colour.of(incident.severity())
                : Colour.of(worst(incident.affected(), State.UNKNOWN));
    }

    /// The worst of them; `none` when nothing is named.
    public static State worst(List<PublicArea> areas, State none) {
        return areas.stream()
                .map(PublicArea::state)
                .max(Comparator.naturalOrder())
                .orElse(none);
    }
}
