package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Link;
import dev.allclear.channels.email.Composition.Section;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content.OfUpdate;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Phrases;
import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicUpdate;
import dev.allclear.status.State;
import dev.allclear.wording.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What we say when an incident begins, changes or ends.
///
/// While it is open: what readers notice and can do comes before what we know. Once it is over, our word comes first,
/// and there is nothing left to do.
final class IncidentNews {

    private final Reader reader;
    private final Phrases phrases;
    private final MarkedTexts texts;
    private final Letter.Links links;

    IncidentNews(Reader reader, MarkedTexts texts, Letter.Links links) {
        this.reader = reader;
        this.phrases = reader.phrases();
        this.texts = texts;
        this.links = links;
    }

    Body body(OfUpdate news) {
        var incident = news.incident();
        var update = news.update();
        var text = texts.of(news.text());
        return new Body(
                label(news),
                mark(incident, update),
                incident.title(),
                lead(incident, update),
                text.text(),
                sections(incident, update, text),
                new Link(phrases.get("mail.incident.open"), links.subject()));
    }

    private String label(OfUpdate news) {
        return switch (news.update().kind()) {
            case INVESTIGATING, IDENTIFIED, MONITORING ->
                phrases.get(
                        news.first() ? "mail.incident.new" : "mail.incident.update",
                        "state",
                        phrases.get("update." + news.update().kind().key()));
            case RESOLVED, REOPENED, FALSE_ALARM, CANCELLED ->
                phrases.get("mail.incident." + news.update().kind().key());
        };
    }

    private static State mark(PublicIncident incident, PublicUpdate update) {
        return switch (update.kind()) {
            case RESOLVED -> State.OPERATIONAL;
            case FALSE_ALARM, CANCELLED -> State.UNKNOWN;
            case INVESTIGATING, IDENTIFIED, MONITORING, REOPENED ->
                State.worst(incident.affected().stream().map(PublicArea::state).toList())
                        .worse(State.DEGRADED_PERFORMANCE);
        };
    }

    private String lead(PublicIncident incident, PublicUpdate update) {
        var key = "mail.incident." + update.kind().key() + ".lead";
        return switch (update.kind()) {
            case INVESTIGATING, IDENTIFIED, MONITORING, REOPENED -> phrases.get(key, "since", since(incident));
            case FALSE_ALARM, CANCELLED -> phrases.get(key);
            case RESOLVED -> {
                var start = incident.startedAt();
                var end = incident.endedAt().orElse(update.at());
                yield phrases.get(
                        key,
                        "length",
                        Times.length(Duration.between(start, end)),
                        "start",
                        reader.spanStart(start, end),
                        "end",
                        reader.when(end));
            }
        };
    }

    private String since(PublicIncident incident) {
        var key = reader.isToday(incident.startedAt()) ? "mail.incident.since.today" : "mail.incident.since.day";
        return phrases.get(key, "time", reader.when(incident.startedAt()));
    }

    private List<Section> sections(PublicIncident incident, PublicUpdate update, Marked text) {
        return switch (update.kind()) {
            case INVESTIGATING, IDENTIFIED, MONITORING, REOPENED -> whileOpen(incident, update, text);
            case RESOLVED -> afterwards(incident, update, text);
            // What was said of effects and parts was not true, or is taken back: it is not said again.
            case FALSE_ALARM, CANCELLED -> List.of(said(update, text));
        };
    }

    private List<Section> whileOpen(PublicIncident incident, PublicUpdate update, Marked text) {
        var sections = new ArrayList<Section>();
        prose("mail.incident.impact", incident.impact(), sections);
        prose("mail.incident.scope", incident.scope(), sections);
        workaround(incident, sections);
        sections.add(said(update, text));
        prose("mail.incident.doing", incident.doing(), sections);
        cause(incident, sections);
        new AffectedParts(phrases).add("mail.incident.affected", incident.affected(), sections);
        update.nextUpdateDue()
                .map(due -> phrases.get("mail.incident.next", "time", reader.when(due)))
                .ifPresent(promise -> sections.add(new Section.Promise(promise)));
        incident.estimate().ifPresent(estimate -> sections.add(estimate(estimate)));
        return sections;
    }

    private List<Section> afterwards(PublicIncident incident, PublicUpdate update, Marked text) {
        var sections = new ArrayList<Section>();
        sections.add(said(update, text));
        cause(incident, sections);
        prose("mail.incident.fix", incident.fix(), sections);
        prose("mail.incident.impact.past", incident.impact(), sections);
        prose("mail.incident.scope.past", incident.scope(), sections);
        new AffectedParts(phrases).add("mail.incident.affected.past", incident.affected(), sections);
        return sections;
    }

    private void prose(String label, String text, List<Section> sections) {
        if (!text.isEmpty()) {
            sections.add(new Section.Prose(phrases.get(label), texts.of(text)));
        }
    }

    private void workaround(PublicIncident incident, List<Section> sections) {
        var label = phrases.get("mail.incident.workaround");
        switch (incident.workaround()) {
            case Workaround.Given(var text) -> sections.add(new Section.Prose(label, texts.of(text)));
            case Workaround.NoneYet _ ->
                sections.add(new Section.Statement(label, phrases.get("mail.incident.workaround.none"), List.of()));
            case Workaround.NotNeeded _ -> {}
        }
    }

    private Section said(PublicUpdate update, Marked text) {
        return new Section.Prose(phrases.get("mail.incident.text", "time", reader.when(update.at())), text);
    }

    private void cause(PublicIncident incident, List<Section> sections) {
        incident.cause()
                .ifPresent(cause -> sections.add(new Section.Prose(
                        phrases.get(cause.certain() ? "mail.incident.cause" : "mail.incident.cause.suspected"),
                        texts.of(cause.text()))));
    }

    private Section estimate(PublicIncident.Restoration estimate) {
        var changes = estimate.former().stream()
                .map(former -> phrases.get(
                        "mail.incident.estimate.changed",
                        "changed",
                        reader.when(former.changedAt()),
                        "former",
                        reader.when(former.restoredBy()),
                        "why",
                        former.why()))
                .toList()
                .reversed();
        return new Section.Statement(
                phrases.get("mail.incident.estimate"),
                phrases.get("mail.incident.estimate.by", "time", reader.when(estimate.restoredBy())),
                changes);
    }
}
