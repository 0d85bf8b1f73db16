package dev.allclear.operation;

import dev.allclear.incident.AllClear;
import java.time.Instant;
import java.util.Optional;

/// An all-clear as somebody gives it.
///
/// @param text Markdown; empty to have it written from the answers
/// @param restoredAt when service was back; empty for now
/// @param answers what it answers one by one; empty where only a text was written
public record Resolution(String text, Optional<Instant> restoredAt, Optional<AllClear> answers) {

    /// In words alone.
    public static Resolution saying(String text, Optional<Instant> restoredAt) {
        return new Resolution(text, restoredAt, Optional.empty());
    }
}
