package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/// Whatever anybody writes anywhere: the mail reaches its one receiver as one mail with the usual headers, or nobody.
class InjectionTest {

    private static final Path LIST = Path.of("../../shared/hardening/injection.jsonl");
    private static final List<String> FIELDS =
            List.of("incident.title", "incident.body", "page.name", "component.name");

    private static final List<String> OWN = List.of(
            "Outage\r\nBcc: victim@example.org",
            "Outage\nBcc: victim@example.org",
            "Outage\rBcc: victim@example.org",
            "Outage\r\n\r\n<h1>body</h1>",
            "x\r\n.\r\nMAIL FROM:<a@b>\r\nRCPT TO:<victim@example.org>\r\nDATA\r\n",
            "x\n.\n",
            "x\r.\r",
            "\u0000\r\nBcc: victim@example.org",
            "Outage\u2028Bcc: victim@example.org",
            "Outage\u0085Bcc: victim@example.org",
            "\"; boundary=\"=_x\r\n--=_delivery1--",
            "--=_delivery1--\n\nrest",
            "=?utf-8?q?=0d=0aBcc:_victim=40example.org?=",
            "${7*7} @template.email.dot() !{1}",
            "A".repeat(10_000));

    @TestFactory
    Stream<DynamicTest> our_own_list() {
        return OWN.stream()
                .flatMap(value -> FIELDS.stream()
                        .map(field -> dynamicTest(field + " " + shown(value), () -> reachesOneOrNobody(field, value))));
    }

    @TestFactory
    Stream<DynamicTest> the_shared_list() throws IOException {
        if (!Files.exists(LIST)) {
            return Stream.of(dynamicTest(
                    "skipped: there is no " + LIST, () -> assumeThat(LIST).exists()));
        }
        var json = JsonMapper.shared();
        return Files.readAllLines(LIST).stream()
                .map(json::readTree)
                .filter(line -> line.get("class").asString().startsWith("mail-"))
                .map(line -> dynamicTest(
                        line.get("id").asString(),
                        () -> reachesOneOrNobody(
                                line.get("field").asString(), line.get("value").asString())));
    }

    private static String shown(String value) {
        return value.substring(0, Math.min(40, value.length())).replaceAll("[^ -~]", "?");
    }

    private static void reachesOneOrNobody(String field, String value) throws IOException, MessagingException {
        Letter letter;
        try {
            letter = letter(field, value);
        } catch (Refused refused) {
            return;
        }
        try (var server = ScriptedServer.friendly();
                var channel = new SmtpChannel(server.settings(""), Letters.WRITER, InstantSource.fixed(Letters.NOON))) {
            if (channel.send(letter) instanceof Outcome.Rejected) {
                assertThat(server.commands).isEmpty();
                return;
            }
            assertThat(server.commands.stream().filter(command -> command.startsWith("RCPT")))
                    .containsExactly("RCPT TO:<ada@example.org>");
            assertThat(server.commands.stream().filter(command -> command.startsWith("MAIL")))
                    .containsExactly("MAIL FROM:<status@example.com>");
            assertThat(server.messages)
                    .containsExactly(Letters.WRITER.write(letter).message());
            assertThat(headerNames(server.messages.getFirst())).isEqualTo(headerNames(usual()));
            assertThat(server.messages.getFirst().split("\r\n"))
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(998).matches("[ -~\t]*"));
        }
    }

    private static Letter letter(String field, String value) {
        return switch (field) {
            case "incident.title" -> letter(Letters.english(), value, "Checkout", "We are on it.");
            case "incident.body" -> letter(Letters.english(), "Outage", "Checkout", value);
            case "component.name" -> letter(Letters.english(), "Outage", value, "We are on it.");
            // Nobody has a name but the page, which is the sender's as well.
            case "page.name", "sender.name", "subscriber.name" ->
                letter(Letters.english().fromPage(value), "Outage", "Checkout", "We are on it.");
            case "reply_to" ->
                letter(Letters.english().to(EmailAddress.parse(value).value()), "Outage", "Checkout", "");
            default -> throw new IllegalArgumentException("no field " + field);
        };
    }

    private static Letter letter(Letters letters, String title, String component, String text) {
        return letters.letter("delivery1", Samples.update(Samples.incident(title, component), text), Letters.NOON);
    }

    private static String usual() {
        return Letters.WRITER
                .write(letter(Letters.english(), "Outage", "Checkout", "We are on it."))
                .message();
    }

    private static List<String> headerNames(String message) throws MessagingException {
        var parsed = new MimeMessage(null, new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII)));
        return Collections.list(parsed.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }
}
