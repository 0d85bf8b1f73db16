package dev.allclear.incident;

import dev.allclear.OpaqueId;

/// Names one draft.
public record DraftId(String value) {
    public DraftId {
        OpaqueId.checked("draft", value);
    }
}
