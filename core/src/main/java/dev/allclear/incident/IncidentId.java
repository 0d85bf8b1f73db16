package dev.allclear.incident;

import dev.allclear.OpaqueId;

/// Names one incident.
public record IncidentId(String value) {
    public IncidentId {
        OpaqueId.checked("incident", value);
    }
}
