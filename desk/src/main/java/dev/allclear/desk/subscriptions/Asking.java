package dev.allclear.desk.subscriptions;

import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Limits;
import dev.allclear.operation.SubscriptionDesk;

/// Passes a wish to subscribe on, as often as one client, one mail domain and one page may: the form must not serve
/// to flood somebody's mailbox.
final class Asking {

    private final SubscriptionDesk desk;
    private final Limits limits;

    Asking(SubscriptionDesk desk, Limits limits) {
        this.desk = desk;
        this.limits = limits;
    }

    /// Call it first: what is refused counts too.
    void count(Ask ask) {
        limits.subscribeClient().take(ask.client());
    }

    void pass(Ask ask, EmailAddress email, Wishes wishes) {
        var page = ask.page().id();
        limits.subscribeDomain().take(page.value() + " " + email.domain());
        limits.subscribeAll().take(page.value());
        desk.ask(page, email, wishes.choice(), wishes.language(), wishes.zone());
    }
}
