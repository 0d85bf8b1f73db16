package dev.allclear.playbook;

import dev.allclear.playbook.Variable.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what is said on one occasion: lines that begin with `Title:`, and below them the text.
final class ScriptReader {

    private static final String TITLE = "Title: ";

    private final List<Mistake> mistakes;

    ScriptReader(List<Mistake> mistakes) {
        this.mistakes = mistakes;
    }

    Optional<Script> script(Occasion occasion, Section section) {
        var script = titles(section)
                .map(titles -> new Script(
                        titles, template(section.after(titles.choices().size()))));
        script.ifPresent(found -> mistakes.addAll(Completeness.faults(occasion, found, section.line())));
        return script;
    }

    Optional<ReportSkeleton> report(Section section) {
        var parts = Section.cut(section.lines(), "### ", section.firstLine());
        var answers = parts.subList(1, parts.size());
        if (!answers.stream().map(Section::heading).toList().equals(ReportSkeleton.HEADINGS)) {
            var headings = String.join(", ### ", ReportSkeleton.HEADINGS);
            var what = "A report has these parts, in this order: ### " + headings;
            mistakes.add(new Mistake(section.line(), 1, what));
            return Optional.empty();
        }
        return titles(parts.getFirst())
                .map(titles -> new ReportSkeleton(
                        titles, template(answers.get(0)), template(answers.get(1)), template(answers.get(2))));
    }

    private Optional<Titles> titles(Section section) {
        var choices = new ArrayList<Template>();
        for (var line : section.lines()) {
            if (!line.text().startsWith(TITLE)) {
                break;
            }
            var source = line.text().substring(TITLE.length());
            choices.add(TemplateReader.read(source, line.number(), TITLE.length() + 1, mistakes));
        }
        if (choices.isEmpty()) {
            var what = "Under \"## " + section.heading() + "\" comes first: Title: ...";
            mistakes.add(new Mistake(section.firstLine(), 1, what));
            return Optional.empty();
        }
        if (choices.getLast().needs().stream().anyMatch(variable -> variable.shape() != Shape.NAME)) {
            var what = "The last title is for the case that no other fits, so it can't need longer fields.";
            mistakes.add(new Mistake(section.firstLine() + choices.size() - 1, 1, what));
        }
        return Optional.of(new Titles(choices));
    }

    private Template template(Section section) {
        return TemplateReader.read(section.text(), section.firstLine(), 1, mistakes);
    }
}
