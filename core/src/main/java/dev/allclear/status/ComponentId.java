package dev.allclear.status;

import dev.allclear.OpaqueId;

/// Names one component.
public record ComponentId(String value) {
    public ComponentId {
        OpaqueId.checked("component", value);
    }
}
