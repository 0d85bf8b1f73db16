package dev.allclear.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads the ways in which exports write times. Without a zone UTC is meant, as exports do.
final class Moments {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Moments() {}

    static Optional<Instant> read(String text) {
        if (text.length() > 40 || text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        // `2026-11-22 14:30:00 UTC` and `2026-11-22 14:30:00 +0100` become ISO 8601.
        var iso = text.strip()
                .replaceFirst("(?i) ?(utc|gmt)$", "Z")
                .replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T")
                .replaceFirst(" ?([+-]\\d\\d):?(\\d\\d)$", "$1:$2");
        return Stream.<Function<String, Instant>>of(
                        written -> LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC),
                        written -> OffsetDateTime.parse(written).toInstant(),
                        written -> LocalDateTime.parse(written).toInstant(ZoneOffset.UTC))
                .flatMap(reading -> tried(reading, iso).stream())
                .findFirst()
                .map(at -> at.truncatedTo(ChronoUnit.MILLIS))
                .filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
    }

    private static Optional<Instant> tried(Function<String, Instant> reading, String text) {
        try {
            return Optional.of(reading.apply(text));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
