package dev.allclear.app.demo;

import dev.allclear.language.Language;
import dev.allclear.wording.Times;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns the times of the story, all counted from its start, into instants, and writes them into its texts.
final class StoryCalendar {

    private static final Pattern WEEKDAY = Pattern.compile("(\\d+)w (MON|TUE|WED|THU|FRI|SAT|SUN) (\\d\\d:\\d\\d)");
    private static final Pattern DAY = Pattern.compile("(\\d+)d (\\d\\d:\\d\\d)");
    private static final Pattern LENGTH = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?");
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)?(?:([+-])([0-9dhm]+))?\\}");

    private final ZonedDateTime start;
    private final Times times;

    /// @param now to the minute, so that no time in a text hides seconds
    StoryCalendar(Instant now, ZoneId zone) {
        this.start = now.truncatedTo(ChronoUnit.MINUTES).atZone(zone);
        this.times = new Times(Language.ENGLISH, zone);
    }

    Instant now() {
        return start.toInstant();
    }

    /// `10w SAT 20:03`: on the Saturday of the week ten weeks before the one in which the story is told.
    Instant weeksBack(String when) {
        return weekday(when, -1);
    }

    /// `1w SUN 02:00`: on the Sunday of next week.
    Instant weeksAhead(String when) {
        return weekday(when, 1);
    }

    private Instant weekday(String when, int direction) {
        var parts = matched(WEEKDAY, when);
        var day = day(parts.group(2));
        return start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks((long) direction * Integer.parseInt(parts.group(1)))
                .with(TemporalAdjusters.nextOrSame(day))
                .with(LocalTime.parse(parts.group(3)))
                .toInstant();
    }

    private static DayOfWeek day(String name) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    /// `61w`: the morning of that many weeks ago; `0w` is an hour ago.
    Instant weeksAgo(String weeks) {
        var count = Integer.parseInt(weeks.replace("w", ""));
        return count == 0
                ? now().minus(Duration.ofHours(1))
                : start.minusWeeks(count).with(LocalTime.of(9, 30)).toInstant();
    }

    /// `5d 15:30`: at that time of the day five days after it.
    Instant daysAfter(Instant event, String days) {
        return day(event, days, 1);
    }

    LocalDate dayAfter(Instant event, int days) {
        return event.atZone(start.getZone()).toLocalDate().plusDays(days);
    }

    Instant daysBefore(Instant event, String days) {
        return day(event, days, -1);
    }

    private Instant day(Instant event, String days, int direction) {
        var parts = matched(DAY, days);
        return event.atZone(start.getZone())
                .plusDays((long) direction * Integer.parseInt(parts.group(1)))
                .with(LocalTime.parse(parts.group(2)))
                .toInstant();
    }

    /// `1h25m`, `40m`, `22h`.
    static Duration length(String length) {
        var parts = matched(LENGTH, length);
        return Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2)));
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static Matcher matched(Pattern form, String text) {
        var matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the story names a time that isn't one: " + text);
        }
        return matcher;
    }

    /// Fills the slots of a text and joins lines that are broken only in the file: `{start}`, `{+25m}` and `{-6h}` as
    /// times, `{end}` (for an incident, when service was back: `{restored}`), `{lasted}`, `{date}` and `{date+6d}`.
    String text(String text, Instant from, Instant until) {
        var joined = text.strip().replaceAll("(?<!\\n)\\n(?!\\n|- )", " ").replaceAll(" {2,}", " ");
        return SLOT.matcher(joined).replaceAll(slot -> Matcher.quoteReplacement(value(slot.group(), from, until)));
    }

    private String value(String slot, Instant from, Instant until) {
        var parts = matched(SLOT, slot);
        var name = parts.group(1) == null ? "" : parts.group(1).toLowerCase(Locale.ROOT);
        var shift = parts.group(3) == null ? "" : parts.group(3);
        return switch (name) {
            case "start" -> times.timeWithZone(from);
            case "end", "restored" -> times.timeWithZone(until);
            case "lasted" -> Times.length(Duration.between(from, until));
            case "date" ->
                times.date(LocalDate.ofInstant(from, start.getZone()).plusDays(number(shift.replace("d", ""))));
            case "" ->
                times.timeWithZone("-".equals(parts.group(2)) ? from.minus(length(shift)) : from.plus(length(shift)));
            default -> throw new IllegalArgumentException("the story has a slot that nothing fills: " + slot);
        };
    }
}
