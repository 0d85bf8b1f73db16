package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers that are silent, talk nonsense, or never stop talking: none of them holds us, and no mail is lost or
/// doubled.
class SmtpFaultsTest {

    private static final Letter NEWS = new Stories(Letters.english()).identified();
    private static final InstantSource CLOCK = InstantSource.fixed(Letters.NOON);
    private static final String PIPELINING = "250-test\r\n250-SIZE 10485760\r\n250 PIPELINING";

    private final AtomicReference<String> once = new AtomicReference<>();

    private static SmtpChannel channel(ScriptedServer server, String options) {
        return new SmtpChannel(server.settings(options), Letters.WRITER, CLOCK);
    }

    private static SmtpChannel hasty(ScriptedServer server) {
        var limit = Duration.ofMillis(200);
        return new SmtpChannel(server.settings(""), Letters.WRITER, new Patience(limit, limit, limit), CLOCK);
    }

    /// Answers one command with those words, offers pipelining, and is friendly otherwise.
    private static ScriptedServer answering(String verb, String answer) throws IOException {
        return ScriptedServer.saying(
                (command, _) -> command.equals(verb) ? answer : command.equals("EHLO") ? PIPELINING : null);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, Unavailable",
        "EHLO,    Unavailable",
        "MAIL,    Unavailable",
        "RCPT,    Deferred",
        "DATA,    Deferred",
        ".,       Unknown",
    })
    void silence_ends_after_a_while(String verb, String outcome) throws IOException {
        var never = new CountDownLatch(1);
        try (var server = ScriptedServer.saying((command, _) -> {
                    if (command.equals(verb)) {
                        awaitEnd(never);
                    }
                    return null;
                });
                var channel = hasty(server)) {
            assertThat(kind(channel.send(NEWS))).isEqualTo(outcome);
        } finally {
            never.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String kind(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, Unavailable",
        "EHLO,    Unavailable",
        "MAIL,    Unavailable",
        "RCPT,    Deferred",
        "DATA,    Deferred",
        ".,       Unknown",
    })
    void nonsense_is_no_answer(String verb, String outcome) throws IOException {
        for (var nonsense : List.of(
                "what",
                "25",
                "2500 ok",
                "150 well",
                "250-one\r\n251 two",
                "220-wait\r\n".repeat(1_000) + "220 go",
                "250 " + "x".repeat(100_000))) {
            try (var server = answering(verb, nonsense);
                    var channel = channel(server, "")) {
                assertThat(kind(channel.send(NEWS)))
                        .as(nonsense.substring(0, 2))
                        .isEqualTo(outcome);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 4.3.2 come back in 60 seconds, Unavailable",
        "EHLO,    421 4.3.2 come back,               Unavailable",
        "MAIL,    550 5.7.1 suspended,               Unavailable",
        "RCPT,    450 4.7.1 greylisted,              Deferred",
        "RCPT,    550 5.1.1 nobody,                  Gone",
        "RCPT,    550 5.7.1 no,                      Rejected",
        "DATA,    451 4.3.0 later,                   Deferred",
        ".,       451 4.3.0 later,                   Deferred",
        ".,       554 5.6.0 spam,                    Rejected",
    })
    void a_refusal_in_one_breath_means_the_same(String verb, String answer, String outcome) throws IOException {
        try (var server = answering(verb, answer);
                var channel = channel(server, "")) {
            assertThat(kind(channel.send(NEWS))).isEqualTo(outcome);
        }
    }

    @Test
    void after_a_refusal_in_one_breath_the_next_mail_takes_the_same_connection() throws IOException {
        once.set("550 5.1.1 nobody");
        try (var server = ScriptedServer.saying((command, _) -> switch (command) {
                    case "EHLO" -> PIPELINING;
                    case "RCPT" -> once.get();
                    case "DATA" -> once.get() == null ? null : "503 5.5.1 nobody to write to";
                    case "RSET" -> {
                        once.set(null);
                        yield null;
                    }
                    default -> null;
                });
                var channel = channel(server, "")) {
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Gone.class);
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Accepted.class);

            assertThat(server.connections).hasValue(1);
            assertThat(server.commands).contains("RSET");
            assertThat(server.messages)
                    .containsExactly(Letters.WRITER.write(NEWS).message());
        }
    }

    @Test
    void a_server_that_wants_the_mail_of_a_refused_recipient_gets_nothing() throws IOException {
        try (var server = answering("RCPT", "550 5.1.1 nobody");
                var channel = channel(server, "")) {
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Gone.class);
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Gone.class);

            assertThat(server.connections).hasValue(2);
            assertThat(server.messages).allMatch(String::isEmpty);
        }
    }

    @Test
    void a_connection_closed_between_mails_costs_none() throws IOException {
        try (var server = ScriptedServer.saying((command, connection) -> switch (command) {
                    case "EHLO" -> PIPELINING;
                    case "MAIL" -> connection == 1 ? once.getAndSet("421 4.7.0 too many mails") : null;
                    default -> null;
                });
                var channel = channel(server, "")) {
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Accepted.class);
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void what_was_said_before_encryption_began_is_forgotten() throws IOException {
        try (var server = new ScriptedServer(
                        true,
                        (command, _) -> command.equals("STARTTLS") ? "220 go\r\n250-forged\r\n250 PIPELINING" : null);
                var channel = channel(server, "")) {
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.encrypted).hasValue(1);
            assertThat(server.commands.stream().filter(command -> command.startsWith("EHLO")))
                    .hasSize(2);
        }
    }

    @Test
    void a_server_that_knows_no_ehlo_is_greeted_the_old_way() throws IOException {
        try (var server = answering("EHLO", "502 5.5.1 what");
                var channel = channel(server, "")) {
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.commands).contains("HELO example.com");
        }
    }

    @Test
    void a_mail_that_is_too_big_for_the_server_is_not_sent() throws IOException {
        try (var server = answering("EHLO", "250-test\r\n250 SIZE 1000");
                var channel = channel(server, "")) {
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Rejected.class);
            assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @Test
    void a_server_is_told_the_size_where_it_asks_for_it() throws IOException {
        try (var server = answering("", "");
                var channel = channel(server, "")) {
            channel.send(NEWS);

            assertThat(server.commands)
                    .contains("MAIL FROM:<status@example.com> SIZE="
                            + Letters.WRITER.write(NEWS).bytes().length);
        }
    }

    @Test
    void a_server_that_takes_no_more_bytes_holds_nobody() throws IOException {
        var limit = Duration.ofMillis(200);
        var watchdog = new Watchdog();
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var timer = Executors.newSingleThreadScheduledExecutor();
                var wire = SmtpWire.to(
                        "127.0.0.1",
                        deaf.getLocalPort(),
                        new Patience(limit.multipliedBy(50), limit, limit),
                        watchdog)) {
            var _ = timer.scheduleWithFixedDelay(watchdog::look, 50, 50, TimeUnit.MILLISECONDS);

            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> wire.putContent(new byte[50_000_000]).flush());
        }
    }
}
