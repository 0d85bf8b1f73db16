package dev.allclear.desk.console.print;

import dev.allclear.desk.console.SafeHtml;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Report;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.page.Page;
import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicUpdate;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// A post-incident report with the incident that it is about, in the language and the zone of the page.
///
/// @param link where the incident stands on the public page
public record ReportDocument(Page page, PublicIncident incident, Report report, URI link, Markdown markdown) {

    public String say(String key) {
        return phrases().get(key);
    }

    public String severity() {
        return say("severity." + incident.severity().key());
    }

    public String time(Instant at) {
        return times().full(at);
    }

    public String lasted() {
        return incident.lasted()
                .map(length -> phrases().get("page.after", "length", Times.length(length)))
                .orElse("");
    }

    /// Everything that it touched, by name.
    public String affected() {
        return incident.affected().stream()
                .map(ReportDocument::named)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String named(PublicArea area) {
        return area.region().map(region -> area.name() + " (" + region + ")").orElse(area.name());
    }

    public SafeHtml html(String text) {
        return SafeHtml.of(markdown, text);
    }

    /// Oldest first, as one reads a story.
    public List<PublicUpdate> updates() {
        return incident.updates().reversed();
    }

    public String kind(PublicUpdate update) {
        return say("update." + update.kind().key());
    }

    public String when(FollowUp one) {
        return one.done()
                .map(day -> phrases().get("mail.report.done", "date", times().date(day)))
                .or(() -> one.by().map(day -> phrases().get("mail.report.by", "date", times().date(day))))
                .orElse("");
    }

    private Phrases phrases() {
        return Languages.phrases(page.language());
    }

    private Times times() {
        return new Times(page.language(), page.zone());
    }
}
