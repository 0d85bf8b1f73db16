package dev.allclear.status;

import dev.allclear.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One part of the service that customers know by name.
///
/// @param group where it stands in the tree; empty at the top
/// @param position order among its neighbours, from 0
/// @param regions where it runs, in no order; empty when regions don't apply
/// @param startDate the day from which its uptime counts; before it there is no data
/// @param showUptime whether the page shows its 90 days
/// @param retired no longer part of the service: off the page, but known by name where history speaks of it
public record Component(
        ComponentId id,
        Optional<GroupId> group,
        String name,
        String description,
        int position,
        List<RegionId> regions,
        LocalDate startDate,
        boolean showUptime,
        boolean retired,
        Instant createdAt,
        Instant updatedAt) {

    public Component {
        name = Text.line("name", name, 120);
        description = Text.optionalProse("description", description, 500);
        regions = List.copyOf(regions);
    }

    /// The smallest places that have a state of their own: one per region, or the component itself.
    public List<Area> cells() {
        return regions.isEmpty()
                ? List.of(Area.whole(id))
                : regions.stream().map(region -> Area.in(id, region)).toList();
    }
}
