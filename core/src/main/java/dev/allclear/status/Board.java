package dev.allclear.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The state of everything at one instant.
public final class Board {

    private final Catalogue catalogue;
    private final Map<Area, State> cells;

    private Board(Catalogue catalogue, Map<Area, State> cells) {
        this.catalogue = catalogue;
        this.cells = Map.copyOf(cells);
    }

    /// @param changes in any order; those after `now` don't count yet
    public static Board at(Catalogue catalogue, Collection<StateChange> changes, Instant now) {
        record Voice(Area area, Cause cause) {}
        var latest = new HashMap<Voice, StateChange>();
        changes.stream()
                .filter(change -> !change.at().isAfter(now))
                .sorted(Comparator.comparing(StateChange::at))
                .forEach(change -> latest.put(new Voice(change.area(), change.cause()), change));
        var byComponent = new HashMap<ComponentId, List<StateChange>>();
        latest.values()
                .forEach(change -> byComponent
                        .computeIfAbsent(change.area().component(), _ -> new ArrayList<>())
                        .add(change));
        var cells = new HashMap<Area, State>();
        for (var component : catalogue.components()) {
            var own = byComponent.getOrDefault(component.id(), List.of());
            for (var cell : component.cells()) {
                cells.put(
                        cell,
                        State.worst(own.stream()
                                .filter(change -> change.area().covers(cell))
                                .map(StateChange::state)
                                .toList()));
            }
        }
        return new Board(catalogue, cells);
    }

    public State of(Area cell) {
        return cells.getOrDefault(cell, State.UNKNOWN);
    }

    public State of(Component component) {
        return State.worst(component.cells().stream().map(this::of).toList());
    }

    public State of(Group group) {
        return worst(catalogue.allWithin(group.id()));
    }

    public State overall() {
        return worst(catalogue.active());
    }

    private State worst(Stream<Component> components) {
        return State.worst(components.map(this::of).toList());
    }
}
