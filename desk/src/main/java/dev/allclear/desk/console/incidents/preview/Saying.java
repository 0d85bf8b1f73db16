package dev.allclear.desk.console.incidents.preview;

import dev.allclear.coach.Manuscript;
import dev.allclear.desk.console.incidents.form.Written;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Severity;
import dev.allclear.policy.Approval;
import dev.allclear.policy.SeverityPolicy;
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
/// @param ending for an all-clear, how it ends
public record Saying(
        Optional<Incident> incident,
        Severity severity,
        String title,
        String label,
        String text,
        Facts facts,
        Map<Area, State> areas,
        Optional<Instant> due,
        String action,
        Optional<Ending> ending) {

    public Saying {
        title = incident.isPresent() ? title : Written.shownLine(title);
        text = Written.shownProse(text);
    }

    /// It goes on, or is taken back.
    public Saying(
            Optional<Incident> incident,
            Severity severity,
            String title,
            String label,
            String text,
            Facts facts,
            Map<Area, State> areas,
            Optional<Instant> due,
            String action) {
        this(incident, severity, title, label, text, facts, areas, due, action, Optional.empty());
    }

    /// It is over.
    public Saying ending(Ending how) {
        return new Saying(incident, severity, title, label, text, facts, areas, due, action, Optional.of(how));
    }

    Approval approval(SeverityPolicy policy) {
        return incident.map(policy::approval)
                .orElseGet(() -> policy.of(severity).approval());
    }

    /// For the coach to read.
    ///
    /// @param begun when an incident that is not declared yet will have begun
    Copy copy(Instant begun) {
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
                Optional.of(incident.map(Incident::startedAt).orElse(begun)),
                due,
                ending.flatMap(Ending::restoredAt),
                ending.flatMap(Ending::answers),
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
