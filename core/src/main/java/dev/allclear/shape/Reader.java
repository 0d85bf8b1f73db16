package dev.allclear.shape;

import dev.allclear.language.Language;
import dev.allclear.page.Page;
import java.time.ZoneId;

/// For whom a message is shaped: language, zone and kind of clock.
public record Reader(Language language, ZoneId zone, Clock clock) {

    /// How the reader tells the hours of the day.
    public enum Clock {
        TWELVE_HOURS,
        TWENTY_FOUR_HOURS
    }

    /// Whoever reads the page as it is.
    public static Reader of(Page page) {
        return new Reader(page.language(), page.zone(), Clock.TWENTY_FOUR_HOURS);
    }
}
