package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Link;
import dev.allclear.channels.email.Composition.Section;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content.OfCorrection;
import dev.allclear.language.Phrases;
import dev.allclear.status.State;
import java.util.List;

/// What we say to those who were told something wrong: what is right, first; then what we had said.
final class CorrectionNews {

    private final Reader reader;
    private final Phrases phrases;
    private final MarkedTexts texts;
    private final Letter.Links links;

    CorrectionNews(Reader reader, MarkedTexts texts, Letter.Links links) {
        this.reader = reader;
        this.phrases = reader.phrases();
        this.texts = texts;
        this.links = links;
    }

    Body body(OfCorrection correction) {
        var right = texts.of(correction.update().text());
        var told = reader.when(correction.update().at());
        return new Body(
                phrases.get("mail.correction.label"),
                State.UNKNOWN,
                correction.incident().title(),
                phrases.get("mail.correction.lead", "time", told, "why", correction.why()),
                right.text(),
                List.of(
                        new Section.Prose(phrases.get("mail.correction.right"), right),
                        new Section.Prose(
                                phrases.get("mail.correction.before", "time", told), texts.of(correction.before()))),
                new Link(phrases.get("mail.incident.open"), links.subject()));
    }
}
