package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Recurrence.Every;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How planned work repeats, as the form offers it in words of the day that was typed.
enum Rhythm {
    ONCE(Every.DAILY, 1),
    DAILY(Every.DAILY, 1),
    WEEKLY(Every.WEEKLY, 1),
    FORTNIGHTLY(Every.WEEKLY, 2),
    MONTHLY(Every.MONTHLY, 1),
    WEEKDAY(Every.MONTHLY, 1),
    OTHERS(Every.DAILY, 1);

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    private final Every every;
    private final int interval;

    Rhythm(Every every, int interval) {
        this.every = every;
        this.interval = interval;
    }

    static Rhythm of(Parameters typed) {
        return Arrays.stream(values())
                .filter(rhythm -> rhythm.key().equals(typed.get("repeats")))
                .findFirst()
                .orElse(ONCE);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Every every() {
        return every;
    }

    int interval() {
        return interval;
    }

    /// Whether it follows a rule of the calendar.
    boolean isRegular() {
        return this != ONCE && this != OTHERS;
    }

    /// Which such day of its month it is: the fifth is the last, as most months have none.
    static int ordinal(LocalDate day) {
        var ordinal = (day.getDayOfMonth() - 1) / 7 + 1;
        return ordinal > ORDINALS.size() ? -1 : ordinal;
    }

    static List<Option> options(Parameters typed) {
        var day = day(typed);
        return Arrays.stream(values())
                .map(rhythm -> Option.of(rhythm.key(), rhythm.words(day)))
                .toList();
    }

    private static Optional<LocalDate> day(Parameters typed) {
        try {
            return TypedTimes.local(typed, "start").map(LocalDateTime::toLocalDate);
        } catch (Refused.Invalid unreadable) {
            return Optional.empty();
        }
    }

    private String words(Optional<LocalDate> day) {
        return switch (this) {
            case ONCE -> "Once";
            case DAILY -> "Every day";
            case WEEKLY -> "Every week" + day.map(Rhythm::onWeekday).orElse("");
            case FORTNIGHTLY -> "Every two weeks" + day.map(Rhythm::onWeekday).orElse("");
            case MONTHLY -> "Every month on the " + day.map(Rhythm::nth).orElse("same date");
            case WEEKDAY ->
                "Every month on the " + day.map(Rhythm::ordinalWeekday).orElse("same day of the week");
            case OTHERS -> "At other times too";
        };
    }

    private static String onWeekday(LocalDate day) {
        return " on " + weekday(day);
    }

    private static String ordinalWeekday(LocalDate day) {
        var ordinal = ordinal(day);
        return (ordinal < 0 ? "last" : ORDINALS.get(ordinal - 1)) + " " + weekday(day);
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /// `1st`, `22nd`, `13th`
    private static String nth(LocalDate day) {
        var number = day.getDayOfMonth();
        var ending = switch (number / 10 == 1 ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return number + ending;
    }
}
