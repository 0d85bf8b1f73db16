package dev.allclear.desk.console.incidents.report;

import dev.allclear.Refused;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Report;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rows of a report's form in which actions are written: `what-1`, `by-1`, `done-1`, `public-1` and so on.
final class FollowUpFields {

    /// Empty rows at the end, to write more into.
    private static final int SPARE = 2;

    private FollowUpFields() {}

    static List<FollowUp> read(Parameters typed) {
        var faults = new Faults();
        var read = new ArrayList<FollowUp>();
        for (var row : filled(typed)) {
            var what = typed.get("what-" + row);
            var by = faults.read(() -> day(typed, "by-" + row));
            var done = faults.read(() -> day(typed, "done-" + row));
            if (by.isPresent() && done.isPresent()) {
                var field = what.isBlank() ? "what-" + row : "by-" + row;
                faults.read(field, () -> new FollowUp(what, by.get(), done.get(), typed.has("public-" + row)))
                        .ifPresent(read::add);
            }
        }
        faults.refuseIfAny();
        return read;
    }

    private static Optional<LocalDate> day(Parameters typed, String field) {
        try {
            return typed.filled(field).map(LocalDate::parse);
        } catch (DateTimeParseException strange) {
            throw new Refused.Invalid(field, "Write a day like 2026-11-30.");
        }
    }

    static Map<String, String> values(List<FollowUp> followUps) {
        var values = new LinkedHashMap<String, String>();
        for (var row = 1; row <= followUps.size(); row++) {
            var one = followUps.get(row - 1);
            values.put("what-" + row, one.what());
            values.put("by-" + row, one.by().map(LocalDate::toString).orElse(""));
            values.put("done-" + row, one.done().map(LocalDate::toString).orElse(""));
            if (one.isPublic()) {
                values.put("public-" + row, "on");
            }
        }
        return values;
    }

    /// How many rows the form has.
    static int rows(Parameters typed) {
        var last = filled(typed).stream().mapToInt(row -> row).max().orElse(0);
        return Math.min(Report.MOST_FOLLOW_UPS, last + SPARE);
    }

    private static List<Integer> filled(Parameters typed) {
        return IntStream.rangeClosed(1, Report.MOST_FOLLOW_UPS)
                .filter(row -> typed.filled("what-" + row).isPresent()
                        || typed.filled("by-" + row).isPresent()
                        || typed.filled("done-" + row).isPresent())
                .boxed()
                .toList();
    }
}
