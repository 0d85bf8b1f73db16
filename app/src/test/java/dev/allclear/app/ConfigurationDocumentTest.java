package dev.allclear.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.app.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/configuration.md` says what `Setting` says. `-Dgolden.write=true` writes it anew.
class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");

    private static final String INTRODUCTION = """
            # Configuration

            Each setting may stand in three places. A flag wins over an environment variable, and that over a line in
            `allclear.yaml` in the folder in which Allclear is started:

            ```
            ./allclear serve --port 8080
            ALLCLEAR_PORT=8080 ./allclear serve
            port: 8080
            ```

            Nothing has to be set. A value that makes no sense stops the start with one sentence that names the place and what
            would be right. Keep secrets in the environment or the file: flags are seen by everybody on the machine.

            """;

    @Test
    void the_document_says_what_can_be_set() throws IOException {
        var expected = INTRODUCTION
                + Arrays.stream(Setting.values())
                        .map(ConfigurationDocumentTest::section)
                        .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/configuration.md; write it anew with -Dgolden.write=true")
                .isEqualTo(expected);
    }

    private static String section(Setting setting) {
        return """
                ## %s

                %s

                | flag | variable | in `allclear.yaml` | default | example |
                | --- | --- | --- | --- | --- |
                | `%s` | `%s` | `%s` | %s | `%s` |
                """.formatted(
                        setting.key(),
                        setting.meaning(),
                        setting.flag(),
                        setting.environment(),
                        setting.key(),
                        setting.standard().isEmpty() ? "empty" : "`" + setting.standard() + "`",
                        setting.example().replace("|", "\\|"));
    }
}
