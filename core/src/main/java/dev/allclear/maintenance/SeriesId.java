package dev.allclear.maintenance;

import dev.allclear.OpaqueId;

/// Names works that were planned together and told of once: windows that repeat, or one job in several parts.
public record SeriesId(String value) {
    public SeriesId {
        OpaqueId.checked("series", value);
    }
}
