package dev.allclear.returns;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.DeliveryId;

/// What an address that we made and signed stands for.
public sealed interface Ticket {

    PageId page();

    /// `bounce+...`: the sender of one mail, to which it comes back.
    record OfDelivery(PageId page, DeliveryId delivery) implements Ticket {}

    /// `leave+...`: whoever gets mail there takes the subscriber off the list.
    record OfSubscriber(PageId page, SubscriberId subscriber) implements Ticket {}
}
