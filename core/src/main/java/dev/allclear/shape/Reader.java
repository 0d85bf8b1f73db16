package dev.allclear.shape;

import dev.allclear.language.Language;
import java.time.ZoneId;

/// For whom a message is shaped: language, zone and kind of clock.
public record Reader(Language language, ZoneId zone, Clock clock) {

    /// How the reader tells the hours of the day.
    public enum Clock {
        TWELVE_HOURS,
        TWENTY_FOUR_HOURS
    }
}
