package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MailWriterTest {

    static Stream<Letter> everyLetter() {
        return Stream.of(Letters.english(), Letters.german())
                .flatMap(letters -> new Stories(letters).all().values().stream());
    }

    static Stream<Letter> subscribed() {
        return everyLetter().filter(letter -> letter.content().isNews());
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void a_mail_is_ascii_in_lines_that_every_server_takes(Letter letter) {
        var message = Letters.WRITER.write(letter).message();

        assertThat(message.replace("\r\n", "")).matches("[ -~\t]*");
        assertThat(message).endsWith("\r\n");
        assertThat(message.split("\r\n"))
                .filteredOn(line -> !line.startsWith("List-Unsubscribe:"))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(78).doesNotStartWith("."));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void a_mail_has_a_text_that_can_stand_alone_and_html_without_anything_to_load(Letter letter) throws Exception {
        var parts = news(parsed(letter));

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=utf-8");
        assertThat((String) parts.getBodyPart(0).getContent()).doesNotContain("<", "&amp;", "${", "mail.");
        assertThat((String) parts.getBodyPart(1).getContent())
                .doesNotContainIgnoringCase("<img", "url(", "<link", "<script", "@import")
                .contains("lang=\"" + letter.language().tag() + "\"");
    }

    @ParameterizedTest
    @MethodSource("subscribed")
    void mails_to_subscribers_can_be_unsubscribed_with_one_click(Letter letter) throws Exception {
        var message = parsed(letter);

        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<" + letter.links().unsubscribe() + ">");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("List-Id")).containsExactly("\"Harbour Pay\" <harbour-pay.example.com>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @ParameterizedTest
    @MethodSource("subscribed")
    void all_mails_of_a_story_form_one_thread(Letter letter) throws Exception {
        var message = parsed(letter);

        assertThat(message.getHeader("References")).containsExactly("<story0000001@example.com>");
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<story0000001@example.com>");
        assertThat(message.getSubject()).isEqualTo(parsed(sameStory(letter)).getSubject());
    }

    private static Letter sameStory(Letter letter) {
        var stories = new Stories(letter.language().equals(Letters.GERMAN) ? Letters.german() : Letters.english());
        return letter.content() instanceof Content.OfMaintenance
                ? stories.all().get("maintenance-announced")
                : stories.investigating();
    }

    @Test
    void a_confirmation_has_nothing_to_unsubscribe_from_and_belongs_to_no_list() throws Exception {
        var message = parsed(new Stories(Letters.english()).confirmation());

        for (var header :
                List.of("List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "References", "In-Reply-To")) {
            assertThat(message.getHeader(header)).as(header).isNull();
        }
    }

    @Test
    void a_repeat_is_the_same_mail_to_the_byte() {
        var news = new Stories(Letters.english()).resolved();

        assertThat(Letters.WRITER.write(news).message())
                .isEqualTo(new MailWriter(Letters.SENDER, new PlainMarkdown())
                        .write(news)
                        .message());
    }

    @Test
    void different_mails_have_different_ids() {
        var ids = everyLetter()
                .filter(letter -> letter.language().equals(Letters.GERMAN))
                .map(letter -> unchecked(letter))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("<[A-Za-z0-9._-]+@example\\.com>"));
    }

    private static String unchecked(Letter letter) {
        try {
            return parsed(letter).getMessageID();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void a_lone_dot_and_very_long_lines_arrive_as_written() throws Exception {
        var text = "before\n.\nafter\n" + "x".repeat(3_000);
        var news = Samples.update(Samples.incident("Outage", "Checkout"), text);

        var plain = (String) ((Multipart)
                        parsed(Letters.english().letter(news, Letters.NOON)).getContent())
                .getBodyPart(0)
                .getContent();

        assertThat(plain).contains("before\r\n.\r\nafter\r\n" + "x".repeat(3_000));
    }

    @Test
    void what_operators_write_is_text_wherever_it_stands() throws Exception {
        var script = "<script>alert(1)</script>\"'&";
        var news = Samples.update(Samples.incident(script, script), script);

        var html =
                (String) ((Multipart) parsed(Letters.english().fromPage(script).letter(news, Letters.NOON))
                                .getContent())
                        .getBodyPart(1)
                        .getContent();

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @ParameterizedTest
    @CsvSource({
        "https://status.example.com,    status@status.example.com",
        "https://Status.Example.com/p/, status@status.example.com",
        "http://127.0.0.1:8080,         status@allclear.invalid",
        "http://localhost:8080,         status@allclear.invalid",
        "http://[::1]:8080,             status@allclear.invalid",
        "http://under_score:8080,       status@allclear.invalid",
    })
    void without_a_named_sender_the_host_speaks(URI base, String sender) {
        assertThat(MailWriter.senderAt(base).value()).isEqualTo(sender);
    }

    /// The text and the HTML, whatever goes with them.
    private static Multipart news(MimeMessage message) throws MessagingException, IOException {
        var parts = (Multipart) message.getContent();
        return message.getContentType().startsWith("multipart/mixed")
                ? (Multipart) parts.getBodyPart(0).getContent()
                : parts;
    }

    private static MimeMessage parsed(Letter letter) throws MessagingException, IOException {
        return new MimeMessage(
                null, new ByteArrayInputStream(Letters.WRITER.write(letter).bytes()));
    }
}
