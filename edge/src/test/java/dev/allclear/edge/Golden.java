package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Compares text with a file that a person has looked at. `-Dgolden=write` writes the files anew, to be looked at
/// again.
public final class Golden {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Golden() {}

    /// Indented first, so that a difference is a line and not the whole document.
    public static void json(Object test, String name, String actual) throws IOException {
        text(test, name, PRETTY.writeValueAsString(PRETTY.readTree(actual)) + "\n");
    }

    public static void text(Object test, String name, String actual) throws IOException {
        var file =
                Path.of("src/test/resources", test.getClass().getPackageName().replace('.', '/'), name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
