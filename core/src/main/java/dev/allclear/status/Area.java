package dev.allclear.status;

import java.util.Optional;

/// What an outage touches: a component as a whole, or a component in one region.
///
/// @param region empty for the whole component, whatever regions it has
public record Area(ComponentId component, Optional<RegionId> region) {

    public static Area whole(ComponentId component) {
        return new Area(component, Optional.empty());
    }

    public static Area in(ComponentId component, RegionId region) {
        return new Area(component, Optional.of(region));
    }

    /// Does this area cover the component in that region?
    public boolean covers(Area cell) {
        return component.equals(cell.component) && (region.isEmpty() || region.equals(cell.region));
    }
}
