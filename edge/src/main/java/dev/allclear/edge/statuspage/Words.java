package dev.allclear.edge.statuspage;

import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Update;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.page.PublicIncident;
import dev.allclear.status.State;

/// Our words in theirs. They have fewer, so some of ours share one.
final class Words {

    private Words() {}

    /// They have no word for what isn't known; it is certainly not operational.
    static String component(State state) {
        return state == State.UNKNOWN ? State.DEGRADED_PERFORMANCE.key() : state.key();
    }

    static String impact(Severity severity) {
        return switch (severity) {
            case NOTICE -> "none";
            case MINOR -> "minor";
            case MAJOR -> "major";
            case CRITICAL -> "critical";
        };
    }

    static String incident(PublicIncident incident) {
        return switch (incident.phase()) {
            case Phase.Open(var stage, var _) -> stage.key();
            case Phase.Resolved _, Phase.Withdrawn _ -> "resolved";
            case Phase.PostIncident _ -> "postmortem";
        };
    }

    static String update(Update.Kind kind) {
        return switch (kind) {
            case INVESTIGATING, REOPENED -> "investigating";
            case IDENTIFIED -> "identified";
            case MONITORING -> "monitoring";
            case RESOLVED, FALSE_ALARM, CANCELLED -> "resolved";
        };
    }

    static String maintenance(Maintenance.Phase phase) {
        return switch (phase) {
            case Maintenance.Phase.Scheduled _ -> "scheduled";
            case Maintenance.Phase.Running _ -> "in_progress";
            case Maintenance.Phase.Completed _, Maintenance.Phase.Cancelled _ -> "completed";
        };
    }
}
