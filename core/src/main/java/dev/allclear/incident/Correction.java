package dev.allclear.incident;

import dev.allclear.Text;
import java.time.Instant;

/// Words that we published and then put right, kept so that readers see what changed.
///
/// @param before the text that stood there until then
/// @param why one line for readers
public record Correction(Instant at, String before, String why) {
    public Correction {
        why = Text.line("why", why, 300);
    }
}
