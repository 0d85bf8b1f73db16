package dev.allclear.operation;

import dev.allclear.incident.Facts;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.playbook.Slug;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Everything that is decided when an incident is declared.
///
/// @param text the first message, Markdown
/// @param startedAt since when; empty for now
/// @param nextUpdateDue empty for what the cadence of the severity says
/// @param playbook which one it was written from; empty for none
/// @param work the planned work that went wrong and goes on as this incident; empty for none
public record Declaration(
        String title,
        Severity severity,
        Stage stage,
        String text,
        Facts facts,
        Map<Area, State> areas,
        Optional<Instant> startedAt,
        Optional<Instant> nextUpdateDue,
        Optional<Slug> playbook,
        Optional<MaintenanceId> work) {

    /// Written freely.
    public Declaration(
            String title,
            Severity severity,
            Stage stage,
            String text,
            Facts facts,
            Map<Area, State> areas,
            Optional<Instant> startedAt,
            Optional<Instant> nextUpdateDue) {
        this(title, severity, stage, text, facts, areas, startedAt, nextUpdateDue, Optional.empty(), Optional.empty());
    }

    public Declaration from(Optional<Slug> playbook) {
        return new Declaration(title, severity, stage, text, facts, areas, startedAt, nextUpdateDue, playbook, work);
    }

    public Declaration goingOnFrom(Optional<MaintenanceId> work) {
        return new Declaration(title, severity, stage, text, facts, areas, startedAt, nextUpdateDue, playbook, work);
    }
}
