package dev.allclear.desk.console.incidents.head;

import dev.allclear.desk.console.Words;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import java.util.List;
import java.util.stream.IntStream;

/// Where an incident stands, in the desk's words.
///
/// @param key for the style: `identified`, `post_incident`, `false_alarm`
public record Phases(String key, String label) {

    /// One step on the way from the first word to the report.
    public record Step(String label, boolean isPast, boolean isNow) {}

    public static Phases of(Incident incident) {
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
        if (incident.phase() instanceof Phase.Withdrawn) {
            return List.of();
        }
        var way = List.of("investigating", "identified", "monitoring", "resolved", "post_incident");
        var now = way.indexOf(of(incident).key());
        return IntStream.range(0, way.size())
                .mapToObj(i -> new Step(i == way.size() - 1 ? "Report" : Words.capital(way.get(i)), i < now, i == now))
                .toList();
    }
}
