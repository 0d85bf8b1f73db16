package dev.allclear.desk.console.catalogue;

import dev.allclear.Refused;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.desk.web.Parameters;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.State;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// States set by hand: one field per cell of the component, `state-<region>`, or `state-all` where it has no regions.
final class HandStates {

    /// Maintenance is not for the hand: planning it is what shows it.
    static final List<State> CHOICES = List.of(
            State.OPERATIONAL, State.DEGRADED_PERFORMANCE, State.PARTIAL_OUTAGE, State.MAJOR_OUTAGE, State.UNKNOWN);

    private HandStates() {}

    static List<ComponentView.Row> rows(Component component, Sight sight) {
        var whole = sight.byHand(Area.whole(component.id()));
        return component.cells().stream()
                .map(cell -> new ComponentView.Row(
                        field(cell),
                        name(cell, component, sight.catalogue()),
                        sight.byHand(cell).worse(whole)))
                .toList();
    }

    private static String field(Area cell) {
        return "state-" + cell.region().map(region -> region.value()).orElse("all");
    }

    private static String name(Area cell, Component component, Catalogue catalogue) {
        return cell.region()
                .flatMap(catalogue::region)
                .map(region -> region.name())
                .orElse(component.name());
    }

    /// Sets what differs from before. A state that was set for the whole component, before it had regions, gives way to
    /// those of its regions.
    static void set(Ask ask, Component component, Sight sight, FrontDoors doors) {
        var typed = ask.form();
        var page = ask.page().id();
        var _ = doors.store().inTransaction(tx -> {
            for (var cell : component.cells()) {
                var state = read(typed, field(cell));
                if (state.isPresent() && state.get() != sight.byHand(cell)) {
                    doors.catalogue().set(page, cell, state.get(), ask.actor());
                }
            }
            var whole = Area.whole(component.id());
            if (!component.regions().isEmpty() && sight.byHand(whole) != State.OPERATIONAL) {
                doors.catalogue().set(page, whole, State.OPERATIONAL, ask.actor());
            }
            return component;
        });
    }

    private static Optional<State> read(Parameters typed, String field) {
        var chosen = typed.filled(field);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(State.values())
                .filter(state -> CHOICES.contains(state) && state.key().equals(chosen.get()))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid(field, "Choose one of the states.")));
    }
}
