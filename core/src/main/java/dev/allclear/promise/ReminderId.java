package dev.allclear.promise;

import dev.allclear.OpaqueId;

/// Names one reminder.
public record ReminderId(String value) {
    public ReminderId {
        OpaqueId.checked("reminder", value);
    }
}
