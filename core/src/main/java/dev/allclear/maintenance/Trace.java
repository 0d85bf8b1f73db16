package dev.allclear.maintenance;

import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What planned work adds to the record of states: its parts are as expected while it runs, and only then. A plan alone
/// changes nothing.
record Trace(Maintenance work) {

    List<StateChange> changes() {
        return switch (work.phase()) {
            case Maintenance.Phase.Scheduled _, Maintenance.Phase.Cancelled _ -> List.of();
            case Maintenance.Phase.Running(var since) -> begun(since).toList();
            case Maintenance.Phase.Completed(var since, var at) ->
                Stream.concat(begun(since), touched().map(area -> turn(area, State.OPERATIONAL, at)))
                        .toList();
        };
    }

    private Stream<StateChange> begun(Instant since) {
        return touched()
                .map(area -> turn(area, Objects.requireNonNull(work.expected().get(area)), since));
    }

    /// What goes on as usual is no change.
    private Stream<Area> touched() {
        return work.expected().entrySet().stream()
                .filter(one -> one.getValue() != State.OPERATIONAL)
                .map(Map.Entry::getKey);
    }

    private StateChange turn(Area area, State state, Instant at) {
        return new StateChange(area, Cause.maintenance(work.id().value()), state, at);
    }
}
