package dev.allclear.maintenance;

import dev.allclear.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How planned work repeats by the calendar of its zone: that part of RFC 5545's recurrence rules that plans need. Work
/// at half past two stays there when the clocks change; where half past two never comes it is half past three, and
/// where it comes twice the first is meant.
///
/// @param interval every so many days, weeks or months
/// @param days on which; empty for the day of the first
/// @param count how many there are, those left out included; empty where `until` says it
/// @param until the last day on which one may start
public record Recurrence(
        Every every, int interval, List<OnDay> days, Optional<Integer> count, Optional<LocalDate> until) {

    /// More than this nobody plans, nor wants to be told of.
    public static final int MOST = 100;

    private static final int YEARS = 2;

    /// By which measure it repeats.
    public enum Every {
        DAILY,
        WEEKLY,
        MONTHLY
    }

    public Recurrence {
        days = List.copyOf(days);
        if (interval < 1 || interval > 60) {
            throw new Refused.Invalid("recurrence", "INTERVAL is from 1 to 60.");
        }
        if (count.isEmpty() == until.isEmpty()) {
            throw new Refused.Invalid("recurrence", "Say either how often (COUNT) or until which day (UNTIL).");
        }
        if (count.filter(number -> number < 1 || number > MOST).isPresent()) {
            throw new Refused.Invalid("recurrence", "COUNT is from 1 to " + MOST + ".");
        }
        if (every != Every.MONTHLY && days.stream().anyMatch(day -> day.ordinal() != 0)) {
            throw new Refused.Invalid("recurrence", "Only months have a first or a last day of the week.");
        }
    }

    /// @param rule as in RFC 5545, with FREQ, INTERVAL, BYDAY and COUNT or UNTIL: `FREQ=WEEKLY;BYDAY=TU,TH;COUNT=8`
    public static Recurrence of(String rule) {
        return RecurrenceRule.read(rule);
    }

    public static Recurrence times(Every every, int interval, int count) {
        return new Recurrence(every, interval, List.of(), Optional.of(count), Optional.empty());
    }

    public static Recurrence until(Every every, int interval, LocalDate last) {
        return new Recurrence(every, interval, List.of(), Optional.empty(), Optional.of(last));
    }

    /// On that day of the week of each month: the second Sunday, the last Friday.
    public Recurrence onDay(int ordinal, LocalDate of) {
        return new Recurrence(every, interval, List.of(new OnDay(ordinal, of.getDayOfWeek())), count, until);
    }

    /// @param first when the first one starts; it takes place, unless it is excepted
    /// @param except days on which none starts
    /// @return each as long as that, the soonest first
    public List<Window> windows(LocalDateTime first, Duration length, ZoneId zone, Set<LocalDate> except) {
        var windows = starts(first)
                .filter(start -> !except.contains(start.toLocalDate()))
                .map(start -> start.atZone(zone).toInstant())
                .map(start -> new Window(start, start.plus(length)))
                .toList();
        if (windows.isEmpty()) {
            throw new Refused.Invalid("recurrence", "No day is left on which the work takes place.");
        }
        return windows;
    }

    private Stream<LocalDateTime> starts(LocalDateTime first) {
        if (!days.isEmpty() && !isOnNamedDay(first.toLocalDate())) {
            throw new Refused.Invalid("recurrence", "The first one must be on a day that BYDAY names.");
        }
        var starts = new ArrayList<LocalDateTime>();
        var last = until.orElse(first.toLocalDate().plusYears(YEARS));
        for (var date = first.toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            if (date.equals(first.toLocalDate()) || isOn(date, first.toLocalDate())) {
                starts.add(date.atTime(first.toLocalTime()));
            }
            if (starts.size() == count.orElse(MOST + 1)) {
                break;
            }
        }
        if (until.filter(day -> day.isAfter(first.toLocalDate().plusYears(YEARS)))
                .isPresent()) {
            throw new Refused.Invalid("recurrence", "Plan at most " + YEARS + " years ahead.");
        }
        if (starts.size() > MOST) {
            throw new Refused.Invalid("recurrence", "These are more than " + MOST + " times. Plan a shorter series.");
        }
        if (starts.size() < count.orElse(0)) {
            throw new Refused.Invalid("recurrence", "Plan at most " + YEARS + " years ahead.");
        }
        return starts.stream();
    }

    private boolean isOn(LocalDate date, LocalDate first) {
        return switch (every) {
            case DAILY ->
                ChronoUnit.DAYS.between(first, date) % interval == 0 && (days.isEmpty() || isOnNamedDay(date));
            case WEEKLY ->
                ChronoUnit.WEEKS.between(monday(first), monday(date)) % interval == 0
                        && (days.isEmpty() ? date.getDayOfWeek() == first.getDayOfWeek() : isOnNamedDay(date));
            case MONTHLY ->
                ChronoUnit.MONTHS.between(first.withDayOfMonth(1), date.withDayOfMonth(1)) % interval == 0
                        && (days.isEmpty() ? date.getDayOfMonth() == first.getDayOfMonth() : isOnNamedDay(date));
        };
    }

    private boolean isOnNamedDay(LocalDate date) {
        return days.stream().anyMatch(day -> day.isOn(date));
    }

    private static LocalDate monday(LocalDate date) {
        return date.minusDays(date.getDayOfWeek().getValue() - 1L);
    }
}
