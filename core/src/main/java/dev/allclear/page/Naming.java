package dev.allclear.page;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Update;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Group;
import dev.allclear.status.State;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is affected, by the names under which the public knows it. What the catalogue does not hold is left out.
record Naming(Catalogue catalogue) {

    /// While it is open, what is affected now; afterwards the worst that each area went through.
    List<PublicArea> affected(Incident incident) {
        if (incident.isOpen()) {
            return named(incident.areas());
        }
        var worst = new HashMap<Area, State>();
        incident.updates()
                .forEach(update -> update.areas().forEach((area, state) -> worst.merge(area, state, State::worse)));
        return named(worst);
    }

    private List<PublicArea> named(Map<Area, State> areas) {
        return areas.entrySet().stream()
                .flatMap(entry -> named(entry.getKey(), entry.getValue()).stream())
                .sorted(Comparator.comparing(PublicArea::state)
                        .reversed()
                        .thenComparing(PublicArea::name)
                        .thenComparing(area -> area.region().orElse("")))
                .toList();
    }

    Optional<PublicArea> named(Area area, State state) {
        return catalogue
                .component(area.component())
                .map(component -> new PublicArea(
                        component.id(),
                        component.name(),
                        component.group().flatMap(catalogue::group).map(Group::name),
                        area.region().flatMap(catalogue::region).map(region -> region.name()),
                        state));
    }

    /// Every area the update speaks of or lets go; unchanged ones too, as Statuspage's clients expect.
    List<PublicUpdate.Turn> turned(Map<Area, State> before, Update update) {
        var areas = new HashSet<>(before.keySet());
        areas.addAll(update.areas().keySet());
        return areas.stream()
                .flatMap(area -> named(area, before.getOrDefault(area, State.OPERATIONAL))
                        .flatMap(old -> named(area, update.areas().getOrDefault(area, State.OPERATIONAL))
                                .map(next -> new PublicUpdate.Turn(old, next)))
                        .stream())
                .sorted(Comparator.comparing(
                                (PublicUpdate.Turn turn) -> turn.after().name())
                        .thenComparing(turn -> turn.after().region().orElse("")))
                .toList();
    }
}
