package dev.allclear.status;

import dev.allclear.OpaqueId;

/// Names one region.
public record RegionId(String value) {
    public RegionId {
        OpaqueId.checked("region", value);
    }
}
