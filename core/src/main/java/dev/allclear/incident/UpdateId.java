package dev.allclear.incident;

import dev.allclear.OpaqueId;

/// Names one update.
public record UpdateId(String value) {
    public UpdateId {
        OpaqueId.checked("update", value);
    }
}
