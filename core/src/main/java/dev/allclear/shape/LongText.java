package dev.allclear.shape;

import dev.allclear.status.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text with room for everything: what is wrong, whom it meets, what helps, what we do, when we speak again.
final class LongText {

    private final Said said;
    private final Message message;
    private final Words words;
    private final Prose prose;
    private final Telling times;

    LongText(Said said) {
        this.said = said;
        this.message = said.message;
        this.words = message.words();
        this.prose = said.prose;
        this.times = said.times;
    }

    /// Paragraphs in the order of reading, none empty.
    List<String> paragraphs() {
        var paragraphs = switch (message.occasion()) {
            case INVESTIGATING, IDENTIFIED, MONITORING -> open();
            case RESOLVED, MAINTENANCE_DONE -> over();
            case REPORT -> report();
            case MAINTENANCE_SCHEDULED, MAINTENANCE_PROGRESS -> planned();
        };
        return paragraphs.filter(paragraph -> !paragraph.isEmpty()).toList();
    }

    private Stream<String> open() {
        return Stream.of(
                lead(words.impact()),
                prose.paragraph(affected(), scopeUnknown()),
                places(),
                prose.paragraph(said.late(true)),
                message.occasion() == Occasion.MONITORING ? doing() : helps(),
                message.occasion() == Occasion.MONITORING ? helps() : doing(),
                prose.paragraph(plain(words.residual()), plain(words.compensation()), plain(words.next())),
                prose.paragraph(contact()),
                next());
    }

    private String doing() {
        return prose.paragraph(own(words.doing()), own(said.cause()), estimate());
    }

    private Stream<String> over() {
        var own = words.text();
        if (own != null && tellsTheEnd(own)) {
            return Stream.of(
                    own,
                    said.parts().isEmpty() ? "" : prose.sentence(affected()),
                    prose.paragraph(plain(words.compensation())),
                    prevention(),
                    prose.paragraph(contact()));
        }
        var isTask = said.task().isPresent();
        var restored = said.restored().getFirst();
        var done = message.occasion() == Occasion.MAINTENANCE_DONE
                ? times.phrase("planned.done", "text", restored)
                : restored;
        return Stream.of(
                prose.paragraph(prose.named(said.name(), done)),
                lead(words.impact()) + gap(affected()),
                prose.paragraph(
                        plain(words.residual()), isTask ? fullest(said.actions()) : "", fullest(said.workarounds())),
                prose.paragraph(plain(words.compensation()), isTask ? "" : fullest(said.actions())),
                prose.paragraph(own(said.cause())),
                prevention(),
                prose.paragraph(said.vocabulary.get(message.grave() ? "sorry.full" : "thanks"), plain(words.next())),
                prose.paragraph(contact()));
    }

    /// Whether the author's own text says since when it works again, so that nobody has to say it before.
    private boolean tellsTheEnd(String text) {
        var ended = message.timing().ended();
        return ended != null && text.contains(times.bare(ended));
    }

    private Stream<String> report() {
        return Stream.of(
                lead(words.impact())
                        + gap(affected())
                        + gap(said.length()
                                .map(length -> times.phrase("report.length", "length", length))
                                .orElse("")),
                prose.paragraph(own(said.cause())),
                prevention(),
                prose.paragraph(plain(words.residual()), fullest(said.actions()), plain(words.compensation())),
                prose.paragraph(said.vocabulary.get("sorry.full"), plain(words.next())),
                prose.paragraph(contact()));
    }

    private Stream<String> planned() {
        var planned = new Planned(said);
        var window = planned.forms().getFirst();
        var withLength = message.occasion() == Occasion.MAINTENANCE_SCHEDULED
                        && message.window() != null
                        && message.window().fate() == Window.Fate.STANDS
                        && !message.window().moved()
                ? prose.bracketed(window, planned.length())
                : window;
        return Stream.of(
                prose.paragraph(prose.named(said.name(), withLength), planned.clocksChange()),
                lead(words.impact()) + gap(affected()),
                prose.paragraph(said.late(true)),
                helps(),
                prose.paragraph(own(words.doing()), own(said.labelled("why", words.why())), plain(words.next())),
                prose.paragraph(contact()),
                next());
    }

