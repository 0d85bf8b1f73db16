package dev.allclear.incident;

import dev.allclear.PageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form as somebody left it: kept apart from everything published, so that nothing of it can leak.
///
/// @param incident the incident that it would update; empty for a new one
/// @param fields everything typed, right or wrong, by field name
public record Draft(
        DraftId id,
        PageId page,
        Optional<IncidentId> incident,
        Map<String, List<String>> fields,
        String author,
        Instant savedAt) {
    public Draft {
        fields = Map.copyOf(fields);
    }
}
