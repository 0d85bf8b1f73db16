package dev.allclear.delivery;

import dev.allclear.OpaqueId;
import dev.allclear.audience.SubscriberId;

/// Names one delivery: the announcement and the person, with a dot between. The same for the same pair, always, so that
/// telling somebody twice of the same thing adds nothing, and a mail sent again after a crash is known by its
/// Message-ID.
public record DeliveryId(String value) {

    public DeliveryId {
        var dot = value.indexOf('.');
        OpaqueId.checked("delivery", dot < 0 ? value : value.substring(0, dot));
        OpaqueId.checked("delivery", value.substring(dot + 1));
    }

    public DeliveryId(AnnouncementId announcement, SubscriberId subscriber) {
        this(announcement.value() + "." + subscriber.value());
    }

    public AnnouncementId announcement() {
        var dot = value.indexOf('.');
        return new AnnouncementId(dot < 0 ? value : value.substring(0, dot));
    }

    public SubscriberId subscriber() {
        return new SubscriberId(value.substring(value.indexOf('.') + 1));
    }
}
