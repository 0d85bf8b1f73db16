package dev.allclear.maintenance;

import dev.allclear.OpaqueId;

/// Names one maintenance.
public record MaintenanceId(String value) {
    public MaintenanceId {
        OpaqueId.checked("maintenance", value);
    }
}
