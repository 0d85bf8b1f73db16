package dev.allclear.operation;

import dev.allclear.incident.Facts;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Update;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An incident entered after the fact: one that is over, or one that another page has announced already.
///
/// @param resolvedAt when service was back; empty while it isn't
/// @param areas what was affected; operational for what was named although it worked
/// @param words what was said, oldest first, at least one
/// @param origin where it came from, for an import; empty otherwise
public record PastIncident(
        String title,
        Severity severity,
        Instant startedAt,
        Optional<Instant> resolvedAt,
        Facts facts,
        Map<Area, State> areas,
        List<PastWord> words,
        Optional<String> origin) {

    /// One that is over.
    public PastIncident(
            String title,
            Severity severity,
            Instant startedAt,
            Instant resolvedAt,
            Facts facts,
            Map<Area, State> areas,
            List<PastWord> words,
            Optional<String> origin) {
        this(title, severity, startedAt, Optional.of(resolvedAt), facts, areas, words, origin);
    }

    /// One thing that was said then.
    ///
    /// @param kind empty for the usual course: the last word is the all-clear, those before it look for the cause
    public record PastWord(String text, Instant at, Optional<Update.Kind> kind) {
        public PastWord(String text, Instant at) {
            this(text, at, Optional.empty());
        }
    }
}
