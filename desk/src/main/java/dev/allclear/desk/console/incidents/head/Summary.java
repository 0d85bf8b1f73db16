package dev.allclear.desk.console.incidents.head;

import dev.allclear.Stored;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.NamedArea;
import dev.allclear.desk.console.Watch;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.policy.SeverityPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An incident as the head of its screens tells it.
///
/// @param version as it was read, for the forms
/// @param areas what is hit; of a closed one, nothing
/// @param due the promised next update; empty when none is owed
/// @param reportDue by when the post-incident report is owed; empty when none is
/// @param lasted `1 h 10 min`; may be empty
public record Summary(
        Incident incident,
        long version,
        Phases phase,
        List<Phases.Step> steps,
        List<NamedArea> areas,
        Optional<Instant> due,
        Optional<Instant> reportDue,
        String lasted) {

    public static Summary of(Stored<Incident> stored, AreaNames names, Watch watch, SeverityPolicy policy) {
        var incident = stored.value();
        return new Summary(
                incident,
                stored.version(),
                Phases.of(incident),
                Phases.steps(incident),
                names.of(incident.areas()),
                incident.phase() instanceof Phase.Open(var _, var due) ? Optional.of(due) : Optional.empty(),
                policy.reportDue(incident),
                lasted(incident, watch));
    }

    /// How long it lasted, or lasts so far; empty for what was withdrawn.
    public static String lasted(Incident incident, Watch watch) {
        var end = incident.isOpen() ? Optional.of(watch.now()) : incident.resolvedAt();
        return end.map(at -> watch.length(Duration.between(incident.startedAt(), at)))
                .orElse("");
    }

    public String id() {
        return incident.id().value();
    }

    public String path() {
        return "/desk/incidents/" + id();
    }

    public boolean isOpen() {
        return incident.isOpen();
    }

    /// Whether a report can be written.
    public boolean isOver() {
        return incident.resolvedAt().isPresent();
    }

    public boolean owesReport() {
        return reportDue.isPresent();
    }

    /// What is owed next; empty when nothing is.
    public Optional<Instant> owed() {
        return due.or(() -> reportDue);
    }

    public boolean isWithdrawn() {
        return incident.phase() instanceof Phase.Withdrawn;
    }

    public boolean hasReport() {
        return incident.phase() instanceof Phase.PostIncident;
    }
}
