package dev.allclear.desk.console.settings;

import dev.allclear.Refused;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Blackout;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.WorkPolicy;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The form of the policy for planned work: `notice` with `notice-unit`, `checkIn` in hours, for each `reminder` of
/// that number `ahead1` with `ahead1-unit`, and for each `blackout` `first1`, `last1` and `why1`.
final class WorkPolicyForm {

    static final String REMINDER = "reminder";
    static final String BLACKOUT = "blackout";
    static final int MOST_REMINDERS = 10;
    static final int MOST_BLACKOUTS = 50;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private WorkPolicyForm() {}

    static Parameters filled(WorkPolicy policy) {
        var fields = new LinkedHashMap<String, List<String>>();
        length(fields, "notice", policy.leastNotice());
        fields.put("checkIn", List.of(Long.toString(policy.checkInFrom().toHours())));
        fields.put(REMINDER, numbers(policy.rungs().size()));
        for (var i = 0; i < policy.rungs().size(); i++) {
            length(fields, "ahead" + (i + 1), policy.rungs().get(i).ahead());
        }
        fields.put(BLACKOUT, numbers(policy.blackouts().size()));
        for (var i = 0; i < policy.blackouts().size(); i++) {
            var blackout = policy.blackouts().get(i);
            fields.put("first" + (i + 1), List.of(blackout.from().toString()));
            fields.put("last" + (i + 1), List.of(blackout.to().toString()));
            fields.put("why" + (i + 1), List.of(blackout.why()));
        }
        return Parameters.of(fields);
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    private static void length(Map<String, List<String>> fields, String name, Duration length) {
        var unit = length.equals(Duration.ofDays(length.toDays()))
                ? "days"
                : length.equals(Duration.ofHours(length.toHours())) ? "hours" : "minutes";
        fields.put(name, List.of(Long.toString(length.dividedBy(unit(unit).getDuration()))));
        fields.put(name + "-unit", List.of(unit));
    }

    private static ChronoUnit unit(String name) {
        return switch (name) {
            case "hours" -> ChronoUnit.HOURS;
            case "minutes" -> ChronoUnit.MINUTES;
            default -> ChronoUnit.DAYS;
        };
    }

    /// The form after a button beside one of its lists was pressed.
    ///
    /// @param focus where the person goes on
    record Rows(Parameters fields, String focus) {}

    /// @param button `add-reminder`, `drop-reminder-2` and the same for `blackout`
    static Rows pressed(Parameters typed, String button) {
        var fields = new LinkedHashMap<>(typed.asMap());
        for (var list : List.of(REMINDER, BLACKOUT)) {
            var rows = new ArrayList<>(typed.all(list));
            if (button.equals("add-" + list)) {
                var next = Integer.toString(1
                        + rows.stream()
                                .filter(row -> NUMBER.matcher(row).matches())
                                .mapToInt(Integer::parseInt)
                                .max()
                                .orElse(0));
                rows.add(next);
                fields.put(list, rows);
                return new Rows(Parameters.of(fields), (list.equals(REMINDER) ? "ahead" : "first") + next);
            }
            if (button.startsWith("drop-" + list + "-")) {
                rows.remove(button.substring(("drop-" + list + "-").length()));
                fields.put(list, rows);
                return new Rows(Parameters.of(fields), "add-" + list);
            }
        }
        return new Rows(typed, "");
    }

    static WorkPolicy read(Parameters typed) {
        var faults = new Faults();
        var notice = length(typed, "notice", faults);
        var checkIn = number(typed, "checkIn", faults).map(Duration::ofHours);
        var rungs = rows(typed, REMINDER, MOST_REMINDERS, faults).stream()
                .flatMap(row -> rung(typed, "ahead" + row, faults).stream())
                .toList();
        var blackouts = rows(typed, BLACKOUT, MOST_BLACKOUTS, faults).stream()
                .flatMap(row -> blackout(typed, row, faults).stream())
                .toList();
        faults.refuseIfAny();
        try {
            return new WorkPolicy(notice.orElseThrow(), rungs, checkIn.orElseThrow(), blackouts);
        } catch (Refused.Invalid invalid) {
            // The core names its own fields.
            var ours = Map.of("least_notice", "notice", "check_in_from", "checkIn", "rungs", "reminders");
            invalid.faults()
                    .forEach(fault -> faults.add(ours.getOrDefault(fault.field(), fault.field()), fault.message()));
            faults.refuseIfAny();
            throw invalid;
        }
    }

    private static List<String> rows(Parameters typed, String list, int most, Faults faults) {
        var rows = typed.all(list);
        if (rows.size() > most) {
            faults.add(list + "s", "Name at most " + most + " of these.");
            return List.of();
        }
        return rows;
    }

    private static Optional<Rung> rung(Parameters typed, String field, Faults faults) {
        return length(typed, field, faults).flatMap(ahead -> faults.read(field, () -> new Rung(ahead)));
    }

    private static Optional<Duration> length(Parameters typed, String field, Faults faults) {
        var unit = unit(typed.get(field + "-unit"));
        return number(typed, field, faults).map(number -> unit.getDuration().multipliedBy(number));
    }

    private static Optional<Long> number(Parameters typed, String field, Faults faults) {
        var value = typed.get(field).strip();
        if (!NUMBER.matcher(value).matches()) {
            faults.add(field, "Give a whole number.");
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(value));
    }

    private static Optional<Blackout> blackout(Parameters typed, String row, Faults faults) {
        var first = day(typed, "first" + row, faults);
        var last = typed.filled("last" + row).isPresent() ? day(typed, "last" + row, faults) : first;
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().isBefore(first.get())) {
            faults.add("last" + row, "The last day comes after the first.");
            return Optional.empty();
        }
        return faults.read("why" + row, () -> new Blackout(first.get(), last.get(), typed.get("why" + row)));
    }

    private static Optional<LocalDate> day(Parameters typed, String field, Faults faults) {
        try {
            return Optional.of(LocalDate.parse(typed.get(field).strip()));
        } catch (DateTimeException unreadable) {
            faults.add(field, "Give a day.");
            return Optional.empty();
        }
    }
}
