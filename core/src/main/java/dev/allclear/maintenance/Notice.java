package dev.allclear.maintenance;

import dev.allclear.Text;
import java.time.Instant;
import java.util.Locale;

/// One thing that we said about planned work.
///
/// @param text Markdown
public record Notice(NoticeId id, Kind kind, String text, Instant at, String author) {

    /// What sort of word it is.
    public enum Kind {
        ANNOUNCED,
        STARTED,
        PROGRESS,
        COMPLETED,
        CANCELLED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Notice {
        text = Text.prose("text", text, 20_000);
    }
}
