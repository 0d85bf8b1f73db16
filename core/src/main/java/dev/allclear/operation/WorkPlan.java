package dev.allclear.operation;

import dev.allclear.Refused;
import dev.allclear.incident.IncidentId;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Recurrence;
import dev.allclear.maintenance.Window;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What somebody decides when work is planned.
///
/// @param windows when; several for work that repeats or is done in parts, the soonest first
/// @param expected in which state each affected part will be meanwhile
/// @param mends the incident that goes on as this work
public record WorkPlan(
        String title, List<Window> windows, Map<Area, State> expected, Details details, Optional<IncidentId> mends) {

    public WorkPlan {
        windows = windows.stream().sorted(Comparator.comparing(Window::start)).toList();
        if (windows.isEmpty() || windows.size() > Recurrence.MOST) {
            throw new Refused.Invalid("windows", "Plan from 1 to " + Recurrence.MOST + " times at once.");
        }
        for (var next = 1; next < windows.size(); next++) {
            if (windows.get(next).start().isBefore(windows.get(next - 1).end())) {
                throw new Refused.Invalid(
                        "windows", "Two of these times overlap. Each must end before the next begins.");
            }
        }
        expected = Map.copyOf(expected);
    }

    /// That the parts can't be used, and no more.
    public WorkPlan(String title, Window window, Set<Area> areas) {
        this(title, List.of(window), Maintenance.unusable(areas), Details.NONE, Optional.empty());
    }

    public WorkPlan with(Details next) {
        return new WorkPlan(title, windows, expected, next, mends);
    }

    public WorkPlan at(List<Window> times) {
        return new WorkPlan(title, times, expected, details, mends);
    }

    public WorkPlan mending(Optional<IncidentId> incident) {
        return new WorkPlan(title, windows, expected, details, incident);
    }
}
