package dev.allclear.status;

import dev.allclear.OpaqueId;

/// Names one group.
public record GroupId(String value) {
    public GroupId {
        OpaqueId.checked("group", value);
    }
}
