package dev.allclear.shape;

import dev.allclear.Refused;
import dev.allclear.incident.Severity;
import org.jspecify.annotations.Nullable;

/// One message as facts, before it has a shape. It holds only what may be told: nothing internal is ever part of it.
///
/// @param window for planned work; null else
public record Message(
        Occasion occasion,
        Severity severity,
        Reader reader,
        About about,
        Timing timing,
        @Nullable Window window,
        Words words,
        Links links) {

    public Message {
        if (occasion.open() && timing.nextUpdate() == null) {
            throw new Refused.Invalid("nextUpdate", "While it is open, a message says when the next one comes.");
        }
        if (occasion.planned() && window == null) {
            throw new Refused.Invalid("window", "Planned work has a window: from when to when.");
        }
    }

    boolean grave() {
        return severity == Severity.MAJOR || severity == Severity.CRITICAL;
    }
}
