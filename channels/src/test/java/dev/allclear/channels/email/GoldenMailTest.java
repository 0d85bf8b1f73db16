package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Letter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each kind of mail in each language, byte for byte. To accept a change, run with `-Dgolden.write=true` and read the
/// diff.
class GoldenMailTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/mail");

    static Stream<Arguments> mails() {
        return Map.of("en", Letters.english(), "de", Letters.german()).entrySet().stream()
                .flatMap(language -> new Stories(language.getValue())
                        .all().entrySet().stream()
                                .map(story ->
                                        Arguments.of(language.getKey() + "/" + story.getKey(), story.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void every_kind_of_mail_reads_as_agreed(String name, Letter letter) throws IOException {
        var file = GOLDEN.resolve(name + ".eml");

        var written = Letters.WRITER.write(letter).message();

        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, written, StandardCharsets.US_ASCII);
        }
        assertThat(written).isEqualTo(Files.readString(file, StandardCharsets.US_ASCII));
    }
}
