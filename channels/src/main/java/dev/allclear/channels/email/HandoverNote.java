package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Link;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content.OfHandover;
import dev.allclear.status.State;
import java.util.List;

/// What we say to a colleague who may agree to words that wait for a second person.
final class HandoverNote {

    private HandoverNote() {}

    static Body body(Reader reader, OfHandover handover, Letter.Links links) {
        var phrases = reader.phrases();
        var key = handover.isNew() ? "mail.handover.new" : "mail.handover.update";
        var lead = phrases.get(key, "author", handover.author());
        return new Body(
                phrases.get("mail.handover"),
                State.UNKNOWN,
                handover.title(),
                lead,
                lead,
                List.of(),
                new Link(phrases.get("mail.handover.open"), links.subject()));
    }
}
