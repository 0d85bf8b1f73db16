package dev.allclear.edge.feeds;

import dev.allclear.edge.Remembered;
import dev.allclear.incident.Phase;
import dev.allclear.language.Languages;
import dev.allclear.language.Phrases;
import dev.allclear.maintenance.Notice;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicPage;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.Times;
import java.net.URI;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Turns incidents and planned work into entries, in the words and the zone of the page: a feed has one language.
final class Entries {

    /// As many as feed readers are used to.
    private static final int MOST = 50;

    private record Said(String label, String markdown, Instant at) {}

    private final PublicPage page;
    private final URI base;
    private final Markdown markdown;
    private final Phrases phrases;
    private final Times times;
    private final Remembered<Entry> remembered;

    Entries(PublicPage page, URI base, Markdown markdown, Remembered<Entry> remembered) {
        this.page = page;
        this.base = base;
        this.markdown = markdown;
        this.remembered = remembered;
        this.phrases = Languages.phrases(page.page().language());
        this.times = new Times(page.page().language(), page.page().zone());
    }

    /// Newest first.
    List<Entry> all() {
        return Stream.concat(
                        page.incidents().stream()
                                .sorted(Comparator.comparing((PublicIncident one) ->
                                                one.updates().getLast().at())
                                        .reversed())
                                .limit(MOST)
                                .map(one -> remembered(one.id().value(), one, () -> entry(one))),
                        page.maintenances().stream()
                                .sorted(Comparator.comparing((PublicMaintenance one) ->
                                                one.notices().getLast().at())
                                        .reversed())
                                .limit(MOST)
                                .map(one -> remembered(one.id().value(), one, () -> entry(one))))
                .sorted(Comparator.comparing(Entry::published).reversed())
                .limit(MOST)
                .toList();
    }

    private Entry remembered(String id, Object from, Supplier<Entry> entry) {
        var own = page.page();
        return remembered.of(own.id().value() + "/" + id, List.of(from, base, own.language(), own.zone()), entry);
    }

    private Entry entry(PublicIncident incident) {
        var said = new ArrayList<Said>();
        if (incident.phase() instanceof Phase.PostIncident(var _, var report)) {
            var text = String.join("\n\n", report.wentWrong(), report.fixed(), report.prevented());
            said.add(new Said(phrases.get("feed.report"), text, report.publishedAt()));
        }
        incident.updates()
                .forEach(update ->
                        said.add(new Said(phrases.get("update." + update.kind().key()), update.text(), update.at())));
        return new Entry(
                "Incident",
                incident.id().value(),
                incident.title(),
                base + "/incidents/" + incident.id().value(),
                html(said),
                text(said),
                incident.updates().getLast().at(),
                incident.changedAt(),
                incident.changedAt(),
                Optional.empty());
    }

    private Entry entry(PublicMaintenance work) {
        var said = work.notices().stream()
                .map(notice ->
                        new Said(phrases.get("notice." + notice.kind().key()), notice.words(phrases), notice.at()))
                .toList();
        var began = work.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.STARTED);
        return new Entry(
                "Maintenance",
                work.id().value(),
                work.title(),
                base + "/maintenance/" + work.id().value(),
                html(said),
                text(said),
                work.notices().getLast().at(),
                work.changedAt(),
                began ? work.latest().at() : work.window().start(),
                Optional.of(work.window().end()));
    }

    /// Bots take the label from between the strong tags and the text from behind the dash.
    private String html(List<Said> said) {
        var html = new StringBuilder();
        for (var i = 0; i < said.size(); i++) {
            var one = said.get(i);
            var text = markdown.html(one.markdown()).strip();
            html.append("<p><small>").append(moment(one.at())).append("</small><br><strong>");
            html.append(label(said, i)).append("</strong> - ");
            html.append(text.startsWith("<p>") ? text.substring("<p>".length()) : "</p>" + text);
        }
        return html.toString();
    }

    /// Said again in the same phase, it is simply an update.
    private String label(List<Said> said, int i) {
        var again = i + 1 < said.size()
                && said.get(i + 1).label().equals(said.get(i).label());
        return again ? phrases.get("feed.update") : said.get(i).label();
    }

    private String moment(Instant at) {
        var day = at.atZone(times.zone());
        var month = day.getMonth()
                .getDisplayName(TextStyle.SHORT, page.page().language().locale());
        var date = phrases.get(
                "feed.day", "month", month, "day", "<var data-var='date'>" + day.getDayOfMonth() + "</var>");
        return date + ", <var data-var='time'>" + times.time(at) + "</var> " + times.zoneName(at);
    }

    private String text(List<Said> said) {
        var text = new StringBuilder();
        for (var i = 0; i < said.size(); i++) {
            var one = said.get(i);
            text.append(i == 0 ? "" : "\n\n").append(times.full(one.at())).append('\n');
            text.append(label(said, i)).append(" - ").append(markdown.text(one.markdown()));
        }
        return text.toString();
    }
}
