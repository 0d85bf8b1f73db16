package dev.allclear.desk.console.incidents;

import dev.allclear.coach.Manuscript;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Severity;
import dev.allclear.proof.Copy;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something about to be said.
///
/// @param incident about which; empty for a new one
/// @param label the stage, as customers read it
/// @param facts what is known beside the text
/// @param areas what is hit from then on
/// @param action what the publish button does, beside mailing
record Saying(
        Optional<Incident> incident,
        Severity severity,
        String title,
        String label,
        String text,
        Facts facts,
        Map<Area, State> areas,
        Optional<Instant> due,
        String action) {

    /// For the coach to read.
    Copy copy() {
        var affected = new HashSet<>(areas.keySet());
        incident.ifPresent(one -> affected.addAll(one.everAffected()));
        return new Copy(
                incident.map(Incident::id),
                title,
                severity,
                phase(),
                text,
                facts,
                areas,
                affected,
                incident.map(Incident::startedAt),
                due,
                Optional.empty(),
                incident.map(Incident::updates).orElse(List.of()));
    }

    private Manuscript.Phase phase() {
        return switch (label) {
            case "Identified" -> Manuscript.Phase.IDENTIFIED;
            case "Monitoring" -> Manuscript.Phase.MONITORING;
            case "Resolved", "False alarm", "Cancelled" -> Manuscript.Phase.RESOLVED;
            default -> Manuscript.Phase.INVESTIGATING;
        };
    }
}
