package dev.allclear.desk.api;

import dev.allclear.status.Area;
import dev.allclear.status.ComponentId;
import dev.allclear.status.RegionId;
import dev.allclear.status.State;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One affected area in the API.
///
/// @param region empty for the whole component
record AreaView(String component, Optional<String> region, String state) {

    private static final int MOST = 500;

    static List<AreaView> of(Map<Area, State> areas) {
        return areas.entrySet().stream()
                .map(entry -> new AreaView(
                        entry.getKey().component().value(),
                        entry.getKey().region().map(RegionId::value),
                        entry.getValue().key()))
                .sorted(Comparator.comparing(AreaView::component)
                        .thenComparing(view -> view.region().orElse("")))
                .toList();
    }

    /// Reads a list of areas with their states.
    static Optional<Map<Area, State>> read(Fields fields, String name) {
        return fields.objects(name, MOST).map(objects -> {
            var areas = new HashMap<Area, State>();
            for (var one : objects) {
                var area = area(one);
                var state = one.oneOf("state", State.values(), State::key);
                if (area.isPresent() && state.isPresent() && areas.put(area.get(), state.get()) != null) {
                    one.wrong("component", "This area is named twice.");
                }
            }
            return areas;
        });
    }

    static Optional<Area> area(Fields fields) {
        var component = fields.id("component", "component", ComponentId::new);
        var region = fields.maybe("region", name -> fields.id(name, "region", RegionId::new));
        return component.map(id -> new Area(id, region));
    }
}
