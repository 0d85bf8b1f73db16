package dev.allclear.desk.console;

import dev.allclear.Refused;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Zones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// Reads fields for times: `datetime-local` in the zone that the form names in `zone`, else in the page's.
public final class TypedTimes {

    private TypedTimes() {}

    /// @throws Refused.Invalid when it is no time
    public static Optional<Instant> read(Parameters typed, String field, ZoneId pageZone) {
        return local(typed, field)
                .map(time -> time.atZone(zone(typed, pageZone)).toInstant());
    }

    /// As it was typed.
    public static Optional<LocalDateTime> local(Parameters typed, String field) {
        var value = typed.get(field).strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(value));
        } catch (DateTimeException unreadable) {
            throw new Refused.Invalid(field, "This should be a date and a time, such as 2026-11-22T14:30.");
        }
    }

    /// In which the form's times are typed.
    public static ZoneId zone(Parameters typed, ZoneId pageZone) {
        return typed.filled("zone").map(Zones::named).orElse(pageZone);
    }
}
