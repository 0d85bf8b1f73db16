package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.Words;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Stage;
import java.util.ArrayList;
import java.util.List;

/// Where an incident stands, in the desk's words.
///
/// @param key for the style: `identified`, `post_incident`, `false_alarm`
public record Phases(String key, String label) {

    /// One step on the way from the first word to the report.
    public record Step(String label, boolean isPast, boolean isNow) {}

    static Phases of(Incident incident) {
        return switch (incident.phase()) {
            case Phase.Open(var stage, var _) -> new Phases(stage.key(), Words.capital(stage.key()));
            case Phase.Resolved _ -> new Phases("resolved", "Resolved");
            case Phase.PostIncident _ -> new Phases("post_incident", "Report published");
            case Phase.Withdrawn(var _, var reason) ->
                switch (reason) {
                    case FALSE_ALARM -> new Phases("false_alarm", "False alarm");
                    case CANCELLED -> new Phases("cancelled", "Cancelled");
                };
        };
    }

    /// All of them; empty for what was withdrawn.
    static List<Step> steps(Incident incident) {
        var now = switch (incident.phase()) {
            case Phase.Open(var stage, var _) -> stage.ordinal();
            case Phase.Resolved _ -> Stage.values().length;
            case Phase.PostIncident _ -> Stage.values().length + 1;
            case Phase.Withdrawn _ -> -1;
        };
        if (now < 0) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        for (var label : List.of("Investigating", "Identified", "Monitoring", "Resolved", "Report")) {
            steps.add(new Step(label, steps.size() < now, steps.size() == now));
        }
        return steps;
    }
}
