package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.desk.web.Parameters;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Region;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is worked on: `area=card` alone is everywhere, any `area=card@eu` narrows it to those.
final class Areas {

    private Areas() {}

    static Set<Area> read(Parameters typed, Catalogue catalogue) {
        var ticked = new HashSet<>(typed.all("area"));
        var areas = new HashSet<Area>();
        catalogue.active().forEach(component -> {
            var whole = ticked.remove(component.id().value());
            var regions = component.regions().stream()
                    .filter(region -> ticked.remove(component.id().value() + "@" + region.value()))
                    .map(region -> Area.in(component.id(), region))
                    .toList();
            areas.addAll(regions);
            if (whole && regions.isEmpty()) {
                areas.add(Area.whole(component.id()));
            }
        });
        if (!ticked.isEmpty()) {
            throw new Refused.Invalid("areas", "A component or region that you ticked is no longer there.");
        }
        if (areas.isEmpty() && catalogue.active().findAny().isPresent()) {
            throw new Refused.Invalid("areas", "Tick at least one component.");
        }
        return areas;
    }

    /// `Card payments, Europe`, in the order of their names.
    static List<String> names(Collection<Area> areas, Catalogue catalogue) {
        return areas.stream().map(area -> name(area, catalogue)).sorted().toList();
    }

    private static String name(Area area, Catalogue catalogue) {
        var component =
                catalogue.component(area.component()).map(Component::name).orElse("A component that is gone");
        return area.region()
                .flatMap(catalogue::region)
                .map(Region::name)
                .map(region -> component + ", " + region)
                .orElse(component);
    }
}
