package dev.allclear.shape;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/// Tells a reader when: never a time without its zone, the day wherever it isn't today, both zones where the clocks
/// change in between, and never "midnight".
abstract sealed class Telling permits WrittenTimes, SpokenTimes {

    final Vocabulary vocabulary;
    final Message message;
    private final ZoneId zone;
    private final LocalDate today;

    Telling(Message message) {
        this.message = message;
        this.vocabulary = Vocabulary.of(message.reader().language());
        this.zone = message.reader().zone();
        this.today = message.timing().asOf().atZone(zone).toLocalDate();
    }

    /// `06:00`, as this reader's clock shows it
    abstract String clock(ZonedDateTime at);

    /// `CEST`
    abstract String zone(ZonedDateTime at);

    /// `Sun 14 June`, or `14 June`
    abstract String day(LocalDate day, boolean withWeekday);

    /// `2 h 12 min`
    abstract String length(Duration length);

    /// The phrase of that name in the manner of this telling.
    abstract String phrase(String key, String... namesAndValues);

    /// `14:30 UTC`, or `tomorrow, Wed 6 May, 09:00 BST`
    String at(Instant at) {
        return at(at.atZone(zone), true);
    }

    /// `14:30 UTC`, or `6 May, 09:00 BST`
    String brief(Instant at) {
        return at(at.atZone(zone), false);
    }

    /// `08:00` where the zone stands beside it already
    String bare(Instant at) {
        return clock(at.atZone(zone));
    }

    /// `Sun 14 June, 06:00–08:00 BST`, or with both days, or with both zones.
    String window(Instant start, Instant end, boolean full) {
        return span(start.atZone(zone), end.atZone(zone), full, true);
    }

    /// As [#window], without the day where all of it is today.
    String span(Instant start, Instant end, boolean full) {
        var from = start.atZone(zone);
        var to = end.atZone(zone);
        return span(
                from,
                to,
                full,
                !from.toLocalDate().equals(today) || !to.toLocalDate().equals(today));
    }

    /// `14 June`
    String date(Instant at) {
        return day(at.atZone(zone).toLocalDate(), false);
    }

    /// Whether the clocks are put forward or back in between.
    boolean clocksChange(Instant start, Instant end) {
        return !zone.getRules().getOffset(start).equals(zone.getRules().getOffset(end));
    }

    private String at(ZonedDateTime at, boolean full) {
        // The day that begins at 00:00 is told even if it is today: it could be taken for the one before.
        return at.toLocalDate().equals(today) && !at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? zoned(at)
                : phrase("time.dated", "day", relative(at.toLocalDate(), full), "time", zoned(at));
    }

    private String span(ZonedDateTime from, ZonedDateTime to, boolean full, boolean dated) {
        var sameZone = zone(from).equals(zone(to));
        if (!from.toLocalDate().equals(to.toLocalDate())) {
            var start = sameZone ? clock(from) : zoned(from);
            return phrase(
                    "time.days",
                    "from",
                    phrase("time.dated", "day", relative(from.toLocalDate(), full), "time", start),
                    "to",
                    phrase("time.dated", "day", day(to.toLocalDate(), full), "time", zoned(to)));
        }
        var hours = sameZone
                ? phrase("time.hours", "from", clock(from), "to", zoned(to))
                : phrase("time.zones", "from", zoned(from), "to", zoned(to));
        return dated ? phrase("time.span", "day", relative(from.toLocalDate(), full), "hours", hours) : hours;
    }

    private String relative(LocalDate day, boolean full) {
        return full && day.equals(today.plusDays(1)) ? phrase("time.tomorrow", "day", day(day, true)) : day(day, full);
    }

    private String zoned(ZonedDateTime at) {
        return phrase("time.zoned", "time", clock(at), "zone", zone(at));
    }

    /// Only years other than this one need to be told.
    boolean otherYear(LocalDate day) {
        return Math.abs(Duration.between(day.atStartOfDay(), today.atStartOfDay())
                                .toDays())
                        > 180
                && day.getYear() != today.getYear();
    }

    Instant nextUpdate() {
        return Objects.requireNonNull(message.timing().nextUpdate());
    }
}
