package dev.allclear.audience;

import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/// What a subscriber wants to hear of.
///
/// @param components and `groups`: which parts; both empty means all. A group stands for whatever is in it, now or
/// later
/// @param regions which regions; empty means all
/// @param kinds at least one
public record Choice(Set<ComponentId> components, Set<GroupId> groups, Set<RegionId> regions, Set<Kind> kinds) {

    /// What sort of news it is.
    public enum Kind {
        INCIDENTS,
        MAINTENANCE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Choice EVERYTHING = new Choice(Set.of(), Set.of(), Set.of(), Set.of(Kind.values()));

    public Choice {
        components = Set.copyOf(components);
        groups = Set.copyOf(groups);
        regions = Set.copyOf(regions);
        kinds = Set.copyOf(kinds);
    }

    public boolean isEverything() {
        return components.isEmpty() && groups.isEmpty() && regions.isEmpty();
    }

    /// Does news of this kind about these areas concern the subscriber? News about no area in particular concerns all.
    public boolean wants(Kind kind, Collection<Area> areas, Catalogue catalogue) {
        return kinds.contains(kind)
                && (isEverything() || areas.isEmpty() || areas.stream().anyMatch(area -> concerns(area, catalogue)));
    }

    private boolean concerns(Area area, Catalogue catalogue) {
        var part = (components.isEmpty() && groups.isEmpty())
                || components.contains(area.component())
                || isInChosenGroup(area, catalogue);
        var place = regions.isEmpty()
                || area.region().map(regions::contains).orElseGet(() -> runsInChosenRegion(area, catalogue));
        return part && place;
    }

    private boolean isInChosenGroup(Area area, Catalogue catalogue) {
        // Asked for everybody whom an announcement may concern, and most chose no group.
        return !groups.isEmpty()
                && catalogue.component(area.component()).stream()
                        .flatMap(component -> catalogue.pathTo(component).stream())
                        .anyMatch(group -> groups.contains(group.id()));
    }

    /// An outage of the whole component hits its every region; a component without regions concerns all of them.
    private boolean runsInChosenRegion(Area area, Catalogue catalogue) {
        return catalogue
                .component(area.component())
                .map(component -> component.regions().isEmpty()
                        || component.regions().stream().anyMatch(regions::contains))
                .orElse(true);
    }
}
