package dev.allclear.desk;

import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.delivery.Subject;
import dev.allclear.wording.Signature.Purpose;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ana, who reads the first page and wants to be told.
record Reader(DeskServer server) {

    static final EmailAddress ANA = new EmailAddress("ana@shops.example");

    /// Sends the form, filled in for everything unless told otherwise.
    Reply subscribe(String email, Map<String, ?> more, String... headers) {
        var fields = new HashMap<String, Object>(Map.of(
                "email", email,
                "scope", "all",
                "kind", List.of("incidents", "maintenance"),
                "language", "en",
                "zone", ""));
        fields.putAll(more);
        return server.postForm("/subscribe", fields, headers);
    }

    /// What the store knows of Ana.
    Subscriber known() {
        return server.store
                .reading(tx -> tx.subscribers().findByAddress(server.page.id(), ANA))
                .orElseThrow();
    }

    /// How many mails asked anybody to confirm.
    int mails() {
        return server.store.reading(tx -> (int) tx.outbox().recent(server.page.id(), 100).stream()
                .filter(one -> one.announcement().subject() instanceof Subject.OfConfirmation)
                .count());
    }

    /// The path of a link from one of Ana's mails.
    String link(Purpose purpose) {
        var path = Map.of(Purpose.CONFIRM, "confirm", Purpose.MANAGE, "manage", Purpose.UNSUBSCRIBE, "leave");
        return "/subscribe/" + path.get(purpose) + "/"
                + server.signature.token(server.page.id(), known().id(), purpose, Instant.MAX);
    }
}
