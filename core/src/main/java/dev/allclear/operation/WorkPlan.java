package dev.allclear.operation;

import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Window;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.util.Map;
import java.util.Set;

/// What somebody decides when work is planned.
///
/// @param expected in which state each affected part will be meanwhile
public record WorkPlan(String title, Window window, Map<Area, State> expected, Details details) {

    public WorkPlan {
        expected = Map.copyOf(expected);
    }

    /// That the parts can't be used, and no more.
    public WorkPlan(String title, Window window, Set<Area> areas) {
        this(title, window, Maintenance.unusable(areas), Details.NONE);
    }

    public WorkPlan with(Details next) {
        return new WorkPlan(title, window, expected, next);
    }
}
