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

/// The form by which work is planned: `title`, `start`, `end`, whether it repeats (`Repeats`), `text`, what is
/// worked on (`ExpectedFields`), and what customers need to know beside (`DetailFields`).
record Plan(String title, List<Window> windows, Map<Area, State> expected, Details details, String text) {

    static final int LONGEST = 20_000;

    static Plan read(Parameters typed, Catalogue catalogue, ZoneId zone, Instant now) {
        var faults = new Faults();
        var title = faults.read(() -> Text.line("title", typed.get("title"), 200));
        var start = faults.read(() -> time(typed, "start", zone));
        var end = faults.read(() -> time(typed, "end", zone));
        var expected = faults.read(() -> ExpectedFields.read(typed, catalogue));
        var text = faults.read(() -> Text.prose("text", typed.get("text"), LONGEST));
        var details = DetailFields.read(typed, faults);
        var windows = start.flatMap(from -> end.flatMap(to -> faults.read(() -> Repeats.window("end", from, to, now))))
                .map(first -> Repeats.read(typed, first, TypedTimes.zone(typed, zone), now, faults));
        faults.refuseIfAny();
        return new Plan(
                title.orElseThrow(), windows.orElseThrow(), expected.orElseThrow(), details, text.orElseThrow());
    }

    WorkPlan work() {
        return new WorkPlan(title, windows, expected, details, Optional.empty());
    }

    static Instant time(Parameters typed, String field, ZoneId zone) {
        return TypedTimes.read(typed, field, zone)
                .orElseThrow(() -> new Refused.Invalid(field, "Say when, in date and time."));
    }
}
