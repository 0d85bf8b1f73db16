package dev.allclear.maintenance;

import dev.allclear.OpaqueId;

/// Names one notice.
public record NoticeId(String value) {
    public NoticeId {
        OpaqueId.checked("notice", value);
    }
}
