package dev.allclear.edge.html;

import dev.allclear.incident.Phase;
import dev.allclear.page.PublicIncident;
import java.util.ArrayList;
import java.util.List;

/// How far an incident has come, as a row of steps. A withdrawn one has none.
public final class Steps {

    private static final List<String> NAMES =
            List.of("update.investigating", "update.identified", "update.monitoring", "update.resolved");

    /// One step: behind us, now, or ahead.
    public record Step(String name, boolean done, boolean current) {}

    private Steps() {}

    public static List<Step> of(PublicIncident incident, Voice voice) {
        return switch (incident.phase()) {
            case Phase.Open(var stage, var _) -> upTo(NAMES.indexOf("update." + stage.key()), NAMES, voice);
            case Phase.Resolved _ -> upTo(NAMES.size() - 1, NAMES, voice);
            case Phase.PostIncident _ -> {
                var withReport = new ArrayList<>(NAMES);
                withReport.add("page.report");
                yield upTo(NAMES.size(), withReport, voice);
            }
            case Phase.Withdrawn _ -> List.of();
        };
    }

    private static List<Step> upTo(int current, List<String> names, Voice voice) {
        var steps = new ArrayList<Step>();
        for (var index = 0; index < names.size(); index++) {
            steps.add(new Step(voice.say(names.get(index)), index < current, index == current));
        }
        return steps;
    }
}