    /// The author's own text has the first word; else the impact.
    private String lead(@Nullable String impact) {
        if (words.text() != null) {
            return words.text();
        }
        if (impact != null) {
            return prose.sentence(impact);
        }
        return prose.sentence(said.states().isEmpty() ? plain(words.title()) : said.states());
    }

    private String affected() {
        if (said.calledOff()) {
            return "";
        }
        var what = new ArrayList<String>();
        var parts = said.parts();
        var name = said.name();
        what.add(parts.isEmpty() ? name : prose.bracketed(name, prose.list(parts)));
        if (Clauses.overlap(said.scope(), String.join(" ", parts)) < 0.99) {
            what.add(said.scope());
        }
        var listed = prose.list(what);
        var timing = message.timing();
        if (!said.lasted().isEmpty()) {
            return times.phrase("affected.span", "span", said.lasted(), "what", listed);
        }
        if (timing.since() != null) {
            return times.phrase("affected.since", "time", times.brief(timing.since()), "what", listed);
        }
        return timing.noticed() == null
                ? times.phrase("affected", "what", listed)
                : times.phrase("affected.noticed", "time", times.brief(timing.noticed()), "what", listed);
    }

    private String scopeUnknown() {
        return message.about().scope() == null
                        && message.occasion() == Occasion.INVESTIGATING
                        && !said.vocabulary.speaksOf("scope.word", words.doing())
                ? said.vocabulary.get("scope.unknown")
                : "";
    }

    private String places() {
        return message.about().places().stream()
                .map(place -> "- " + prose.sentence(prose.named(place.name(), place.impact())))
                .collect(Collectors.joining("\n"));
    }

    private String helps() {
        return prose.paragraph(fullest(said.actions()), fullest(said.workarounds()));
    }

    /// A time only if it is confirmed; that we have none yet is news too while much is broken.
    private String estimate() {
        if (message.timing().restoredBy() != null) {
            return said.restoredBy("restored_by.full");
        }
        var down = message.about().components().stream().anyMatch(component -> component.state() == State.MAJOR_OUTAGE);
        return message.grave() && down && message.occasion() != Occasion.MONITORING
                ? said.vocabulary.get("restored_by.unknown")
                : "";
    }

    private String prevention() {
        if (words.prevention().isEmpty()) {
            return "";
        }
        var lines = words.prevention().stream().map(measure -> "- " + prose.capital(prevention(measure)));
        return Stream.concat(Stream.of(said.vocabulary.get("prevention")), lines)
                .collect(Collectors.joining("\n"));
    }

    private String prevention(Words.Prevention measure) {
        if (measure.done()) {
            return times.phrase("prevention.done", "text", measure.text());
        }
        return measure.due() == null
                ? measure.text()
                : times.phrase("prevention.due", "text", measure.text(), "day", times.day(measure.due(), false));
    }

    private String contact() {
        return said.labelled("contact", words.contact());
    }

    private String next() {
        if (!said.promises()) {
            return "";
        }
        var at = times.nextUpdate();
        var offset = times instanceof WrittenTimes written
                ? written.offset(at.atZone(message.reader().zone()))
                : "";
        return prose.paragraph(times.phrase("next.full", "time", times.at(at) + offset));
    }

    /// Where the author wrote the text, it tells this itself.
    private String own(@Nullable String text) {
        return words.text() == null ? plain(text) : "";
    }

    private String gap(String text) {
        return text.isEmpty() ? "" : said.vocabulary.get("sentence.gap").replace("_", " ") + prose.sentence(text);
    }

    private static String fullest(List<String> forms) {
        return forms.isEmpty() ? "" : forms.getFirst();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }
}
