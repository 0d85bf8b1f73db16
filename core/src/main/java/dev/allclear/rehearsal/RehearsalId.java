package dev.allclear.rehearsal;

import dev.allclear.OpaqueId;

/// Names one rehearsal.
public record RehearsalId(String value) {
    public RehearsalId {
        OpaqueId.checked("rehearsal", value);
    }
}
