package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.WorkPlan;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form by which work is planned: `title`, `start`, `end`, `text`, what is worked on (`ExpectedFields`), and what
/// customers need to know beside (`DetailFields`).
record Plan(String title, Window window, Map<Area, State> expected, Details details, String text) {

    static final int LONGEST = 20_000;

    static Plan read(Parameters typed, Catalogue catalogue, ZoneId zone, Instant now) {
        var faults = new Faults();
        var title = faults.read(() -> Text.line("title", typed.get("title"), 200));
        var start = faults.read(() -> time(typed, "start", zone));
        var end = faults.read(() -> time(typed, "end", zone));
        var expected = faults.read(() -> ExpectedFields.read(typed, catalogue));
        var text = faults.read(() -> Text.prose("text", typed.get("text"), LONGEST));
        var details = DetailFields.read(typed, faults);
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            faults.add("end", "The work must end after it starts.");
        } else if (end.isPresent() && !end.get().isAfter(now)) {
            faults.add("end", "This has passed. Planned work must end in the future.");
        }
        faults.refuseIfAny();
        return new Plan(
                title.orElseThrow(),
                new Window(start.orElseThrow(), end.orElseThrow()),
                expected.orElseThrow(),
                details,
                text.orElseThrow());
    }

    WorkPlan work() {
        return new WorkPlan(title, List.of(window), expected, details, Optional.empty());
    }

    static Instant time(Parameters typed, String field, ZoneId zone) {
        return TypedTimes.read(typed, field, zone)
                .orElseThrow(() -> new Refused.Invalid(field, "Say when, in date and time."));
    }
}
