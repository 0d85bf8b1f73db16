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
import java.util.stream.Stream;

/// What we say about planned work: the window always comes first.
final class MaintenanceNews {

    private static final int MOST_OTHERS = 12;

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
        var text = texts.of(notice.words(phrases));
        return new Body(
                phrases.get(key),
                mark(notice.kind()),
                maintenance.title(),
                lead(maintenance, notice, key),
                text.text(),
                sections(maintenance, notice, text),
                new Link(phrases.get("mail.maintenance.open"), links.subject()));
    }

    private String lead(PublicMaintenance maintenance, PublicNotice notice, String key) {
        return switch (notice.kind()) {
            case CANCELLED -> phrases.get(key + ".lead");
            case REMINDER ->
                phrases.get(
                        key + ".lead", "time", reader.when(maintenance.window().start()));
            case EXTENDED, MOVED ->
                notice.move()
                        .map(move -> phrases.get(
                                key + ".lead",
                                "before",
                                reader.window(move.before()),
                                "after",
                                reader.window(move.after())))
                        .orElse("");
            case THANKS ->
                maintenance
                        .took()
                        .map(took -> phrases.get(key + ".lead", "length", Times.length(took)))
                        .orElse("");
            case ANNOUNCED, STARTED, PROGRESS, CHECK_IN, COMPLETED, BECAME_INCIDENT, REVISED -> "";
        };
    }

    private static State mark(Notice.Kind kind) {
        return switch (kind) {
            case ANNOUNCED, REMINDER, MOVED, STARTED, PROGRESS, CHECK_IN, EXTENDED, REVISED -> State.UNDER_MAINTENANCE;
            case COMPLETED, THANKS -> State.OPERATIONAL;
            case CANCELLED, BECAME_INCIDENT -> State.UNKNOWN;
        };
    }

    private List<Section> sections(PublicMaintenance maintenance, PublicNotice notice, Marked text) {
        var sections = new ArrayList<Section>();
        sections.add(window(maintenance, notice.kind()));
        addOthers(maintenance, notice.kind(), sections);
        var label = notice.kind() == Notice.Kind.ANNOUNCED
                ? phrases.get("mail.maintenance.text")
                : phrases.get("mail.maintenance.text.news", "time", reader.when(notice.at()));
        sections.add(new Section.Prose(label, text));
        if (isAhead(notice.kind())) {
            addFacts(maintenance, sections);
        }
        if (notice.kind() != Notice.Kind.CANCELLED) {
            new AffectedParts(phrases).addNames("mail.maintenance.affected", maintenance.affected(), sections);
        }
        return sections;
    }

    /// What was planned, or cancelled, together with it is told of once.
    private void addOthers(PublicMaintenance maintenance, Notice.Kind kind, List<Section> sections) {
        var others = maintenance.others();
        if (others.isEmpty() || (kind != Notice.Kind.ANNOUNCED && kind != Notice.Kind.CANCELLED)) {
            return;
        }
        var shown = others.stream()
                .limit(MOST_OTHERS)
                .map(other -> reader.window(other.window()))
                .toList();
        var left = others.size() - shown.size();
        sections.add(new Section.Statement(
                phrases.get(kind == Notice.Kind.CANCELLED ? "work.also-cancelled" : "work.also"),
                shown.getFirst(),
                Stream.concat(
                                shown.stream().skip(1),
                                left > 0 ? Stream.of(phrases.count("work.more-times", left)) : Stream.empty())
                        .toList()));
    }

    /// Whether customers can still act on what we say.
    private static boolean isAhead(Notice.Kind kind) {
        return switch (kind) {
            case ANNOUNCED, REMINDER, MOVED, STARTED, PROGRESS, CHECK_IN, EXTENDED, REVISED -> true;
            case COMPLETED, THANKS, CANCELLED, BECAME_INCIDENT -> false;
        };
    }

    private void addFacts(PublicMaintenance maintenance, List<Section> sections) {
        maintenance
                .facts(phrases)
                .forEach(fact -> sections.add(new Section.Prose(fact.label(), texts.of(fact.text()))));
        for (var link : maintenance.details().links()) {
            sections.add(new Section.Prose(phrases.get("work.links"), texts.of(link.toString())));
        }
    }

    private Section window(PublicMaintenance maintenance, Notice.Kind kind) {
        var window = maintenance.window();
        var isOver = !isAhead(kind);
        return new Section.Statement(
                phrases.get(isOver ? "mail.maintenance.when.planned" : "mail.maintenance.when"),
                reader.window(window),
                isOver ? List.of() : List.of(length(Duration.between(window.start(), window.end()))));
    }

    private String length(Duration length) {
        return phrases.get("mail.maintenance.length", "length", Times.length(length));
    }
}
