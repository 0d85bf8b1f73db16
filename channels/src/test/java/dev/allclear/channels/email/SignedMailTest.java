package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.allclear.channels.dkim.Crypto;
import dev.allclear.channels.dkim.TestKey;
import dev.allclear.delivery.Letter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our signatures in the eyes of others.
class SignedMailTest {

    private static final Path OPENDKIM = Path.of("/usr/sbin/opendkim");
    private static final TestKey KEY = TestKey.make();

    @TempDir
    Path folder;

    static Stream<String> everyMail() {
        return Stream.of(Letters.english(), Letters.german())
                .flatMap(letters -> new Stories(letters).all().values().stream())
                .map(SignedMailTest::past)
                .map(letter -> signing(Crypto.ofJdk()).write(letter).message());
    }

    /// A signature from the future is none, and the stories go on after today.
    private static Letter past(Letter letter) {
        return new Letter(
                letter.id(),
                letter.thread(),
                letter.to(),
                letter.page(),
                letter.language(),
                letter.zone(),
                Instant.parse("2025-11-23T12:00:00Z"),
                letter.content(),
                letter.links());
    }

    @ParameterizedTest
    @MethodSource("everyMail")
    void every_mail_is_signed_in_short_lines(String mail) throws Exception {
        assertThat(verifies(mail)).isTrue();

        var field = mail.substring(0, mail.indexOf("\r\nDate:"));
        assertThat(field).startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n\td=example.com;");
        assertThat(field.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    @Test
    void the_list_names_what_receivers_of_bulk_mail_want_covered() {
        var fields = news().replaceAll("(?s).*\\sh=(.*?);.*", "$1").replaceAll("\\s", "");

        assertThat(fields)
                .isEqualTo("From:From:To:To:Subject:Subject:Date:Message-ID:References:In-Reply-To:MIME-Version:"
                        + "Content-Type:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post");
    }

    @Test
    void the_same_letter_gives_the_same_bytes_whoever_computes() {
        assertThat(news()).isEqualTo(news());
        var letter = new Stories(Letters.english()).all().values().iterator().next();
        assertThat(signing(Crypto.fastest()).write(past(letter)).message()).isEqualTo(news());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "References",
                "In-Reply-To",
                "MIME-Version",
                "Content-Type",
                "Auto-Submitted",
                "List-Id",
                "List-Unsubscribe",
                "List-Unsubscribe-Post"
            })
    void a_changed_or_missing_field_is_caught(String name) throws Exception {
        var mail = news();

        assertThat(mail).contains("\r\n" + name + ": ");
        assertThat(verifies(mail.replaceFirst("\r\n" + name + ": ", "\r\n" + name + ": x")))
                .isFalse();
        assertThat(verifies(mail.replaceFirst("\r\n" + name + ": ", "\r\nX-" + name + ": ")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: <boss@example.com>", "To: <all@example.com>", "Subject: Send money"})
    void a_second_field_of_that_name_is_caught(String field) throws Exception {
        var mail = news();

        assertThat(verifies(field + "\r\n" + mail)).isFalse();
        assertThat(verifies(mail.replaceFirst("\r\n\r\n", "\r\n" + field + "\r\n\r\n")))
                .isFalse();
    }

    @Test
    void a_changed_body_is_caught_and_trimmed_blanks_are_not() throws Exception {
        var mail = news();

        assertThat(verifies(mail.replaceFirst("Harbour Pay", "Harbour  Pay"))).isTrue();
        assertThat(verifies(mail.substring(0, mail.length() - 2) + "x\r\n")).isFalse();
        assertThat(verifies(mail + "\r\n\r\n")).isTrue();
        assertThat(verifies(mail.replaceFirst("\r\nSubject: ", "\r\nSUBJECT:   ")))
                .isTrue();
    }

    @Test
    void opendkim_agrees() throws Exception {
        assumeTrue(Files.isExecutable(OPENDKIM), "opendkim is not installed");
        for (var mail : everyMail().toList()) {
            assertThat(opendkim(mail)).contains("verification (s=ac2026a, d=example.com, 2048-bit key) succeeded");
        }
        var mail = news();
        assertThat(opendkim(mail.substring(0, mail.length() - 2) + "x\r\n")).doesNotContain("succeeded");
        assertThat(opendkim(mail.replaceFirst("\r\nSubject: ", "\r\nSubject: x")))
                .doesNotContain("succeeded");
    }

    private String opendkim(String mail) throws IOException, InterruptedException {
        var message = Files.writeString(folder.resolve("mail"), mail, StandardCharsets.ISO_8859_1);
        var data = Files.writeString(folder.resolve("dns"), "ac2026a._domainkey.example.com " + KEY.record() + "\n");
        var settings = Files.writeString(folder.resolve("conf"), "Mode v\nTestDNSData file:" + data + "\n");
        var program = new ProcessBuilder(OPENDKIM.toString(), "-x", settings.toString(), "-t", message.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        var _ = program.waitFor();
        return Files.readString(folder.resolve("out"));
    }

    private static String news() {
        return everyMail().findFirst().orElseThrow();
    }

    private static MailWriter signing(Crypto crypto) {
        return Letters.WRITER.signedBy(KEY.signer(crypto));
    }

    private static boolean verifies(String mail) throws IOException {
        var verifier = new DKIMVerifier((_, _, _) -> List.of(KEY.record()));
        try {
            var bytes = mail.getBytes(StandardCharsets.ISO_8859_1);
            return verifier.verify(new ByteArrayInputStream(bytes)).size() == 1;
        } catch (FailException refused) {
            return false;
        }
    }
}
