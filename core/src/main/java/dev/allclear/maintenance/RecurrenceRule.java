package dev.allclear.maintenance;

import dev.allclear.Refused;
import dev.allclear.maintenance.Recurrence.Every;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The text of a recurrence, as in RFC 5545, section 3.3.10.
final class RecurrenceRule {

    private static final String FIELD = "recurrence";
    private static final Set<String> KNOWN = Set.of("FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL");

    private RecurrenceRule() {}

    static Recurrence read(String rule) {
        var parts = parts(rule.strip());
        return new Recurrence(
                every(parts.get("FREQ")),
                number(parts.get("INTERVAL")).orElse(1),
                days(parts.get("BYDAY")),
                number(parts.get("COUNT")),
                until(parts.get("UNTIL")));
    }

    private static Map<String, String> parts(String rule) {
        var parts = new HashMap<String, String>();
        for (var part : (rule.startsWith("RRULE:") ? rule.substring(6) : rule).split(";", -1)) {
            var pair = part.split("=", 2);
            var name = pair[0].strip().toUpperCase(Locale.ROOT);
            if (pair.length < 2 || !KNOWN.contains(name)) {
                throw new Refused.Invalid(
                        FIELD,
                        "Write it like FREQ=WEEKLY;BYDAY=TU;COUNT=8, with FREQ, INTERVAL, BYDAY, COUNT or UNTIL.");
            }
            if (parts.put(name, pair[1].strip()) != null) {
                throw new Refused.Invalid(FIELD, name + " is said twice.");
            }
        }
        return parts;
    }

    private static Every every(@Nullable String text) {
        return Arrays.stream(Every.values())
                .filter(every -> every.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid(FIELD, "FREQ is DAILY, WEEKLY or MONTHLY."));
    }

    private static Optional<Integer> number(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Integer::valueOf);
        } catch (NumberFormatException _) {
            throw new Refused.Invalid(FIELD, "INTERVAL and COUNT are whole numbers.");
        }
    }

    private static List<OnDay> days(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(OnDay::of).toList();
    }

    /// A time of that day is taken as the whole day.
    private static Optional<LocalDate> until(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(until -> until.replaceFirst("T\\d{6}Z?$", ""))
                    .map(day -> LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException _) {
            throw new Refused.Invalid(FIELD, "UNTIL is a day such as 20261231.");
        }
    }
}
