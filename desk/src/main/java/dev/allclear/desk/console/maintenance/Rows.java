package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.AreaNames;
import dev.allclear.maintenance.Maintenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Puts together what stands once in the list: those of a series that are still to come, and those that were cancelled.
final class Rows {

    private Rows() {}

    /// @param works by start, latest first
    /// @return by start of the next one, latest first; each list the soonest first
    static List<List<Maintenance>> of(List<Maintenance> works) {
        var rows = new LinkedHashMap<String, List<Maintenance>>();
        works.reversed()
                .forEach(work ->
                        rows.computeIfAbsent(key(work), _ -> new ArrayList<>()).add(work));
        return rows.values().stream()
                .sorted(Comparator.comparing((List<Maintenance> row) ->
                                row.getFirst().window().start())
                        .reversed())
                .toList();
    }

    private static String key(Maintenance work) {
        var alone = work.id().value();
        var series = work.part().map(part -> part.series().value()).orElse(alone);
        return switch (work.phase()) {
            case Maintenance.Phase.Scheduled _, Maintenance.Phase.Running _ -> series + " ahead";
            case Maintenance.Phase.Cancelled _ -> series + " cancelled";
            case Maintenance.Phase.Completed _ -> alone;
        };
    }

    static ListView.Row row(List<Maintenance> together, AreaNames names) {
        var first = together.getFirst();
        return new ListView.Row(
                first,
                String.join(" · ", names.of(first.areas())),
                Phases.of(first),
                together.stream()
                        .skip(1)
                        .map(work -> new ListView.Further(work, Phases.of(work)))
                        .toList());
    }
}
