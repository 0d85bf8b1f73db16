package dev.allclear.proof;

import dev.allclear.coach.Manuscript;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Update;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A word about an incident before it goes out, with everything that goes out beside it.
///
/// @param incident about which; empty for a new one
/// @param areas what is hit from then on
/// @param affected what is hit, or ever was
/// @param due by when we speak again; empty where nothing more is owed
/// @param restoredAt for an all-clear, when service was back
/// @param answers what an all-clear answers beside its text
/// @param earlier what we said before, oldest first
public record Copy(
        Optional<IncidentId> incident,
        String title,
        Severity severity,
        Manuscript.Phase phase,
        String text,
        Facts facts,
        Map<Area, State> areas,
        Set<Area> affected,
        Optional<Instant> startedAt,
        Optional<Instant> due,
        Optional<Instant> restoredAt,
        Optional<AllClear> answers,
        List<Update> earlier) {

    public Copy {
        areas = Map.copyOf(areas);
        affected = Set.copyOf(affected);
        earlier = List.copyOf(earlier);
    }

    /// The latest word of an incident, as if it stood before publication.
    public static Copy ofLatest(Incident incident) {
        var latest = incident.latest();
        return new Copy(
                Optional.of(incident.id()),
                incident.title(),
                incident.severity(),
                phase(latest.kind()),
                latest.text(),
                incident.facts(),
                latest.areas(),
                incident.everAffected(),
                Optional.of(incident.startedAt()),
                latest.nextUpdateDue(),
                latest.restoredAt(),
                latest.answers(),
                incident.updates().subList(0, incident.updates().size() - 1));
    }

    public static Manuscript.Phase phase(Update.Kind kind) {
        return switch (kind) {
            case INVESTIGATING, REOPENED -> Manuscript.Phase.INVESTIGATING;
            case IDENTIFIED -> Manuscript.Phase.IDENTIFIED;
            case MONITORING -> Manuscript.Phase.MONITORING;
            case RESOLVED, FALSE_ALARM, CANCELLED -> Manuscript.Phase.RESOLVED;
        };
    }

    boolean isFirst() {
        return earlier.isEmpty();
    }
}
