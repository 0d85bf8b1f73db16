package dev.allclear.desk.console;

import dev.allclear.Refused;
import dev.allclear.desk.web.Parameters;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.RegionId;
import dev.allclear.status.State;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what is hit. `area=card` alone is everywhere, any `area=card@eu` narrows it to those; `state-card` says how
/// badly. An update also names what was hit before (`held=card@eu`), each with its `state-card@eu`.
public final class AreaFields {

    public static final String FIELD = "areas";
    public static final List<State> BAD = List.of(State.DEGRADED_PERFORMANCE, State.PARTIAL_OUTAGE, State.MAJOR_OUTAGE);

    private AreaFields() {}

    public static String key(Area area) {
        return area.component().value()
                + area.region().map(region -> "@" + region.value()).orElse("");
    }

    public static Area area(String key) {
        var at = key.indexOf('@');
        return at < 0
                ? Area.whole(new ComponentId(key))
                : Area.in(new ComponentId(key.substring(0, at)), new RegionId(key.substring(at + 1)));
    }

    /// What is ticked in the picker.
    public static Map<Area, State> ticked(Parameters typed, Catalogue catalogue) {
        var ticked = new HashSet<>(typed.all("area"));
        var areas = new LinkedHashMap<Area, State>();
        catalogue.active().forEach(component -> {
            var whole = Area.whole(component.id());
            var regions = component.regions().stream()
                    .map(region -> Area.in(component.id(), region))
                    .filter(area -> ticked.contains(key(area)))
                    .toList();
            var hit = !regions.isEmpty() ? regions : ticked.contains(key(whole)) ? List.of(whole) : List.<Area>of();
            if (!hit.isEmpty()) {
                // Read of what is ticked alone: a row of what was hit before may say "works" under the same name.
                var state = state(typed.get("state-" + key(whole)), State.PARTIAL_OUTAGE);
                hit.forEach(area -> areas.put(area, state));
            }
            component.regions().forEach(region -> ticked.remove(key(Area.in(component.id(), region))));
            ticked.remove(key(whole));
        });
        if (!ticked.isEmpty()) {
            throw new Refused.Invalid(FIELD, "A component or region that you ticked is no longer there.");
        }
        return areas;
    }

    /// What is ticked, at least something, whatever its state.
    public static Set<Area> named(Parameters typed, Catalogue catalogue) {
        var ticked = ticked(typed, catalogue);
        mustNameSome(ticked, catalogue);
        return ticked.keySet();
    }

    /// What is hit after an update: what was before, as its state is now, and what is ticked beside it.
    public static Map<Area, State> changed(Parameters typed, Catalogue catalogue) {
        var areas = new LinkedHashMap<>(ticked(typed, catalogue));
        for (var key : typed.all("held")) {
            var area = area(key);
            var state = state(typed.get("state-" + key), State.OPERATIONAL);
            areas.remove(area);
            if (state != State.OPERATIONAL) {
                areas.put(area, state);
            }
        }
        return areas;
    }

    public static State state(String typed, State otherwise) {
        return BAD.stream()
                .filter(state -> state.key().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    if (typed.isEmpty() || typed.equals(otherwise.key())) {
                        return otherwise;
                    }
                    throw new Refused.Invalid(FIELD, "There is no such state.");
                });
    }

    /// Where there are components, somebody must say which of them.
    public static void mustNameSome(Map<Area, State> areas, Catalogue catalogue) {
        if (areas.isEmpty() && catalogue.active().findAny().isPresent()) {
            throw new Refused.Invalid(FIELD, "Tick at least one component.");
        }
    }

    public static boolean isTicked(Parameters typed, Component component) {
        return typed.all("area").stream()
                .anyMatch(key -> key.equals(component.id().value())
                        || key.startsWith(component.id().value() + "@"));
    }
}
