package dev.allclear;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// Instants on one Sunday, written as people say them.
public final class Moments {

    private Moments() {}

    public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /// @param time such as `14:30`, in UTC
    public static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }
}
