package dev.allclear.channels.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.allclear.returns.Returned;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Mails that were made to hurt whoever reads them: each is done with at once, and none of them changes anything.
class HostileReturnsTest {

    private static final int MUCH = 1_000_000;
    private static final String REPORT = "Content-Type: multipart/report; boundary=x\r\n\r\n";
    private static final ReturnReader READER = new ReturnReader(Samples::ticket);

    static Stream<Arguments> mails() {
        return Map.ofEntries(
                        Map.entry("nothing", ""),
                        Map.entry("nulls", "\0".repeat(MUCH)),
                        Map.entry("one endless line", "a".repeat(MUCH)),
                        Map.entry("a million lines", "\n".repeat(MUCH)),
                        Map.entry("header fields without end", "To: a\r\n".repeat(MUCH / 7)),
                        Map.entry("one folded field", "To: a\r\n" + " b\r\n".repeat(MUCH / 4)),
                        Map.entry(
                                "many signed-looking addresses", "To: " + "bounce+a.a@returns.example,".repeat(37_000)),
                        Map.entry("plus signs", "To: " + "a+".repeat(MUCH / 2)),
                        Map.entry("at signs", "To: " + "@".repeat(MUCH)),
                        Map.entry("parts in parts in parts", nested()),
                        Map.entry("a million parts", REPORT + "--x\r\n\r\n".repeat(MUCH / 7)),
                        Map.entry(
                                "parameters without end", "Content-Type: multipart/report" + "; a=b".repeat(MUCH / 5)),
                        Map.entry(
                                "an endless parameter", "Content-Type: multipart/report; boundary=" + "x".repeat(MUCH)),
                        Map.entry("an empty boundary", "Content-Type: multipart/report; boundary=\"\"\r\n\r\n--\r\n--"),
                        Map.entry("recipients without end", report("Final-Recipient: rfc822; a\r\n".repeat(30_000))),
                        Map.entry("a long status", report("Final-Recipient: x\r\nStatus: " + "5.1.".repeat(200_000))),
                        Map.entry(
                                "a long reply",
                                report("Final-Recipient: x\r\nDiagnostic-Code: " + "550-".repeat(MUCH / 4))),
                        Map.entry("encoded words", "Subject: " + "=?utf-8?q?".repeat(MUCH / 10)),
                        Map.entry("no such letters", "Subject: =?klingon?b?!!!!?= =?utf-8?b?====?=\r\n\r\n"),
                        Map.entry(
                                "broken base64",
                                REPORT + "--x\r\nContent-Type: message/delivery-status\r\n"
                                        + "Content-Transfer-Encoding: base64\r\n\r\n=A=\r\n--x--"),
                        Map.entry(
                                "equals signs",
                                "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + "=".repeat(MUCH)),
                        Map.entry("answers to answers", "Subject: " + "Re: ".repeat(MUCH / 4)),
                        Map.entry("daemon's dashes", "From: MAILER-DAEMON\r\n\r\n" + "--".repeat(MUCH / 2)),
                        Map.entry("daemon's spaces", "From: MAILER-DAEMON\r\n\r\n" + " ".repeat(MUCH)))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static String nested() {
        var mail = new StringBuilder();
        for (var depth = 0; depth < 10_000; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\r\n\r\n--b")
                    .append(depth)
                    .append("\r\n");
        }
        return mail.toString();
    }

    private static String report(String fields) {
        return REPORT + "--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n" + fields
                + "\r\n--x--\r\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void is_read_within_two_seconds_and_suppresses_nobody(String name, String mail) {
        var returned = assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> READER.read(mail.getBytes(StandardCharsets.UTF_8), Optional.of(Samples.BOUNCE))
                        .returned());

        assertThat(returned).as(name).isNotInstanceOf(Returned.Bounced.class);
    }

    @Test
    void a_report_with_its_bytes_shaken_is_read_all_the_same() {
        var chance = new Random(5);
        for (var round = 0; round < 3_000; round++) {
            var mail = Samples.bytes(round % 2 == 0 ? "postfix-policy" : "complaint");
            for (var changes = 0; changes < 1 + round % 20; changes++) {
                mail[chance.nextInt(mail.length)] = (byte) chance.nextInt(256);
            }

            assertThat(READER.read(mail, Optional.empty())).isNotNull();
        }
    }
}
