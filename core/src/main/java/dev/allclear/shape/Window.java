package dev.allclear.shape;

import dev.allclear.language.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// From when to when work is planned, and what became of an earlier plan.
///
/// @param formerStart the start told before, where the window was moved; else null
/// @param formerEnd the end told before, where the window was moved, extended or shortened; else null
public record Window(
        Instant start,
        Instant end,
        @Nullable Instant formerStart,
        @Nullable Instant formerEnd,
        Fate fate) {

    /// Whether the work takes place in this window.
    public enum Fate {
        STANDS,
        /// Not in this window; the new one is not known yet.
        POSTPONED,
        CANCELLED;

        /// What a title says of it, for messages that tell it in words only: `Work on search postponed`.
        public static Fate saidIn(String title, Language language) {
            var vocabulary = Vocabulary.of(language);
            return vocabulary.speaksOf("word.cancelled", title)
                    ? CANCELLED
                    : vocabulary.speaksOf("word.postponed", title) ? POSTPONED : STANDS;
        }
    }

    boolean moved() {
        return (formerStart != null && !formerStart.equals(start)) || (formerEnd != null && !formerEnd.equals(end));
    }
}
