package dev.allclear.page;

import dev.allclear.status.Component;
import dev.allclear.status.Days;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.List;

/// One component as readers see it.
///
/// @param regions where it runs, in order; empty when regions don't apply
/// @param days its last 90 days, also when the page doesn't show them
/// @param changedAt when its state last changed, or when it was made
public record PublicComponent(
        Component component, State state, List<PublicRegion> regions, Days days, Instant changedAt) {

    /// One of its regions by name, with its own 90 days.
    public record PublicRegion(String id, String name, State state, Days days) {}
}
