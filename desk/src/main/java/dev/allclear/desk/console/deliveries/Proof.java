package dev.allclear.desk.console.deliveries;

import dev.allclear.Refused;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Delivery;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.transaction.Tx;
import java.util.Optional;

/// `/desk/subscribers/{id}/sent`: what one person was sent, when, and what the other side answered.
record Proof(Room room) {

    private static final int SHOWN = 200;

    Answer show(Ask ask) {
        var frame = room.frame(ask, Place.SUBSCRIBERS, "What we sent to them");
        var page = ask.page().id();
        var id = new SubscriberId(ask.variable("id"));
        var view = room.doors().store().reading(tx -> {
            var person = tx.subscribers().find(page, id).orElseThrow(() -> new Refused.NotFound("subscriber"));
            var sent = tx.deliveries().to(page, id, SHOWN).stream()
                    .flatMap(one -> row(tx, one).stream())
                    .toList();
            return new ProofView(frame, person, sent, sent.size() == SHOWN);
        });
        return room.page(200, "console/deliveries/proof.jte", view).with("Cache-Control", "no-store");
    }

    private static Optional<ProofView.Row> row(Tx tx, Delivery one) {
        return tx.outbox()
                .find(one.page(), one.announcement())
                .map(announcement -> new ProofView.Row(
                        one.id(),
                        Topic.of(announcement.subject(), one.page(), tx),
                        announcement.at(),
                        Recipient.of(one, true)));
    }
}
