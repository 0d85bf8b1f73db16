package dev.allclear.maintenance;

import dev.allclear.Refused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A day of the week on which work repeats: each, or of a month the first, the second, the last but one.
///
/// @param ordinal 1 for the first of the month, -1 for the last; 0 for each
record OnDay(int ordinal, DayOfWeek day) {

    private static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Pattern SHAPE = Pattern.compile("([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");

    /// @param text as in RFC 5545: `TU`, `1SU`, `-1FR`
    static OnDay of(String text) {
        var found = SHAPE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!found.matches()) {
            throw new Refused.Invalid("recurrence", "BYDAY names days such as TU, 1SU or -1FR, not " + text + ".");
        }
        var ordinal = found.group(1) == null ? 0 : Integer.parseInt(found.group(1));
        return new OnDay(ordinal, DayOfWeek.of(NAMES.indexOf(found.group(2)) + 1));
    }

    /// Whether that date is such a day, of a month.
    boolean isOn(LocalDate date) {
        if (date.getDayOfWeek() != day) {
            return false;
        }
        var fromTheStart = (date.getDayOfMonth() - 1) / 7 + 1;
        var fromTheEnd = (date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1;
        return ordinal == 0 || ordinal == fromTheStart || -ordinal == fromTheEnd;
    }
}
