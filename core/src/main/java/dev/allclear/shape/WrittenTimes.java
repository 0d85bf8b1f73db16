package dev.allclear.shape;

import dev.allclear.wording.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;

/// Tells times in writing: `14:30 UTC`.
final class WrittenTimes extends Telling {

    private static final Set<String> USED_IN_SEVERAL_COUNTRIES = Set.of("IST", "CST", "AST", "PST", "GST");

    WrittenTimes(Message message) {
        super(message);
    }

    @Override
    String clock(ZonedDateTime at) {
        if (message.reader().clock() == Reader.Clock.TWENTY_FOUR_HOURS) {
            return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
        }
        var time = DateTimeFormatter.ofPattern("h:mm", Locale.ROOT).format(at);
        return phrase(at.getHour() < 12 ? "time.am" : "time.pm", "time", time);
    }

    @Override
    String zone(ZonedDateTime at) {
        var name = name(at);
        return vocabulary.find("zone." + name).orElse(name);
    }

    /// The name and, where several countries use it for different times, the offset.
    String offset(ZonedDateTime at) {
        return USED_IN_SEVERAL_COUNTRIES.contains(name(at))
                        && !at.getZone().getId().startsWith("America/")
                ? " (UTC" + hours(at) + ")"
                : "";
    }

    @Override
    String day(LocalDate day, boolean withWeekday) {
        var pattern = otherYear(day) ? "date.year" : withWeekday ? "date.weekday" : "date.day";
        return DateTimeFormatter.ofPattern(vocabulary.get(pattern), vocabulary.locale())
                .format(day);
    }

    @Override
    String length(Duration length) {
        var rounded = Duration.ofMinutes(length.toMinutes());
        return rounded.toDays() > 0 || vocabulary.find("length.hours").isEmpty()
                ? Times.length(rounded)
                : local(rounded);
    }

    @Override
    String phrase(String key, String... namesAndValues) {
        return vocabulary.get(key, namesAndValues);
    }

    private String local(Duration length) {
        var hours = length.toHours() == 0 ? "" : phrase("length.hours", "count", Long.toString(length.toHours()));
        var minutes = length.toMinutesPart() == 0
                ? ""
                : phrase("length.minutes", "count", Integer.toString(length.toMinutesPart()));
        return hours + minutes;
    }

    /// As the time zone database names it: it invents no abbreviation where the country uses none. American English is
    /// the one locale in which the JDK knows all of them.
    static String name(ZonedDateTime at) {
        var offsetZone =
                at.getZone().getId().startsWith("Etc/") || at.getOffset().equals(at.getZone());
        var name = DateTimeFormatter.ofPattern("zzz", Locale.US).format(at);
        if (name.equals("Z") || name.equals("UTC")) {
            return "UTC";
        }
        return offsetZone || name.matches("GMT[+-].*") || name.matches("[+-].*") ? "UTC" + hours(at) : name;
    }

    /// `+5:30`
    private static String hours(ZonedDateTime at) {
        var seconds = at.getOffset().getTotalSeconds();
        var minutes = Math.abs(seconds) / 60;
        return (seconds < 0 ? "-" : "+") + minutes / 60 + (minutes % 60 == 0 ? "" : ":%02d".formatted(minutes % 60));
    }

    static String longName(ZonedDateTime at, Locale locale) {
        return at.getZone().getId().contains("/")
                ? DateTimeFormatter.ofPattern("zzzz", locale).format(at)
                : at.getZone().getDisplayName(TextStyle.FULL, locale);
    }
}
