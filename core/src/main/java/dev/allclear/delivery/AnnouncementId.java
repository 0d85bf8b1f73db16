package dev.allclear.delivery;

import dev.allclear.OpaqueId;

/// Names one announcement.
public record AnnouncementId(String value) {
    public AnnouncementId {
        OpaqueId.checked("announcement", value);
    }
}
