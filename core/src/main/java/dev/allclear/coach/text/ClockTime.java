package dev.allclear.coach.text;

import java.time.LocalTime;
import java.util.Optional;

/// A time of day in a text, such as `14:30` or `6 pm`.
///
/// @param at missing where the text leaves it open, as in `24:00`
/// @param zone as written, when one stands with it or governs it
public record ClockTime(int start, int end, Optional<LocalTime> at, Optional<String> zone) {

    public Span span() {
        return new Span(start, end);
    }
}
