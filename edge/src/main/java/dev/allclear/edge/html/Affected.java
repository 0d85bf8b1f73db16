package dev.allclear.edge.html;

import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicComponent;
import dev.allclear.page.PublicIncident;
import dev.allclear.status.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Says what is affected: one line per component and state, with its regions together.
public final class Affected {

    /// @param text `Search: degraded performance in Europe and Asia-Pacific`
    public record Line(State state, String text) {}

    /// So many are told one by one; more are put together by their state.
    private static final int SINGLE = 5;
    private static final int NAMED = 3;

    private Affected() {}

    public static List<Line> lines(List<PublicArea> areas, Voice voice) {
        var single = single(areas, voice);
        return single.size() <= SINGLE ? single : together(areas, Integer.MAX_VALUE, voice);
    }

    /// `Major outage: Checkout, Search, Invoices and 23 more`, the worst first.
    private static List<Line> together(List<PublicArea> areas, int most, Voice voice) {
        var byState = new TreeMap<State, List<String>>(Comparator.reverseOrder());
        areas.forEach(area ->
                byState.computeIfAbsent(area.state(), _ -> new ArrayList<>()).add(area.name()));
        var lines = new ArrayList<Line>();
        byState.forEach((state, names) -> lines.add(new Line(
                state,
                voice.say(
                        "page.group-of-state",
                        "state",
                        voice.say("state." + state.key()),
                        "what",
                        named(names, most, voice)))));
        return lines;
    }

    private static String named(List<String> names, int most, Voice voice) {
        var each = names.stream().distinct().toList();
        return each.size() <= most
                ? voice.list(each)
                : voice.list(Stream.concat(
                                each.stream().limit(most),
                                Stream.of(voice.count("page.more", each.size() - (long) most)))
                        .toList());
    }

    /// What was affected by something that is over: `Was affected: Checkout in Europe and Search.`
    public static String past(List<PublicArea> areas, Voice voice) {
        var regions = new LinkedHashMap<String, List<String>>();
        areas.forEach(area -> {
            var places = regions.computeIfAbsent(area.name(), _ -> new ArrayList<>());
            area.region().filter(region -> !places.contains(region)).ifPresent(places::add);
        });
        var names = regions.entrySet().stream()
                .map(entry -> entry.getValue().isEmpty()
                        ? entry.getKey()
                        : voice.say(
                                "page.in-regions",
                                "component",
                                entry.getKey(),
                                "regions",
                                voice.list(entry.getValue())))
                .toList();
        return voice.say("page.was-affected", "what", voice.list(names));
    }

    private static List<Line> single(List<PublicArea> areas, Voice voice) {
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
        var single = single(areas, voice);
        return (single.size() <= NAMED ? single : together(areas, NAMED, voice))
                .stream()
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
