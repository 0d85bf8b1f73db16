package dev.allclear.page;

import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Days;
import dev.allclear.status.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the public saw of one page before. What hasn't changed since is the very same object again, so that nobody has
/// to compute, compare or render it a second time. For one thread.
public final class Earlier {

    /// Uptime figures of the running day may be as old as this.
    public static final Duration FIGURES = Duration.ofMinutes(5);

    private final Map<IncidentId, Told> told = new HashMap<>();
    private final Map<Place, Counted> counted = new HashMap<>();

    private record Told(Incident incident, Catalogue catalogue, PublicIncident shown) {}

    /// @param cell empty for the whole component
    private record Place(Component component, Optional<Area> cell) {}

    private record Counted(List<StateChange> changes, ZoneId zone, Instant at, Days days) {

        boolean counts(List<StateChange> others, ZoneId otherZone, Instant now) {
            return zone.equals(otherZone)
                    && !now.isBefore(at)
                    && now.isBefore(at.plus(FIGURES))
                    && day(now).equals(day(at))
                    && changes.equals(others);
        }

        private LocalDate day(Instant instant) {
            return instant.atZone(zone).toLocalDate();
        }
    }

    PublicIncident incident(Incident incident, Catalogue catalogue, Function<Incident, PublicIncident> shown) {
        return Objects.requireNonNull(told.compute(
                        incident.id(),
                        (_, before) -> before != null
                                        && before.incident().equals(incident)
                                        && before.catalogue().equals(catalogue)
                                ? before
                                : new Told(incident, catalogue, shown.apply(incident))))
                .shown();
    }

    /// @param cell empty for the whole component
    /// @param changes of the component, all that count
    Days days(
            Component component,
            Optional<Area> cell,
            List<StateChange> changes,
            ZoneId zone,
            Instant now,
            Supplier<Days> days) {
        return Objects.requireNonNull(counted.compute(
                        new Place(component, cell),
                        (_, before) -> before != null && before.counts(changes, zone, now)
                                ? before
                                : new Counted(changes, zone, now, days.get())))
                .days();
    }
}
