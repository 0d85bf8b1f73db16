package dev.allclear.incident;

import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What an incident leaves in the record of states.
record Trace(Incident incident) {

    List<StateChange> changes() {
        var changes = new ArrayList<StateChange>();
        var held = new HashMap<Area, State>();
        var ends = ends();
        for (var position = 0; position < incident.updates().size(); position++) {
            var update = incident.updates().get(position);
            var isFirst = position == 0;
            var at = isFirst ? incident.startedAt() : update.at();
            if (isFirst || at.isBefore(ends.get(position))) {
                turn(held, update.areas(), at, changes);
            }
            if (update.restoredAt().isPresent()) {
                turn(held, Map.of(), ends.get(position), changes);
            }
        }
        incident.resolvedAt().ifPresent(at -> turn(held, Map.of(), at, changes));
        return List.copyOf(changes);
    }

    /// For each update, when service was back after it, as far as we know now.
    private List<Instant> ends() {
        var ends = new ArrayList<Instant>();
        var end = incident.resolvedAt().orElse(Instant.MAX);
        for (var update : incident.updates().reversed()) {
            var restored = update.restoredAt().orElse(Instant.MAX);
            end = restored.isBefore(end) ? restored : end;
            ends.add(end);
        }
        return ends.reversed();
    }

    private void turn(Map<Area, State> held, Map<Area, State> next, Instant at, List<StateChange> changes) {
        var cause = Cause.incident(incident.id().value());
        var areas = new LinkedHashSet<>(held.keySet());
        areas.addAll(next.keySet());
        for (var area : areas) {
            var state = next.getOrDefault(area, State.OPERATIONAL);
            if (held.getOrDefault(area, State.OPERATIONAL) != state) {
                changes.add(new StateChange(area, cause, state, at));
            }
        }
        held.clear();
        held.putAll(next);
    }
}
