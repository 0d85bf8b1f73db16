package dev.allclear.desk.console.incidents.declare;

import dev.allclear.incident.Severity;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Region;
import dev.allclear.status.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The first words about an outage, from what is hit: plain, true, and quickly bettered.
final class Suggestion {

    private static final int NAMED = 2;

    private Suggestion() {}

    /// @return values for `title`, `text` and `severity`; none as long as nothing is hit
    static Map<String, String> of(Map<Area, State> areas, Catalogue catalogue) {
        if (areas.isEmpty()) {
            return Map.of();
        }
        var worst = State.worst(areas.values());
        var what = what(areas, catalogue);
        return Map.of(
                "title",
                title(worst, what),
                "text",
                text(worst, what),
                "severity",
                severity(worst).key());
    }

    private static String title(State worst, String what) {
        return switch (worst) {
            case MAJOR_OUTAGE -> "Outage of " + what;
            case PARTIAL_OUTAGE -> "Problems with " + what;
            default -> "Degraded performance of " + what;
        };
    }

    private static String text(State worst, String what) {
        var noticed = switch (worst) {
            case MAJOR_OUTAGE -> "We have an outage of " + what + ".";
            case PARTIAL_OUTAGE -> "Some of you can’t use " + what + " as usual at the moment.";
            default -> "You may find " + what + " slower than usual at the moment.";
        };
        return noticed + " We are looking for the reason and will tell you what we find.";
    }

    private static Severity severity(State worst) {
        return worst == State.MAJOR_OUTAGE ? Severity.MAJOR : Severity.MINOR;
    }

    /// `Card payments and Payouts in Europe`; regions only where all of it is hit in the same ones.
    private static String what(Map<Area, State> areas, Catalogue catalogue) {
        var regions = new LinkedHashMap<String, TreeSet<String>>();
        for (var area : areas.keySet()) {
            var name =
                    catalogue.component(area.component()).map(Component::name).orElse("");
            var places = regions.computeIfAbsent(name, _ -> new TreeSet<>());
            area.region().flatMap(catalogue::region).map(Region::name).ifPresent(places::add);
        }
        var names = listed(List.copyOf(regions.keySet()));
        var places = new TreeSet<>(regions.values().iterator().next());
        var alike = regions.values().stream().allMatch(places::equals);
        return alike && !places.isEmpty() ? names + " in " + listed(List.copyOf(places)) : names;
    }

    private static String listed(List<String> names) {
        if (names.size() > NAMED + 1) {
            return String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
        }
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
