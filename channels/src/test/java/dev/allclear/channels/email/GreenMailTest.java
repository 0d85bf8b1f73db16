package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.allclear.delivery.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Against a mail server that other people wrote.
class GreenMailTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Letters.NOON);
    private static final ServerSetup ANY_PORT = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

    @Test
    void a_thousand_mails_arrive_once_each() throws Exception {
        var news = new Stories(Letters.german()).identified();
        var greenMail = new GreenMail(ANY_PORT);
        greenMail.start();
        try (var channel = new SmtpChannel(settings(greenMail, ""), Letters.WRITER, CLOCK);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {

            threads.invokeAll(IntStream.range(0, 1_000)
                    .mapToObj(number -> Letters.german().letter("delivery" + number, news.content(), news.at()))
                    .map(letter -> (Callable<Outcome>) () -> channel.send(letter))
                    .toList());

            var received = greenMail.getReceivedMessages();
            assertThat(Arrays.stream(received).map(GreenMailTest::messageId))
                    .hasSize(1_000)
                    .doesNotHaveDuplicates();
            assertThat(received[0].getSubject()).isEqualTo("[Harbour Pay] Kartenzahlungen in Europa schlagen fehl");
        } finally {
            greenMail.stop();
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void user_and_password_open_the_door() throws Exception {
        var greenMail = guarded();
        try (var channel = new SmtpChannel(settings(greenMail, "status:p%40ss+word@"), Letters.WRITER, CLOCK)) {
            assertThat(channel.send(new Stories(Letters.english()).resolved())).isInstanceOf(Outcome.Accepted.class);
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void a_wrong_password_sends_nothing_and_is_never_repeated_to_anyone() throws Exception {
        var greenMail = guarded();
        try (var channel = new SmtpChannel(settings(greenMail, "status:mistyped@"), Letters.WRITER, CLOCK)) {
            assertThat(channel.send(new Stories(Letters.english()).resolved()))
                    .isInstanceOfSatisfying(
                            Outcome.Unavailable.class,
                            unavailable -> assertThat(unavailable.why())
                                    .contains("535")
                                    .doesNotContain("mistyped"));
            assertThat(greenMail.getReceivedMessages()).isEmpty();
        } finally {
            greenMail.stop();
        }
    }

    private static GreenMail guarded() {
        var greenMail = new GreenMail(ANY_PORT)
                .withConfiguration(
                        GreenMailConfiguration.aConfig().withUser("status@example.com", "status", "p@ss+word"));
        greenMail.start();
        return greenMail;
    }

    private static SmtpSettings settings(GreenMail greenMail, String user) {
        return SmtpSettings.parse(
                "smtp://" + user + "127.0.0.1:" + greenMail.getSmtp().getPort());
    }
}
