package dev.allclear.desk.console;

import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Region;
import dev.allclear.status.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names areas as people do: `Card payments, Europe`.
public record AreaNames(Catalogue catalogue) {

    public String of(Area area) {
        var component =
                catalogue.component(area.component()).map(Component::name).orElse("A component that is gone");
        return area.region()
                .flatMap(catalogue::region)
                .map(Region::name)
                .map(region -> component + ", " + region)
                .orElse(component);
    }

    /// In the order of their names.
    public List<String> of(Set<Area> areas) {
        return areas.stream().map(this::of).sorted().toList();
    }

    /// Worst first.
    public List<NamedArea> of(Map<Area, State> areas) {
        return areas.entrySet().stream()
                .map(entry -> new NamedArea(AreaFields.key(entry.getKey()), of(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(NamedArea::state).reversed().thenComparing(NamedArea::name))
                .toList();
    }

    /// `Card payments, Europe and 2 more`
    public String inShort(Map<Area, State> areas) {
        var names = of(areas).stream().map(NamedArea::name).toList();
        return names.size() <= 2
                ? String.join(" · ", names)
                : names.getFirst() + " and " + Words.number(names.size() - 1L) + " more";
    }
}
