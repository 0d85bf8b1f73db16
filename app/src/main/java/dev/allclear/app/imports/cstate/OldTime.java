package dev.allclear.app.imports.cstate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A time as people wrote it, and how much of it they wrote.
///
/// @param zoned whether its zone was written too; otherwise the page's was taken
/// @param day whether only a day was written; then it stands for the first moment of it
record OldTime(Instant at, boolean zoned, boolean day) {

    private static final String CLOCK =
            "(?<hour>\\d{1,2})[:h.](?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?\\s*(?<half>[ap]\\.?m\\.?)?";
    private static final String ZONE = "\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?(?:\\s+(?:UTC|GMT))?";

    /// `2021-06-08T05:35:00-00:00`, `2021-06-08 11:20 UTC`, `2023-12-04T8:00:00Z`, `2023-03-29 15h50 UTC`,
    /// `2024-09-10`.
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})(?:(?:[T ]|\\s*-\\s*|\\s+at\\s+)" + CLOCK + ZONE + ")?",
            Pattern.CASE_INSENSITIVE);

    /// `11th of February 2022 - 19:00 UTC`, `Mon, 02 Jan 2006 15:04:05 GMT`.
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[a-z]+,?\\s+)?(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>[a-z]{3,9})\\.?,?\\s+(?<year>\\d{4})"
                    + "(?:,?\\s*(?:-|at)?\\s*" + CLOCK + ZONE + ")?",
            Pattern.CASE_INSENSITIVE);

    /// `January 2, 2006 at 3:04 PM UTC`.
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<month>[a-z]{3,9})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?:,?\\s*(?:-|at)?\\s*"
                    + CLOCK + ZONE + ")?",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /// @param zone where clocks went when no zone was written
    /// @return empty for what is no time, or no time that there ever was
    static Optional<OldTime> read(String text, ZoneId zone) {
        for (var form : List.of(YEAR_FIRST, DAY_FIRST, MONTH_FIRST)) {
            var found = form.matcher(text.strip());
            if (found.matches()) {
                return read(found, zone);
            }
        }
        return Optional.empty();
    }

    private static Optional<OldTime> read(MatchResult found, ZoneId zone) {
        try {
            var date = LocalDate.of(number(found, "year"), month(found.group("month")), number(found, "day"));
            if (found.group("hour") == null) {
                return Optional.of(new OldTime(date.atStartOfDay(zone).toInstant(), false, true));
            }
            var written = Optional.ofNullable(found.group("zone"));
            var local = LocalDateTime.of(date, clock(found));
            return Optional.of(new OldTime(
                    local.atZone(written.map(OldTime::offset).orElse(zone)).toInstant(), written.isPresent(), false));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(MatchResult found, String part) {
        return Integer.parseInt(found.group(part));
    }

    private static int month(String written) {
        return Character.isDigit(written.charAt(0))
                ? Integer.parseInt(written)
                : MONTHS.indexOf(written.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static LocalTime clock(MatchResult found) {
        var hour = number(found, "hour");
        var half = Optional.ofNullable(found.group("half"))
                .map(text -> text.toLowerCase(Locale.ROOT).charAt(0));
        if (half.isPresent() && hour <= 12) {
            hour = hour % 12 + (half.get() == 'p' ? 12 : 0);
        }
        var second = found.group("second") == null ? 0 : number(found, "second");
        return LocalTime.of(hour, number(found, "minute"), second);
    }

    /// `-00:00` says that the time is UTC and the writer's own zone unknown (RFC 3339, section 4.3).
    private static ZoneId offset(String written) {
        if (Character.isLetter(written.charAt(0))
                || written.replace(":", "").equals("-0000")
                || written.equals("-00")) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(written);
    }
}
