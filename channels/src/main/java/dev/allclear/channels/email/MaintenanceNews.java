package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Link;
import dev.allclear.channels.email.Composition.Section;
import dev.allclear.delivery.Letter;
import dev.allclear.language.Phrases;
import dev.allclear.maintenance.Notice;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicMaintenance.PublicNotice;
import dev.allclear.status.State;
import dev.allclear.wording.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What we say about planned work: the window always comes first.
final class MaintenanceNews {

    private final Reader reader;
    private final Phrases phrases;
    private final MarkedTexts texts;
    private final Letter.Links links;

    MaintenanceNews(Reader reader, MarkedTexts texts, Letter.Links links) {
        this.reader = reader;
        this.phrases = reader.phrases();
        this.texts = texts;
        this.links = links;
    }

    Body body(PublicMaintenance maintenance, PublicNotice notice) {
        var key = "mail.maintenance." + notice.kind().key();
        var text = texts.of(notice.text());
        return new Body(
                phrases.get(key),
                mark(notice.kind()),
                maintenance.title(),
                notice.kind() == Notice.Kind.CANCELLED ? phrases.get(key + ".lead") : "",
                text.text(),
                sections(maintenance, notice, text),
                new Link(phrases.get("mail.maintenance.open"), links.subject()));
    }

    private static State mark(Notice.Kind kind) {
        return switch (kind) {
            case ANNOUNCED, STARTED, PROGRESS -> State.UNDER_MAINTENANCE;
            case COMPLETED -> State.OPERATIONAL;
            case CANCELLED -> State.UNKNOWN;
        };
    }

    private List<Section> sections(PublicMaintenance maintenance, PublicNotice notice, Marked text) {
        var sections = new ArrayList<Section>();
        sections.add(window(maintenance, notice.kind()));
        var label = notice.kind() == Notice.Kind.ANNOUNCED
                ? phrases.get("mail.maintenance.text")
                : phrases.get("mail.maintenance.text.news", "time", reader.when(notice.at()));
        sections.add(new Section.Prose(label, text));
        if (notice.kind() != Notice.Kind.CANCELLED) {
            new AffectedParts(phrases).addNames("mail.maintenance.affected", maintenance.affected(), sections);
        }
        return sections;
    }

    private Section window(PublicMaintenance maintenance, Notice.Kind kind) {
        var window = maintenance.window();
        var isOver = kind == Notice.Kind.COMPLETED || kind == Notice.Kind.CANCELLED;
        return new Section.Statement(
                phrases.get(isOver ? "mail.maintenance.when.planned" : "mail.maintenance.when"),
                reader.window(window),
                isOver ? List.of() : List.of(length(Duration.between(window.start(), window.end()))));
    }

    private String length(Duration length) {
        return phrases.get("mail.maintenance.length", "length", Times.length(length));
    }
}
