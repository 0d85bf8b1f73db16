package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Link;
import dev.allclear.channels.email.Composition.Section;
import dev.allclear.delivery.Letter;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Report;
import dev.allclear.language.Phrases;
import dev.allclear.page.PublicIncident;
import dev.allclear.status.State;
import dev.allclear.wording.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What we say when the post-incident report is published: the three answers themselves, not a link to them.
final class ReportNews {

    private final Reader reader;
    private final Phrases phrases;
    private final MarkedTexts texts;
    private final Letter.Links links;

    ReportNews(Reader reader, MarkedTexts texts, Letter.Links links) {
        this.reader = reader;
        this.phrases = reader.phrases();
        this.texts = texts;
        this.links = links;
    }

    Body body(PublicIncident incident) {
        var report = report(incident);
        return new Body(
                phrases.get("mail.report.label"),
                State.UNKNOWN,
                incident.title(),
                phrases.get(
                        "mail.report.lead",
                        "date",
                        reader.day(incident.startedAt()),
                        "length",
                        Times.length(incident.lasted().orElseThrow())),
                texts.of(report.wentWrong()).text(),
                sections(report),
                new Link(phrases.get("mail.report.open"), links.subject()));
    }

    private static Report report(PublicIncident incident) {
        if (incident.phase() instanceof Phase.PostIncident(var _, var report)) {
            return report;
        }
        throw new IllegalArgumentException("incident " + incident.id().value() + " has no report to send");
    }

    private List<Section> sections(Report report) {
        var sections = new ArrayList<>(List.of(
                answer("mail.report.wrong", report.wentWrong()),
                answer("mail.report.fixed", report.fixed()),
                answer("mail.report.prevented", report.prevented())));
        if (!report.followUps().isEmpty()) {
            var list = report.followUps().stream().map(this::line).collect(Collectors.joining("\n"));
            sections.add(answer("mail.report.follow-ups", list));
        }
        return sections;
    }

    private String line(FollowUp one) {
        var when = one.done()
                .map(day -> phrases.get("mail.report.done", "date", reader.date(day)))
                .or(() -> one.by().map(day -> phrases.get("mail.report.by", "date", reader.date(day))));
        return "- " + one.what() + when.map(words -> " (" + words + ")").orElse("");
    }

    private Section answer(String label, String text) {
        return new Section.Prose(phrases.get(label), texts.of(text));
    }
}
