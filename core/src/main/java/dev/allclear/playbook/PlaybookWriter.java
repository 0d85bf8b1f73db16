package dev.allclear.playbook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a playbook as the text in which it is kept: what [PlaybookReader] reads.
public final class PlaybookWriter {

    private PlaybookWriter() {}

    public static String write(Playbook playbook) {
        var parts = Stream.of(
                        Stream.of(
                                opening(playbook),
                                section("When to use", playbook.whenToUse()),
                                ask(playbook.questions())),
                        Occasion.of(playbook.kind()).stream()
                                .map(occasion -> section(occasion.heading(), script(playbook.script(occasion)))),
                        playbook.report().stream().map(report -> section("Report", report(report))))
                .flatMap(part -> part);
        return parts.collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String opening(Playbook playbook) {
        return "# " + playbook.name()
                + "\n\nKind: " + playbook.kind().word()
                + "\nSeverity: " + playbook.severity().key()
                + "\nState: " + Head.word(playbook.state())
                + "\nWords: " + String.join(", ", playbook.words());
    }

    private static String section(String heading, String text) {
        return "## " + heading + "\n\n" + text;
    }

    private static String ask(List<Question> questions) {
        return section("Ask", questions.stream().map(PlaybookWriter::question).collect(Collectors.joining("\n")));
    }

    private static String question(Question question) {
        var asked = "- {" + question.variable().key() + "} " + question.prompt();
        return Stream.concat(Stream.of(asked), question.choices().stream().map(PlaybookWriter::choice))
                .collect(Collectors.joining("\n"));
    }

    private static String choice(Question.Choice choice) {
        return "  - " + choice.text()
                + choice.worksAgain().map(again -> " -> " + again).orElse("");
    }

    private static String script(Script script) {
        return titles(script.titles()) + "\n\n" + script.body().source();
    }

    private static String titles(Titles titles) {
        return titles.choices().stream()
                .map(title -> "Title: " + title.source())
                .collect(Collectors.joining("\n"));
    }

    private static String report(ReportSkeleton report) {
        var text = new StringBuilder(titles(report.titles()));
        for (var i = 0; i < ReportSkeleton.HEADINGS.size(); i++) {
            text.append("\n\n### ")
                    .append(ReportSkeleton.HEADINGS.get(i))
                    .append("\n\n")
                    .append(report.answers().get(i).source());
        }
        return text.toString();
    }
}
