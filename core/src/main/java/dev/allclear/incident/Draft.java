package dev.allclear.incident;

import dev.allclear.PageId;
import dev.allclear.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form as somebody left it: kept apart from everything published, so that nothing of it can leak.
///
/// @param incident the incident that it would update; empty for a new one
/// @param fields everything typed, right or wrong, by field name
/// @param author who changed it last: whoever agrees to it must be somebody else
/// @param waitingSince when it was handed over for somebody else to agree; empty while its author works on it
/// @param remark why it was sent back; empty unless it was
public record Draft(
        DraftId id,
        PageId page,
        Optional<IncidentId> incident,
        Map<String, List<String>> fields,
        String author,
        Instant savedAt,
        Optional<Instant> waitingSince,
        Optional<Remark> remark) {

    /// What somebody said when they did not agree.
    public record Remark(String by, Instant at, String text) {
        public Remark {
            text = Text.line("remark", text, 500);
        }
    }

    public Draft {
        fields = Map.copyOf(fields);
    }

    /// One that its author works on.
    public Draft(
            DraftId id,
            PageId page,
            Optional<IncidentId> incident,
            Map<String, List<String>> fields,
            String author,
            Instant savedAt) {
        this(id, page, incident, fields, author, savedAt, Optional.empty(), Optional.empty());
    }

    /// The same as another draft.
    public Draft named(DraftId other) {
        return new Draft(other, page, incident, fields, author, savedAt, waitingSince, remark);
    }

    public Draft handedOver() {
        return new Draft(id, page, incident, fields, author, savedAt, Optional.of(savedAt), Optional.empty());
    }

    /// Back to its author.
    public Draft sentBack(Remark why) {
        return new Draft(id, page, incident, fields, author, savedAt, Optional.empty(), Optional.of(why));
    }
}
