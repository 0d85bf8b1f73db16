package dev.allclear.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.language.Language;
import dev.allclear.playbook.Rendering.Filled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Filled playbooks for a person to read. `-Dgolden=write` writes them anew, to be read again.
final class GoldenPlaybooksTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/allclear/playbook");

    @ParameterizedTest
    @CsvSource({"payments, en", "payments, de", "security, en", "data-loss, de", "planned-maintenance, en"})
    void reads_as_it_was_read_and_approved(String slug, String language) throws IOException {
        var playbook =
                Library.shipped().find(new Slug(slug), new Language(language)).orElseThrow();
        var text = new StringBuilder();
        for (var story : new Stories[] {Stories.FULL, Stories.MINIMAL}) {
            text.append("==== ").append(story).append('\n');
            append(text, playbook, story.of(playbook));
        }

        compare(slug + "." + language + ".txt", text.toString());
    }

    private static void append(StringBuilder text, Playbook playbook, Values values) {
        for (var occasion : Occasion.of(playbook.kind())) {
            if (playbook.fill(occasion, values) instanceof Filled<Message>(Message(var title, var body))) {
                text.append("\n-- ")
                        .append(occasion.heading())
                        .append(": ")
                        .append(title)
                        .append("\n\n")
                        .append(body)
                        .append('\n');
            }
        }
        playbook.report().map(report -> report.fill(values)).ifPresent(rendering -> {
            if (rendering instanceof Filled<ReportSkeleton.Answers>(var answers)) {
                text.append("\n-- Report: ").append(answers.title());
                text.append("\n\n").append(answers.wentWrong());
                text.append("\n\n").append(answers.fixed());
                text.append("\n\n").append(answers.prevented()).append('\n');
            }
        });
        text.append('\n');
    }

    private static void compare(String name, String actual) throws IOException {
        var file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
