package dev.allclear.delivery;

import dev.allclear.OpaqueId;

/// Names one delivery.
public record DeliveryId(String value) {
    public DeliveryId {
        OpaqueId.checked("delivery", value);
    }
}
