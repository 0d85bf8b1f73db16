package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Todo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The fields for what customers need to know beside what and when: `stops`, `goes_on`, `todo` (`nothing`, or `act`
/// with `act`), `why`, `contact`, `links`, `emergency`, `by_itself`.
final class DetailFields {

    private DetailFields() {}

    /// Whatever is wrong is noted and left out, so that the rest can be shown.
    static Details read(Parameters typed, Faults faults) {
        return new Details(
                line(typed, "why", faults),
                line(typed, "stops", faults),
                line(typed, "goes_on", faults),
                faults.read(() -> todo(typed)).orElseGet(Todo.Unsaid::new),
                line(typed, "contact", faults),
                faults.read(() -> links(typed)).orElse(List.of()),
                line(typed, "emergency", faults),
                typed.has("by_itself"));
    }

    private static Optional<String> line(Parameters typed, String field, Faults faults) {
        return typed.filled(field).flatMap(text -> faults.read(() -> Details.line(field, text)));
    }

    private static Todo todo(Parameters typed) {
        return switch (typed.get("todo")) {
            case "nothing" -> new Todo.Nothing();
            case "act" -> new Todo.Act(typed.get("act"));
            default -> new Todo.Unsaid();
        };
    }

    private static List<URI> links(Parameters typed) {
        return typed.get("links")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Details::link)
                .toList();
    }

    static Map<String, List<String>> filled(Details details) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("stops", List.of(details.stops().orElse("")));
        fields.put("goes_on", List.of(details.goesOn().orElse("")));
        fields.put("why", List.of(details.why().orElse("")));
        fields.put("contact", List.of(details.contact().orElse("")));
        fields.put("emergency", List.of(details.emergency().orElse("")));
        fields.put("links", List.of(details.links().stream().map(URI::toString).collect(Collectors.joining("\n"))));
        switch (details.todo()) {
            case Todo.Unsaid _ -> {}
            case Todo.Nothing _ -> fields.put("todo", List.of("nothing"));
            case Todo.Act(var text) -> {
                fields.put("todo", List.of("act"));
                fields.put("act", List.of(text));
            }
        }
        if (details.byItself()) {
            fields.put("by_itself", List.of("yes"));
        }
        return fields;
    }
}
