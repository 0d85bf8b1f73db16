package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotedPrintableTest {

    static List<String> texts() {
        return List.of(
                "",
                "one line\n",
                "a\n.\nb\n",
                ".\n",
                "..leading dots\n",
                "From me to you\nFromage\n",
                "trailing blanks  \nand tab\t\n",
                "=3D and =\n",
                "x".repeat(5_000) + "\n",
                (".".repeat(200) + "\n").repeat(3),
                ("From".repeat(100) + "\n").repeat(3),
                "ü€🚨".repeat(300) + "\n",
                "\n\n\nempty lines\n\n",
                "a\u0000b\u2028c\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_text_is_read_back_as_it_was(String text) throws MessagingException, IOException {
        var written = write(text);

        assertThat(read(written)).isEqualTo(text.replace("\n", "\r\n"));
        assertThatNoServerTripsOver(written);
    }

    @ParameterizedTest
    @CsvSource({
        "'before ', ' behind\n'",
        "'before ', '\n'",
        "'', ''",
        "'\n', '\n'",
        "'a\n', '.'",
        "'x', 'From me\n'",
        "'href=\"', '\">it</a>\n'",
    })
    void whatever_stands_in_a_gap_moves_nothing_beside_it(String before, String behind)
            throws MessagingException, IOException {
        for (var value : List.of("", ".", "From", "https://example.com/?a=b&c=ü", "x".repeat(1_000), "=".repeat(100))) {
            var draft = new Draft();
            QuotedPrintable.writeBeforeGap(before.getBytes(StandardCharsets.UTF_8), false, draft);
            QuotedPrintable.writeRest(behind.getBytes(StandardCharsets.UTF_8), true, draft.gap(Gap.TEXT_MANAGE));

            var mail = draft.end().filled(_ -> QuotedPrintable.inGap(value));

            var written = new String(mail, StandardCharsets.ISO_8859_1);
            var whole = (before + value + behind).replace("\n", "\r\n");
            assertThat(read(written)).isEqualTo(whole.endsWith("\n") ? whole : whole + "\r\n");
            assertThatNoServerTripsOver(written);
        }
    }

    @Test
    void chance_finds_no_exception() throws MessagingException, IOException {
        var random = new Random(20_261_122);
        for (var round = 0; round < 500; round++) {
            var points = random.ints(random.nextInt(400), 0, 0x600)
                    .map(point -> point % 7 == 0
                            ? '\n'
                            : point % 11 == 0 ? '.' : point % 13 == 0 ? ' ' : point == '\r' ? 'F' : point)
                    .toArray();
            var text = new String(points, 0, points.length) + "\n";

            var written = write(text);

            assertThat(read(written)).isEqualTo(text.replace("\n", "\r\n"));
            assertThatNoServerTripsOver(written);
        }
    }

    @Test
    void every_kind_of_line_end_becomes_crlf() {
        assertThat(write("a\rb\nc\r\nd")).isEqualTo("a\r\nb\r\nc\r\nd\r\n");
    }

    private static void assertThatNoServerTripsOver(String written) {
        assertThat(written.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(written.split("\r\n", -1))
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(76)
                        .doesNotStartWith(".")
                        .doesNotStartWith("From")
                        .matches("[ -~\t]*"));
    }

    private static String write(String text) {
        var draft = new Draft();
        QuotedPrintable.writeRest(text.getBytes(StandardCharsets.UTF_8), false, draft);
        return new String(draft.end().filled(_ -> new byte[0]), StandardCharsets.ISO_8859_1);
    }

    private static String read(String written) throws MessagingException, IOException {
        try (var in = MimeUtility.decode(
                new ByteArrayInputStream(written.getBytes(StandardCharsets.US_ASCII)), "quoted-printable")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
