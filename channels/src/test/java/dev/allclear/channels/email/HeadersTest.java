package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.audience.EmailAddress;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What we write is read back by Angus Mail, whose decoder we didn't write.
class HeadersTest {

    private static final EmailAddress ADDRESS = new EmailAddress("status@example.com");

    static List<String> texts() {
        return List.of(
                "Card payments fail",
                "Zahlungen schlagen fehl: Übersicht für München",
                "支払いができません。現在調査中です。次の更新は午後三時までに行います。",
                "الدفع بالبطاقة لا يعمل",
                "🚨".repeat(100),
                "é".repeat(400),
                "A".repeat(5_000),
                "two  blanks and \"quotes\" and \\ and <angle> & (round), semi; colon:",
                " blanks around ",
                "=?utf-8?q?=0d=0a?=Bcc: victim@example.org",
                "Outage%0d%0aBcc: victim@example.org",
                "Outage&#13;&#10;Bcc: victim@example.org",
                "Outage\\r\\nBcc: victim@example.org",
                "Outage\u560a\u560dBcc: victim@example.org",
                "Bank, Inc. <evil@example.org>",
                "\"x\" <evil@example.org>,",
                "x\" <y@z>",
                "word ".repeat(40).strip(),
                "👩‍👩‍👧‍👦 e\u0301 family");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_subject_in_any_script_is_read_back_as_it_was(String text) throws MessagingException {
        var headers = new Headers().text("Subject", text).bytes();

        assertThat(parsed(headers).getSubject()).isEqualTo(text);
        assertThatLinesAreShort(headers);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_display_name_in_any_script_stays_a_name(String text) throws MessagingException {
        var headers = new Headers().mailbox("From", text, ADDRESS).bytes();

        var from = (InternetAddress[]) parsed(headers).getFrom();
        assertThat(from).hasSize(1);
        assertThat(from[0].getAddress()).isEqualTo("status@example.com");
        assertThat(from[0].getPersonal()).isEqualTo(text);
        assertThatLinesAreShort(headers);
    }

    private static MimeMessage parsed(byte[] headers) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(headers));
    }

    private static void assertThatLinesAreShort(byte[] headers) {
        assertThat(new String(headers, StandardCharsets.ISO_8859_1).split("\r\n"))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(78).matches("[ -~]*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\r\n", "\r\n ", "\u0000", "\u000b", "\f", "\u001c", "\u001e", "\u0085", "\u2028", "\u2029",
                "\u007f", "\ud83d", "\t"
            })
    void whatever_could_end_the_line_is_refused(String lineEnd) {
        var text = "Outage" + lineEnd + "Bcc: victim@example.org";

        assertThatExceptionOfType(UnsafeHeader.class).isThrownBy(() -> new Headers().text("Subject", text));
        assertThatExceptionOfType(UnsafeHeader.class).isThrownBy(() -> new Headers().mailbox("From", text, ADDRESS));
        assertThatExceptionOfType(UnsafeHeader.class).isThrownBy(() -> new Headers().parts("To", text));
    }

    @Test
    void a_refusal_names_the_header_and_not_the_text() {
        assertThatExceptionOfType(UnsafeHeader.class)
                .isThrownBy(() -> new Headers().text("Subject", "a\nb"))
                .satisfies(
                        unsafe -> assertThat(unsafe.why()).contains("Subject").doesNotContain("\n"));
    }

    @Test
    void machine_headers_take_visible_ascii_only() {
        assertThatExceptionOfType(UnsafeHeader.class).isThrownBy(() -> new Headers().parts("To", "<ü@example.com>"));
        assertThatExceptionOfType(UnsafeHeader.class).isThrownBy(() -> new Headers().parts("To", ""));
        assertThatExceptionOfType(UnsafeHeader.class).isThrownBy(() -> new Headers().parts("To", "x".repeat(901)));
    }

    @Test
    void an_address_without_a_name_is_still_an_address() throws MessagingException {
        var headers = new Headers().parts("To", "<ada@example.org>").bytes();

        assertThat(parsed(headers).getRecipients(RecipientType.TO))
                .containsExactly(new InternetAddress("ada@example.org"));
    }
}
