package dev.allclear.maintenance;

import dev.allclear.Text;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One thing that we said about planned work.
///
/// @param text Markdown; empty when it was said by itself, in the words that each language has for its kind
/// @param move the new time, where it is about that
/// @param rung for a reminder, which one
public record Notice(
        NoticeId id, Kind kind, String text, Instant at, String author, Optional<Move> move, Optional<Rung> rung) {

    /// What sort of word it is.
    public enum Kind {
        ANNOUNCED,
        /// To those who subscribed alone: the page says all the time what is planned.
        REMINDER,
        MOVED,
        STARTED,
        PROGRESS,
        /// At half time of long work.
        CHECK_IN,
        /// It takes longer than planned.
        EXTENDED,
        COMPLETED,
        /// What was done, and how long customers had to go without.
        THANKS,
        CANCELLED,
        /// It went wrong and goes on as an incident, which tells those who heard of the work.
        BECAME_INCIDENT,
        /// What customers should know was changed, and nobody was mailed.
        REVISED;

        /// Whether it changed anything, so that the page shows it.
        public boolean isNews() {
            return this != REMINDER;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Notice {
        text = text.isEmpty() ? text : Text.prose("text", text, 20_000);
    }

    public Notice(NoticeId id, Kind kind, String text, Instant at, String author) {
        this(id, kind, text, at, author, Optional.empty(), Optional.empty());
    }

    /// Whether nobody wrote it.
    public boolean isAutomatic() {
        return text.isEmpty();
    }
}
