package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.Letter;
import dev.allclear.wording.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreparedMailsTest {

    private final AtomicInteger rendered = new AtomicInteger();

    /// Says how often it was asked.
    private final Markdown counting = new Markdown() {
        private final Markdown plain = new PlainMarkdown();

        @Override
        public String html(String source) {
            rendered.incrementAndGet();
            return plain.html(source);
        }

        @Override
        public String text(String source) {
            return plain.text(source);
        }
    };

    private static Letter reader(int number) {
        var news = Samples.update(Samples.incident("Card payments fail", "Checkout"), "We are on it.");
        return Letters.english().to("reader" + number + "@example.org").letter("delivery" + number, news, Letters.NOON);
    }

    @Test
    void a_mail_is_rendered_once_for_all_who_ask_at_the_same_time() throws Exception {
        var writer = new MailWriter(Letters.SENDER, counting);
        try (var threads = Executors.newFixedThreadPool(20)) {
            var mails = threads.invokeAll(IntStream.range(0, 1_000)
                    .mapToObj(number -> (Callable<WrittenMail>) () -> writer.write(reader(number)))
                    .toList());

            assertThat(mails).extracting(mail -> mail.get().to().value()).doesNotHaveDuplicates();
        }
        assertThat(rendered).hasValue(1);
    }

    @Test
    void whoever_reads_it_first_changes_nothing_for_the_next() {
        var writer = new MailWriter(Letters.SENDER, counting);
        writer.write(reader(1));

        assertThat(writer.write(reader(2)).message())
                .isEqualTo(new MailWriter(Letters.SENDER, counting)
                        .write(reader(2))
                        .message());
        assertThat(writer.write(reader(2)).message()).doesNotContain("reader1@", "delivery1");
    }

    @Test
    void bounces_and_goodbyes_go_where_they_are_wanted_and_the_signature_stands_in_front() {
        var mail = Letters.WRITER
                .returningTo(letter -> new EmailAddress("bounce+" + letter.id().value() + "@example.com"))
                .unsubscribedAt(letter ->
                        Optional.of(new EmailAddress("leave+" + letter.id().value() + "@example.com")))
                .signedBy((bytes, body) -> "X-Body: " + new String(bytes, body, 18, StandardCharsets.US_ASCII) + "\r\n")
                .write(reader(7));

        assertThat(mail.from().value()).isEqualTo("bounce+delivery7@example.com");
        assertThat(mail.message())
                .startsWith("X-Body: --=_story0000001.u\r\nDate: ")
                .contains("Qv7tE1sZkN8Yx0mD3aRpWg>,\r\n <mailto:leave+delivery7@example.com>\r\n");
    }
}
