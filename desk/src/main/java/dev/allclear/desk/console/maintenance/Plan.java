package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Todo;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.WorkPlan;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/// The form by which work is planned: `title`, `start`, `end`, `area`, `text`, and what customers need to know beside:
/// `stops`, `goes_on`, `todo` (`nothing`, or `act` with `act`), `why`, `contact`, `links`, `emergency`, `by_itself`.
record Plan(String title, Window window, Set<Area> areas, Details details, String text) {

    private static final int LONGEST = 20_000;

    static Plan read(Parameters typed, Catalogue catalogue, ZoneId zone, Instant now) {
        var faults = new Faults();
        var title = faults.read(() -> Text.line("title", typed.get("title"), 200));
        var start = faults.read(() -> time(typed, "start", zone));
        var end = faults.read(() -> time(typed, "end", zone));
        var areas = faults.read(() -> AreaFields.named(typed, catalogue));
        var text = faults.read(() -> Text.prose("text", typed.get("text"), LONGEST));
        var details = faults.read(() -> details(typed));
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            faults.add("end", "The work must end after it starts.");
        } else if (end.isPresent() && !end.get().isAfter(now)) {
            faults.add("end", "This has passed. Planned work must end in the future.");
        }
        faults.refuseIfAny();
        return new Plan(
                title.orElseThrow(),
                new Window(start.orElseThrow(), end.orElseThrow()),
                areas.orElseThrow(),
                details.orElseThrow(),
                text.orElseThrow());
    }

    WorkPlan work() {
        return new WorkPlan(title, window, areas).with(details);
    }

    private static Details details(Parameters typed) {
        return new Details(
                typed.filled("why"),
                typed.filled("stops"),
                typed.filled("goes_on"),
                todo(typed),
                typed.filled("contact"),
                typed.get("links")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(Details::link)
                        .toList(),
                typed.filled("emergency"),
                typed.has("by_itself"));
    }

    private static Todo todo(Parameters typed) {
        return switch (typed.get("todo")) {
            case "nothing" -> new Todo.Nothing();
            case "act" -> new Todo.Act(typed.get("act"));
            default -> new Todo.Unsaid();
        };
    }

    static Instant time(Parameters typed, String field, ZoneId zone) {
        return TypedTimes.read(typed, field, zone)
                .orElseThrow(() -> new Refused.Invalid(field, "Say when, in date and time."));
    }
}
