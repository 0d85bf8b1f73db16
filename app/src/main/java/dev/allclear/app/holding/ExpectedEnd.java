package dev.allclear.app.holding;

import dev.allclear.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// Reads when a product is expected back, as somebody in a hurry types it.
public final class ExpectedEnd {

    private ExpectedEnd() {}

    /// @param typed an instant with its offset, or a date and time, or a time alone, in the page's zone
    /// @throws Refused.Invalid when it can't be read, is over, or names no instant or two
    public static Instant parse(String typed, ZoneId zone, Instant now) {
        var end = read(typed.strip().replace(' ', 'T'), zone, now);
        if (!end.isAfter(now)) {
            throw new Refused.Invalid("until", "The expected end " + typed + " is over already.");
        }
        return end;
    }

    private static Instant read(String typed, ZoneId zone, Instant now) {
        try {
            if (typed.matches("[0-9]{1,2}:[0-9]{2}")) {
                return next(LocalTime.parse(typed.length() == 4 ? "0" + typed : typed), zone, now);
            }
            return typed.matches(".*T.*(Z|[+-][0-9:]+)")
                    ? OffsetDateTime.parse(typed).toInstant()
                    : at(LocalDateTime.parse(typed), zone);
        } catch (DateTimeException unreadable) {
            throw new Refused.Invalid(
                    "until",
                    "The expected end should be a time such as 16:30, 2026-11-22T16:30 or 2026-11-22T16:30+01:00, not "
                            + typed + ".");
        }
    }

    /// Today's, or tomorrow's when that is over.
    private static Instant next(LocalTime time, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var end = at(today.atTime(time), zone);
        return end.isAfter(now) ? end : at(today.plusDays(1).atTime(time), zone);
    }

    private static Instant at(LocalDateTime time, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() != 1) {
            throw new Refused.Invalid(
                    "until",
                    "The clocks change then in " + zone + ", so " + time + " is "
                            + (offsets.isEmpty() ? "no time there" : "there twice")
                            + ". Say it with its offset, such as " + time + "+01:00.");
        }
        return time.toInstant(offsets.getFirst());
    }
}
