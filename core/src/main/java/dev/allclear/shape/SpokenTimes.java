package dev.allclear.shape;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// Tells times to listeners, in words: `fourteen thirty U T C`.
final class SpokenTimes extends Telling {

    private final Numerals numerals;

    SpokenTimes(Message message, Numerals numerals) {
        super(message);
        this.numerals = numerals;
    }

    @Override
    String clock(ZonedDateTime at) {
        return numerals.time(at.getHour(), at.getMinute(), message.reader().clock());
    }

    /// Listeners know the name of their time, not its abbreviation.
    @Override
    String zone(ZonedDateTime at) {
        var name = WrittenTimes.name(at);
        return vocabulary.find("spoken.zone." + name).orElseGet(() -> spelled(at, name));
    }

    private String spelled(ZonedDateTime at, String name) {
        if (name.startsWith("UTC")) {
            var offset = at.getOffset().getTotalSeconds() / 60;
            var hours = numerals.cardinal(Math.abs(offset) / 60);
            var minutes = offset % 60 == 0 ? "" : " " + numerals.cardinal(Math.abs(offset) % 60);
            return phrase(offset < 0 ? "time.behind" : "time.ahead", "hours", hours + minutes);
        }
        return WrittenTimes.longName(at, vocabulary.locale());
    }

    @Override
    String day(LocalDate day, boolean withWeekday) {
        var weekday = DateTimeFormatter.ofPattern("EEEE", vocabulary.locale()).format(day);
        var month = DateTimeFormatter.ofPattern("MMMM", vocabulary.locale()).format(day);
        var date =
                numerals.date(day.getDayOfMonth(), month) + (otherYear(day) ? " " + numerals.year(day.getYear()) : "");
        return withWeekday ? phrase("time.weekday", "weekday", weekday, "date", date) : date;
    }

    @Override
    String length(Duration length) {
        return numerals.length(length.toDays(), length.toHoursPart(), length.toMinutesPart());
    }

    /// A phrase may have a form for the ear.
    @Override
    String phrase(String key, String... namesAndValues) {
        return vocabulary.get(vocabulary.find("spoken." + key).isPresent() ? "spoken." + key : key, namesAndValues);
    }
}
