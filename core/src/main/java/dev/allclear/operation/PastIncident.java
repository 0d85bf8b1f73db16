package dev.allclear.operation;

import dev.allclear.incident.Facts;
import dev.allclear.incident.Severity;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An incident that is over, entered after the fact.
///
/// @param words what was said, oldest first, at least one; the last one is the all-clear
/// @param origin where it came from, for an import; empty otherwise
public record PastIncident(
        String title,
        Severity severity,
        Instant startedAt,
        Instant resolvedAt,
        Facts facts,
        Map<Area, State> areas,
        List<PastWord> words,
        Optional<String> origin) {

    /// One thing that was said then.
    public record PastWord(String text, Instant at) {}
}
