package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Link;
import dev.allclear.channels.email.Composition.Section;
import dev.allclear.page.Page;
import dev.allclear.status.State;
import dev.allclear.wording.Permalinks;
import java.net.URI;
import java.util.List;

/// What we say to an address that somebody typed into the subscribe form.
///
/// Nothing that the requester wrote is in it, so it can't be used to send a message to a stranger. It reads the same to
/// one who has subscribed already, so it tells nobody who has.
final class ConfirmationRequest {

    private ConfirmationRequest() {}

    static Body body(Reader reader, Page page, URI confirm) {
        var phrases = reader.phrases();
        var lead = phrases.get("mail.confirm.lead", "page", page.name());
        return new Body(
                phrases.get("mail.confirm.label"),
                State.UNKNOWN,
                phrases.get("mail.confirm.title"),
                lead,
                lead,
                List.of(new Section.Statement(
                        "",
                        phrases.count("mail.confirm.yes", Permalinks.CONFIRM_WITHIN.toDays()),
                        List.of(phrases.get("mail.confirm.no")))),
                new Link(phrases.get("mail.confirm.open"), confirm));
    }
}
