package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Footer;
import dev.allclear.channels.email.Composition.Link;
import dev.allclear.channels.email.Composition.Masthead;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import dev.allclear.shape.Copy;
import dev.allclear.wording.Markdown;
import java.net.URI;
import java.util.Optional;

/// Decides what a mail says: every word in it comes from the language files or from an operator.
final class Composer {

    private static final int PREVIEW = 140;

    private final MarkedTexts texts;

    Composer(Markdown markdown) {
        this.texts = new MarkedTexts(markdown);
    }

    Composition compose(Letter letter) {
        var reader = Reader.of(letter);
        var body = switch (letter.content()) {
            case Content.OfUpdate update -> new IncidentNews(reader, texts, letter.links()).body(update);
            case Content.OfReport(var incident) -> new ReportNews(reader, texts, letter.links()).body(incident);
            case Content.OfMaintenance(var maintenance, var notice) ->
                new MaintenanceNews(reader, texts, letter.links()).body(maintenance, notice);
            case Content.OfCorrection correction -> new CorrectionNews(reader, texts, letter.links()).body(correction);
            case Content.OfHandover handover -> HandoverNote.body(reader, handover, letter.links());
            case Content.OfReminder reminder -> ReminderNote.body(reader, reminder, letter.links());
            case Content.Confirmation(var confirm) -> ConfirmationRequest.body(reader, letter.page(), confirm);
        };
        return new Composition(
                reader.phrases(),
                masthead(letter),
                subject(letter, reader, body),
                preview(reader, body),
                body.label(),
                body.mark(),
                body.title(),
                body.lead(),
                body.sections(),
                body.button(),
                letter.content().isNews() ? Optional.of(footer(letter, reader)) : Optional.empty(),
                CalendarAttachment.of(letter, texts));
    }

    private static String subject(Letter letter, Reader reader, Body body) {
        var byHand = letter.content() instanceof Content.OfUpdate update
                ? update.byHand().map(Copy::headline).filter(headline -> !headline.isEmpty())
                : Optional.<String>empty();
        return byHand.orElseGet(() -> storySubject(letter, reader, body));
    }

    /// A reminder is no news: it says at once what it wants, and stands apart from the story that customers read.
    private static String storySubject(Letter letter, Reader reader, Body body) {
        var phrases = reader.phrases();
        var title = letter.content() instanceof Content.OfReminder || letter.content() instanceof Content.OfHandover
                ? phrases.get("mail.reminder.subject", "label", body.label(), "title", body.title())
                : body.title();
        return phrases.get("mail.subject", "page", letter.page().name(), "title", title);
    }

    private static Masthead masthead(Letter letter) {
        var accent = letter.page().accent();
        return new Masthead(letter.page().name(), letter.links().page(), accent, Ink.on(accent));
    }

    /// Subjects stay the same for one story, so what is new must show here.
    private static String preview(Reader reader, Body body) {
        var line = body.gist().replaceAll("\\s+", " ").strip();
        var cut = line.codePointCount(0, line.length()) <= PREVIEW
                ? line
                : line.substring(0, line.offsetByCodePoints(0, PREVIEW)).strip() + "…";
        return reader.phrases().get("mail.preview", "label", body.label(), "text", cut);
    }

    private static Footer footer(Letter letter, Reader reader) {
        var phrases = reader.phrases();
        return new Footer(
                phrases.get("mail.footer.why", "page", letter.page().name()),
                phrases.get("mail.footer.zone", "zone", reader.zone()),
                new Link(
                        phrases.get("mail.footer.manage"),
                        URI.create(letter.links().manage())),
                new Link(
                        phrases.get("mail.footer.unsubscribe"),
                        URI.create(letter.links().unsubscribe())));
    }
}
