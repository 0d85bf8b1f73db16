package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.NamedArea;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.language.Languages;
import dev.allclear.maintenance.Details;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.wording.Markdown;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What customers will read, from a form in any state of completion, with what the coach says of it and what lies
/// ahead.
///
/// @param heading above the words, such as `Planned`
/// @param areas with how each will be meanwhile
/// @param publish the words of the button
/// @param dates all of them where there are several
/// @param rhythms how new work may repeat, in words of its day
public record Preview(
        Frame frame,
        String title,
        String heading,
        Optional<Instant> start,
        Optional<Instant> end,
        List<NamedArea> areas,
        SafeHtml words,
        List<Fact> facts,
        List<URI> links,
        String linksLabel,
        boolean emergency,
        String publish,
        Coaching coaching,
        Foresight foresight,
        Dates dates,
        List<Option> rhythms) {

    /// What customers need to know, with its label in the page's language.
    public record Fact(String label, SafeHtml text) {}

    Preview listing(Dates several) {
        return new Preview(
                frame,
                title,
                heading,
                start,
                end,
                areas,
                words,
                facts,
                links,
                linksLabel,
                emergency,
                publish,
                coaching,
                foresight,
                several,
                rhythms);
    }

    static List<Fact> facts(Frame frame, Details details, Markdown markdown) {
        return PublicMaintenance.facts(details, Languages.phrases(frame.page().language())).stream()
                .map(fact -> new Fact(fact.label(), SafeHtml.of(markdown, fact.text())))
                .toList();
    }

    static String linksLabel(Frame frame) {
        return Languages.phrases(frame.page().language()).get("work.links");
    }
}
