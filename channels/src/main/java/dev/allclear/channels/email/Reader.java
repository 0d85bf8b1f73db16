package dev.allclear.channels.email;

import dev.allclear.delivery.Letter;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.maintenance.Window;
import dev.allclear.wording.Times;
import java.time.Instant;
import java.time.LocalDate;

/// One reader's language, and clock and calendar as they stood when the news was announced.
final class Reader {

    private final Phrases phrases;
    private final Times times;
    private final Instant now;

    private Reader(Phrases phrases, Times times, Instant now) {
        this.phrases = phrases;
        this.times = times;
        this.now = now;
    }

    static Reader of(Letter letter) {
        return new Reader(
                Languages.phrases(letter.language()), new Times(letter.language(), letter.zone()), letter.at());
    }

    Phrases phrases() {
        return phrases;
    }

    /// `14:30 CET` today, else with the day: `Sunday, 22 November 2026, 14:30 CET`.
    String when(Instant at) {
        return isToday(at) ? times.timeWithZone(at) : day(at) + ", " + times.timeWithZone(at);
    }

    boolean isToday(Instant at) {
        return date(at).equals(date(now));
    }

    /// `Sunday, 22 November 2026`
    String day(Instant at) {
        return times.longDate(date(at));
    }

    String date(LocalDate day) {
        return times.date(day);
    }

    private LocalDate date(Instant at) {
        return at.atZone(times.zone()).toLocalDate();
    }

    /// Always with the day and its name: nobody must have to count which Sunday was meant.
    String window(Window window) {
        if (!date(window.start()).equals(date(window.end()))) {
            return phrases.get(
                    "mail.maintenance.days",
                    "start",
                    day(window.start()) + ", " + times.timeWithZone(window.start()),
                    "end",
                    day(window.end()) + ", " + times.timeWithZone(window.end()));
        }
        return phrases.get(
                "mail.maintenance.day",
                "date",
                day(window.start()),
                "start",
                timeBefore(window.start(), window.end()),
                "end",
                times.timeWithZone(window.end()));
    }

    /// From one time to another on the same day, where the zone is said once, unless the clocks change in between.
    String timeBefore(Instant start, Instant end) {
        var sameClock = times.zoneName(start).equals(times.zoneName(end));
        return sameClock ? times.time(start) : times.timeWithZone(start);
    }

    /// `from` of a span that ends at `end`: the short form when both are on one day and that day is today.
    String spanStart(Instant start, Instant end) {
        return isToday(start) && isToday(end) ? timeBefore(start, end) : when(start);
    }

    /// `Central European Time (CET)`
    String zone() {
        return times.longZoneName() + " (" + times.zoneName(now) + ")";
    }
}
