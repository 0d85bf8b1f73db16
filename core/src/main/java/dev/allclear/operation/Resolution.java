package dev.allclear.operation;

import dev.allclear.incident.AllClear;
import dev.allclear.incident.Incident;
import dev.allclear.page.Page;
import dev.allclear.shape.AllClearText;
import dev.allclear.shape.Reader;
import java.time.Instant;
import java.util.Optional;

/// An all-clear as somebody gives it.
///
/// @param text Markdown; empty to have it written from the answers
/// @param restoredAt when service was back; empty for now
/// @param answers what it answers one by one; empty where only a text was written
public record Resolution(String text, Optional<Instant> restoredAt, Optional<AllClear> answers) {

    /// The text, written from the answers where nobody wrote one.
    String written(Incident incident, Page page, Instant now) {
        return text.isBlank()
                ? answers.map(found -> AllClearText.of(incident, found, restoredAt.orElse(now), Reader.of(page), now))
                        .orElse(text)
                : text;
    }

    /// In words alone.
    public static Resolution saying(String text, Optional<Instant> restoredAt) {
        return new Resolution(text, restoredAt, Optional.empty());
    }
}
