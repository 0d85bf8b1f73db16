package dev.allclear.wording;

import dev.allclear.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/// Writes instants for readers, always with the zone.
public final class Times {

    private final Locale locale;
    private final ZoneId zone;

    public Times(Language language, ZoneId zone) {
        this.locale = displayLocale(language);
        this.zone = zone;
    }

    /// English without a country gets the 24-hour clock and day-month order that the whole world reads.
    private static Locale displayLocale(Language language) {
        return language.equals(Language.ENGLISH) ? Locale.UK : language.locale();
    }

    public ZoneId zone() {
        return zone;
    }

    /// `22 Nov 2026, 14:30 CET`
    public String full(Instant at) {
        return date(at) + ", " + timeWithZone(at);
    }

    /// `14:30 CET`
    public String timeWithZone(Instant at) {
        return time(at) + " " + zoneName(at);
    }

    /// `14:30`
    public String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
    }

    /// `22 Nov 2026`
    public String date(Instant at) {
        return date(at.atZone(zone).toLocalDate());
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /// `Sunday, 22 November 2026`
    public String longDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(date);
    }

    /// `Sunday, 22 November`, for lists whose year is plain
    public String dayName(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMMEEEEd")
                .withLocale(locale)
                .format(date);
    }

    /// `22 Nov`, where the year is plain
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(date);
    }

    /// `November 2026`
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    /// `Nov`
    public String shortMonth(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL", locale).format(month);
    }

    /// `CET`, `UTC`, or `GMT-3` where a zone has no short name of its own.
    public String zoneName(Instant at) {
        var name = DateTimeFormatter.ofPattern("zzz", locale).format(at.atZone(zone));
        return name.equals("Z") ? "UTC" : name;
    }

    /// The zone's long name: `Central European Time`.
    public String longZoneName() {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    /// The two largest units: `2 h 5 min`, `3 d 4 h`, `45 s`. The symbols are those of SI and CLDR, the same in our
    /// languages.
    public static String length(Duration length) {
        if (length.toMinutes() == 0) {
            return length.toSeconds() + " s";
        }
        if (length.toHours() == 0) {
            return length.toMinutes() + " min";
        }
        if (length.toDays() == 0) {
            return length.toHours() + " h" + (length.toMinutesPart() == 0 ? "" : " " + length.toMinutesPart() + " min");
        }
        return length.toDays() + " d" + (length.toHoursPart() == 0 ? "" : " " + length.toHoursPart() + " h");
    }
}
