package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Recurrence;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.WorkPlan;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The fields by which work is planned for more than one time: `repeats` (a `Rhythm`), `times` or `until`, `except`;
/// and for each `other` of that number `start1` and `end1`.
final class Repeats {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private Repeats() {}

    /// @param first as `start` and `end` say it
    /// @param zone in which times are typed, and by whose calendar work repeats
    /// @return the soonest first; the first alone where something is wrong
    static List<Window> read(Parameters typed, Window first, ZoneId zone, Instant now, Faults faults) {
        var found = new Faults();
        var windows = switch (Rhythm.of(typed)) {
            case ONCE -> List.of(first);
            case OTHERS -> others(typed, first, zone, now, found);
            case DAILY, WEEKLY, FORTNIGHTLY, MONTHLY, WEEKDAY -> repeated(typed, first, zone, found);
        };
        var field = Rhythm.of(typed) == Rhythm.OTHERS ? "others" : "end";
        var apart = found.isEmpty() ? found.read(field, () -> apart(windows)) : Optional.<List<Window>>empty();
        faults.read(() -> {
            found.refuseIfAny();
            return windows;
        });
        return apart.orElseGet(() -> List.of(first));
    }

    /// No two at once, nor too many.
    private static List<Window> apart(List<Window> windows) {
        return new WorkPlan("", windows, Map.of(), Details.NONE, Optional.empty()).windows();
    }

    private static List<Window> repeated(Parameters typed, Window first, ZoneId zone, Faults faults) {
        var start = TypedTimes.local(typed, "start").orElseThrow();
        var except = except(typed, faults);
        var recurrence = recurrence(typed, start.toLocalDate(), faults);
        if (recurrence.isEmpty() || !faults.isEmpty()) {
            return List.of();
        }
        var asked = recurrence.get();
        var bound = asked.until().isPresent() ? "until" : "times";
        // How many there are is found first, so that what is left out is at fault for the rest.
        var all = faults.read(bound, () -> asked.windows(start, first.length(), zone, Set.of()));
        return all.isEmpty()
                ? List.of()
                : faults.read("except", () -> asked.windows(start, first.length(), zone, except))
                        .orElse(List.of());
    }

    private static Optional<Recurrence> recurrence(Parameters typed, LocalDate first, Faults faults) {
        var rhythm = Rhythm.of(typed);
        var count = typed.filled("times").map(String::strip);
        var until = typed.filled("until").map(String::strip);
        if (count.isEmpty() == until.isEmpty()) {
            faults.add(
                    "times",
                    count.isEmpty()
                            ? "Say how often, or until which day."
                            : "Say either how often or until which day, not both.");
            return Optional.empty();
        }
        var recurrence = count.isPresent()
                ? faults.read(() -> Recurrence.times(rhythm.every(), rhythm.interval(), times(count.get())))
                : faults.read(() -> Recurrence.until(rhythm.every(), rhythm.interval(), last(until.get(), first)));
        return recurrence.map(it -> rhythm == Rhythm.WEEKDAY ? it.onDay(Rhythm.ordinal(first), first) : it);
    }

    private static int times(String typed) {
        var times = NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : 0;
        if (times < 1 || times > Recurrence.MOST) {
            throw new Refused.Invalid("times", "Give a whole number from 1 to " + Recurrence.MOST + ".");
        }
        return times;
    }

    private static LocalDate last(String typed, LocalDate first) {
        var last = day("until", typed, "Give a day, such as 2026-11-22.");
        if (last.isBefore(first)) {
            throw new Refused.Invalid("until", "The last day can’t come before the first.");
        }
        return last;
    }

    static Set<LocalDate> except(Parameters typed, Faults faults) {
        var days = new LinkedHashSet<LocalDate>();
        for (var line : typed.get("except").strip().split("[\\s,;]+", -1)) {
            if (!line.isEmpty()) {
                var wrong = "Write each day like 2026-12-25, one a line. “" + line + "” is none.";
                faults.read(() -> day("except", line, wrong)).ifPresent(days::add);
            }
        }
        return days;
    }

    private static LocalDate day(String field, String typed, String wrong) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            throw new Refused.Invalid(field, wrong);
        }
    }

    /// A row in which nothing was typed is none.
    private static List<Window> others(Parameters typed, Window first, ZoneId zone, Instant now, Faults faults) {
        var windows = new ArrayList<>(List.of(first));
        for (var row : typed.all(OtherRows.OTHER)) {
            if (typed.filled("start" + row).or(() -> typed.filled("end" + row)).isPresent()) {
                var start = faults.read(() -> Plan.time(typed, "start" + row, zone));
                var end = faults.read(() -> Plan.time(typed, "end" + row, zone));
                start.flatMap(from -> end.flatMap(to -> faults.read(() -> window("end" + row, from, to, now))))
                        .ifPresent(windows::add);
            }
        }
        if (windows.size() == 1 && faults.isEmpty()) {
            faults.add("others", "Say at which other times, or choose “Once”.");
        }
        return windows;
    }

    static Window window(String field, Instant start, Instant end, Instant now) {
        if (!start.isBefore(end)) {
            throw new Refused.Invalid(field, "The work must end after it starts.");
        }
        if (!end.isAfter(now)) {
            throw new Refused.Invalid(field, "This has passed. Planned work must end in the future.");
        }
        return new Window(start, end);
    }
}
