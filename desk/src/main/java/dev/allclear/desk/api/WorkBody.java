package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.incident.IncidentId;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Recurrence;
import dev.allclear.maintenance.Todo;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.WorkPlan;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what somebody plans: when it takes place, what it does to which part, and what customers need to know.
final class WorkBody {

    private static final int LINE = 500;
    private static final int MOST_LINKS = 10;
    private static final int MOST_AREAS = 500;

    private WorkBody() {}

    /// @param zone by whose calendar it repeats
    static Optional<WorkPlan> plan(Fields fields, ZoneId zone) {
        var title = fields.line("title", 200);
        var windows = windows(fields, zone);
        var areas = fields.maybe("areas", name -> areas(fields, name)).orElse(Map.of());
        var details = details(fields, Details.NONE);
        var mends = fields.maybe("incident", name -> fields.id(name, "incident", IncidentId::new));
        return title.flatMap(said -> windows.map(times -> new WorkPlan(said, times, areas, details, mends)));
    }

    /// The first is meant as it was sent, also in an hour that comes twice.
    private static List<Window> repeated(Recurrence recurrence, Window first, ZoneId zone, Set<LocalDate> except) {
        var start = first.start().atZone(zone).toLocalDateTime();
        return recurrence.windows(start, first.length(), zone, except).stream()
                .map(window -> window.start().atZone(zone).toLocalDateTime().equals(start) ? first : window)
                .toList();
    }

    /// Either `start` and `end`, repeated by `recurrence` but for the days in `except`, or a list of `windows`.
    private static Optional<List<Window>> windows(Fields fields, ZoneId zone) {
        if (!fields.isNull("windows")) {
            return several(fields);
        }
        var first = window(fields);
        var except = fields.maybe("except", name -> days(fields, name)).orElse(Set.of());
        if (fields.isNull("recurrence")) {
            return first.map(List::of);
        }
        return first.flatMap(window ->
                fields.parsed("recurrence", 200, rule -> repeated(Recurrence.of(rule), window, zone, except)));
    }

    private static Optional<List<Window>> several(Fields fields) {
        for (var instead : List.of("start", "end", "recurrence", "except")) {
            if (!fields.isNull(instead)) {
                fields.wrong(instead, "Leave this out where windows are listed.");
            }
        }
        return fields.objects("windows", Recurrence.MOST)
                .filter(all -> !all.isEmpty()
                        || fields.wrong("windows", "Name at least one.").isPresent())
                .map(all -> all.stream().flatMap(one -> window(one).stream()).toList());
    }

    static Optional<Window> window(Fields fields) {
        var start = fields.time("start");
        var end = fields.time("end");
        return start.flatMap(from -> end.flatMap(to -> from.isBefore(to)
                ? Optional.of(new Window(from, to))
                : fields.wrong("end", "The work must end after it starts.")));
    }

    private static Optional<Set<LocalDate>> days(Fields fields, String name) {
        return fields.lines(name, Recurrence.MOST, 10).flatMap(lines -> {
            var days = new HashSet<LocalDate>();
            for (var line : lines) {
                try {
                    days.add(LocalDate.parse(line));
                } catch (DateTimeParseException unreadable) {
                    return fields.wrong(name, "Each of these must be a date, such as 2026-11-22.");
                }
            }
            return Optional.of(days);
        });
    }

    /// Where no state is given, the part can't be used meanwhile.
    static Optional<Map<Area, State>> areas(Fields fields, String name) {
        return fields.objects(name, MOST_AREAS).map(objects -> {
            var areas = new HashMap<Area, State>();
            for (var one : objects) {
                var area = AreaView.area(one);
                var state = one.maybe("state", field -> one.oneOf(field, State.values(), State::key))
                        .orElse(State.UNDER_MAINTENANCE);
                if (area.isPresent() && areas.put(area.get(), state) != null) {
                    one.wrong("component", "This area is named twice.");
                }
            }
            return areas;
        });
    }

    /// @param before what stays as it is where nothing is sent
    static Details details(Fields fields, Details before) {
        return new Details(
                line(fields, "why", before.why()),
                line(fields, "stops", before.stops()),
                line(fields, "goes_on", before.goesOn()),
                fields.has("todo") ? todo(fields) : before.todo(),
                line(fields, "contact", before.contact()),
                fields.has("links") ? links(fields) : before.links(),
                line(fields, "emergency", before.emergency()),
                fields.maybe("by_itself", fields::flag).orElse(before.byItself()));
    }

    /// Null takes it away.
    private static Optional<String> line(Fields fields, String name, Optional<String> before) {
        return fields.has(name) ? fields.maybe(name, field -> fields.line(field, LINE)) : before;
    }

    private static Todo todo(Fields fields) {
        return fields.maybe("todo", fields::object)
                .flatMap(inside -> {
                    var kind = inside.line("kind", 40).orElse("");
                    return switch (kind) {
                        case "nothing" -> Optional.<Todo>of(new Todo.Nothing());
                        case "act" -> inside.line("text", LINE).map(Todo.Act::new);
                        default -> inside.wrong("kind", "This must be one of: nothing, act.");
                    };
                })
                .orElseGet(Todo.Unsaid::new);
    }

    private static List<URI> links(Fields fields) {
        return fields.maybe("links", name -> fields.lines(name, MOST_LINKS, LINE)).orElse(List.of()).stream()
                .flatMap(address -> link(fields, address).stream())
                .toList();
    }

    private static Optional<URI> link(Fields fields, String address) {
        try {
            return Optional.of(Details.link(address));
        } catch (Refused.Invalid invalid) {
            return fields.wrong("links", invalid.faults().getFirst().message());
        }
    }
}
