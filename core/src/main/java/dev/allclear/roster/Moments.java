package dev.allclear.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the ways in which exports write times. Without a zone UTC is meant, as exports do.
final class Moments {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Pattern UTC = Pattern.compile("(?i) ?(utc|gmt)$");
    private static final Pattern OFFSET = Pattern.compile(" ?([+-]\\d\\d):?(\\d\\d)$");

    private Moments() {}

    static Optional<Instant> read(String text) {
        if (text.length() > 40 || text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(parsed(iso(text)))
                    .map(at -> at.truncatedTo(ChronoUnit.MILLIS))
                    .filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /// `2026-11-22 14:30:00 UTC` and `2026-11-22 14:30:00 +0100` as ISO 8601 has them.
    private static String iso(String text) {
        if (text.endsWith("Z") || text.length() <= 10) {
            return text;
        }
        var named = UTC.matcher(text).replaceFirst("Z");
        var offset = OFFSET.matcher(named).replaceFirst("$1:$2");
        return offset.charAt(10) == ' ' ? offset.substring(0, 10) + "T" + offset.substring(11) : offset;
    }

    private static Instant parsed(String iso) {
        if (iso.length() <= 10) {
            return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return iso.endsWith("Z") || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 10) > 0
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}
