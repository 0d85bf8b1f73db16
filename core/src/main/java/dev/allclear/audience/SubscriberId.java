package dev.allclear.audience;

import dev.allclear.OpaqueId;

/// Names one subscriber.
public record SubscriberId(String value) {
    public SubscriberId {
        OpaqueId.checked("subscriber", value);
    }
}
