package dev.allclear.audience;

import java.time.Instant;
import java.util.Optional;

/// A time in which somebody hears nothing at all. What they miss meanwhile is not sent later.
///
/// @param until when it ends by itself; empty when only they can end it
public record Pause(Optional<Instant> until) {

    public static final Pause OPEN = new Pause(Optional.empty());

    public static Pause until(Instant end) {
        return new Pause(Optional.of(end));
    }

    public boolean holds(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}
