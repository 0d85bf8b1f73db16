package dev.allclear.coach.rule;

import dev.allclear.coach.Reading;
import dev.allclear.coach.text.ClockTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Compares clock times in a text with instants.
final class Clock {

    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Clock() {}

    /// `15:00 UTC`, or as the page's readers are shown it.
    static String shown(Instant at, Optional<ZoneId> zone) {
        var local = at.atZone(zone.orElse(ZoneOffset.UTC));
        return HOUR_AND_MINUTE.format(local) + " " + zoneName(at, zone.orElse(ZoneOffset.UTC));
    }

    static String zoneName(Instant at, ZoneId zone) {
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return "UTC";
        }
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at.atZone(zone));
    }

    /// Whether the text gives this instant, in the page's zone or in any other that it may name.
    static boolean tells(Reading reading, Instant at) {
        return reading.clockTimes()
                .anyMatch(time ->
                        time.at().filter(it -> fits(it, time, at, reading)).isPresent());
    }

    /// Without knowing what a zone's letters mean, a time fits when it is the instant in some zone of the world; with
    /// UTC or the page's own zone we know better.
    static boolean fits(LocalTime local, ClockTime time, Instant at, Reading reading) {
        var zone = time.zone().orElse("");
        if (zone.equalsIgnoreCase("UTC") || zone.equalsIgnoreCase("GMT") || zone.equals("Z")) {
            return same(local, at, ZoneOffset.UTC);
        }
        var shown = reading.context().house().displayZone();
        if (zone.isEmpty() || shown.filter(it -> zoneName(at, it).equals(zone)).isPresent()) {
            return same(local, at, shown.orElse(ZoneOffset.UTC));
        }
        var minutes = Math.floorMod(
                local.toSecondOfDay() / 60
                        - at.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60,
                15);
        return minutes == 0;
    }

    private static boolean same(LocalTime local, Instant at, ZoneId zone) {
        var there = at.atZone(zone).toLocalTime();
        return there.getHour() == local.getHour() && there.getMinute() == local.getMinute();
    }
}
