package dev.allclear.page;

import dev.allclear.incident.IncidentId;
import dev.allclear.maintenance.SeriesId;
import dev.allclear.status.Region;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that the public may see of one page at one instant. Pages, feeds, calendars, APIs and mails are made from
/// this and from nothing else, so what isn't in here can't leak.
///
/// @param revision counts up with each change that the public can see
/// @param asOf the instant for which all of it is true
/// @param confirmed false once we no longer know that it still is: then nothing in it is operational
/// @param groups the tree from the top; `components` are those in no group
/// @param incidents all of them, newest first
/// @param maintenances all of them, latest window first
/// @param terms what may be expected of us, the worst severity first
public record PublicPage(
        Page page,
        long revision,
        Instant asOf,
        boolean confirmed,
        State overall,
        List<PublicGroup> groups,
        List<PublicComponent> components,
        List<Region> regions,
        List<PublicIncident> incidents,
        List<PublicMaintenance> maintenances,
        List<PublicTerms> terms) {

    /// Every component in the order of the tree.
    public Stream<PublicComponent> allComponents() {
        return Stream.concat(components.stream(), groups.stream().flatMap(PublicGroup::all));
    }

    /// Open incidents: the worst first, then the newest.
    public List<PublicIncident> open() {
        return incidents.stream()
                .filter(PublicIncident::isOpen)
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .toList();
    }

    public List<PublicMaintenance> running() {
        return maintenances.stream()
                .filter(PublicMaintenance::isRunning)
                .toList()
                .reversed();
    }

    /// Planned work that has not begun, the next one first.
    public List<PublicMaintenance> upcoming() {
        return maintenances.stream()
                .filter(PublicMaintenance::isUpcoming)
                .toList()
                .reversed();
    }

    /// The same, with each series once, where it goes on next.
    public List<PublicMaintenance> upcomingOnce() {
        var seen = new HashSet<SeriesId>();
        return upcoming().stream()
                .filter(work ->
                        work.series().map(series -> seen.add(series.id())).orElse(true))
                .toList();
    }

    /// By incident, the planned work that mends it or that went on as it.
    public Map<IncidentId, List<PublicMaintenance>> kin() {
        var kin = new HashMap<IncidentId, List<PublicMaintenance>>();
        for (var work : maintenances.reversed()) {
            work.kin()
                    .incidents()
                    .forEach(id ->
                            kin.computeIfAbsent(id, _ -> new ArrayList<>()).add(work));
        }
        return kin;
    }

    public Optional<PublicIncident> incident(String id) {
        return incidents.stream()
                .filter(incident -> incident.id().value().equals(id))
                .findFirst();
    }

    /// The last change that the public could see, at the latest `asOf`.
    public Instant changedAt() {
        return Stream.of(
                        incidents.stream().map(PublicIncident::changedAt),
                        maintenances.stream().map(PublicMaintenance::changedAt),
                        allComponents().map(PublicComponent::changedAt),
                        Stream.of(page.createdAt()))
                .flatMap(instants -> instants)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
