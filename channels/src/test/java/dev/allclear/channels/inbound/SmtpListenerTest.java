package dev.allclear.channels.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.allclear.operation.ReturnDesk.Consequence;
import dev.allclear.returns.Returned;
import dev.allclear.returns.Ticket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpListenerTest {

    private static final SmtpLimits QUICK =
            new SmtpLimits(3, 2, 30, 5, 2, 64 * 1024, Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final BlockingQueue<Returned> taken = new LinkedBlockingQueue<>();
    private final List<SmtpListener> open = new ArrayList<>();

    private SmtpListener listener(SmtpLimits limits) throws IOException {
        return listener(limits, new Intake(Samples.ADDRESSES, Samples::ticket, this::take));
    }

    private SmtpListener listener(SmtpLimits limits, Intake intake) throws IOException {
        var listener = SmtpListener.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), intake, limits);
        open.add(listener);
        return listener;
    }

    private Consequence take(Ticket ticket, Returned returned) {
        taken.add(returned);
        return Consequence.NOTED;
    }

    @AfterEach
    void close() {
        open.forEach(SmtpListener::close);
    }

    @Test
    void mail_that_comes_back_is_taken_and_noted() throws IOException {
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL))) {
            var bounce = client.send(Samples.BOUNCE, Samples.text("postfix-unknown-user"));
            var leave = client.send(Samples.LEAVE, Samples.text("leave"));
            var complaint = client.send("complaints@returns.example", Samples.text("complaint"));
            var away = client.send(Samples.BOUNCE, Samples.text("out-of-office"));

            assertThat(List.of(bounce, leave, complaint, away)).containsOnly("250 2.0.0 Noted");
            assertThat(client.ask("QUIT")).startsWith("221");
        }
        assertThat(taken)
                .extracting(Object::getClass)
                .containsExactly(
                        Returned.Bounced.class,
                        Returned.Leave.class,
                        Returned.Complained.class,
                        Returned.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@shops.example",
                "postmaster@returns.example",
                "bounce@returns.example",
                "bounce+0123456789abcdef01234567.aaaaaaaaaaaaaaaaaaaa@returns.example",
                "leave+ada0ada0ada0@returns.example",
                "someone%elsewhere.example@returns.example",
                "@relay.example:ada@shops.example",
                "complaints@elsewhere.example",
                ""
            })
    void every_other_address_is_refused(String address) throws IOException {
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL))) {
            client.ask("MAIL FROM:<spam@elsewhere.example>");

            assertThat(client.ask("RCPT TO:<" + address + ">")).startsWith("550 5.1.1");
            assertThat(client.ask("DATA")).startsWith("554 5.5.1");
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void a_token_of_one_kind_serves_no_other() throws IOException {
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL))) {
            client.ask("MAIL FROM:<>");

            assertThat(client.ask("RCPT TO:<" + Samples.BOUNCE.replace("bounce+", "leave+") + ">"))
                    .startsWith("550");
        }
    }

    @Test
    void words_that_make_no_sense_are_refused_after_the_mail() throws IOException {
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL))) {
            assertThat(client.send(Samples.BOUNCE, Samples.text("thanks"))).startsWith("550 5.6.0");
            assertThat(client.send("complaints@returns.example", Samples.text("complaint-unsigned")))
                    .startsWith("550 5.6.0");
        }
    }

    @Test
    void nothing_is_acknowledged_that_was_not_committed() throws IOException, InterruptedException {
        var begun = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var intake = new Intake(Samples.ADDRESSES, Samples::ticket, (_, _) -> {
            begun.countDown();
            try {
                commit.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return Consequence.SUPPRESSED;
        });
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL, intake))) {
            client.ask("MAIL FROM:<>");
            client.ask("RCPT TO:<" + Samples.BOUNCE + ">");
            client.ask("DATA");
            client.write(Samples.text("postfix-unknown-user") + "\r\n.\r\n");

            begun.await();
            assertThat(client.socket().getInputStream().available()).isZero();
            commit.countDown();
            assertThat(client.reply()).startsWith("250");
        }
    }

    @Test
    void what_comes_too_early_is_asked_to_come_again() throws IOException {
        var early = new Intake(Samples.ADDRESSES, Samples::ticket, (_, _) -> Consequence.NOT_YET);
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL, early))) {
            assertThat(client.send(Samples.BOUNCE, Samples.text("postfix-unknown-user")))
                    .startsWith("451 4.3.0");
        }
    }

    @Test
    void while_the_store_is_away_mail_is_asked_to_come_again() throws IOException {
        var away = new Intake(Samples.ADDRESSES, Samples::ticket, (_, _) -> {
            throw new IllegalStateException("no database");
        });
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL, away))) {
            assertThat(client.send(Samples.BOUNCE, Samples.text("postfix-unknown-user")))
                    .startsWith("451 4.3.0");
        }
        var blind = new Intake(
                Samples.ADDRESSES,
                _ -> {
                    throw new IllegalStateException("no database");
                },
                this::take);
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL, blind))) {
            client.ask("MAIL FROM:<>");
            assertThat(client.ask("RCPT TO:<" + Samples.BOUNCE + ">")).startsWith("451 4.3.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r.\r", "\r\n.\n", "\r\n.\r", "x\ny", "x\ry"})
    void no_second_mail_is_smuggled_behind_a_bare_line_end(String end) throws IOException {
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL))) {
            client.ask("MAIL FROM:<>");
            client.ask("RCPT TO:<" + Samples.BOUNCE + ">");
            client.ask("DATA");

            client.write("Subject: unsubscribe\r\n\r\nhello" + end + "MAIL FROM:<>\r\n");

            assertThat(client.reply()).startsWith("521 5.5.2 A bare");
            assertThat(client.reply()).isEqualTo("gone");
        }
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP\nNOOP\r\n", "NOOP\rNOOP\r\n", "NO\0OP\r\n"})
    void a_command_ends_with_both_and_holds_neither(String bytes) throws IOException {
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL))) {
            client.write(bytes);

            assertThat(client.reply()).startsWith("521 5.5.2");
            assertThat(client.reply()).isEqualTo("gone");
        }
    }

    @Test
    void a_mail_before_we_agreed_to_take_it_ends_the_talk() throws IOException {
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL))) {
            client.write("MAIL FROM:<>\r\nRCPT TO:<" + Samples.BOUNCE + ">\r\nDATA\r\nSubject: x\r\n\r\n.\r\n");

            assertThat(List.of(client.reply(), client.reply(), client.reply(), client.reply()))
                    .containsExactly("250 2.1.0 Ok", "250 2.1.5 Ok", "554 5.5.0 Wait for the answer to DATA", "gone");
        }
    }

    @Test
    void commands_may_come_all_at_once_up_to_data() throws IOException {
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL))) {
            client.write(
                    "MAIL FROM:<> SIZE=2000 BODY=8BITMIME SMTPUTF8\r\nRCPT TO:<" + Samples.BOUNCE + ">\r\nDATA\r\n");
            assertThat(List.of(client.reply(), client.reply(), client.reply().substring(0, 3)))
                    .containsExactly("250 2.1.0 Ok", "250 2.1.5 Ok", "354");

            client.write(Samples.text("qmail") + "\r\n.\r\nRSET\r\nQUIT\r\n");
            assertThat(List.of(client.reply(), client.reply(), client.reply()))
                    .containsExactly("250 2.0.0 Noted", "250 2.0.0 Forgotten", "221 2.0.0 Goodbye");
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            MAIL FROM:<> SIZE=99999999999       | 552 5.3.4
            MAIL FROM:<> AUTH=<>                | 555 5.5.4
            MAIL FROM:spam@elsewhere.example    | 501 5.1.7
            MAIL TO:<x>                         | 501 5.1.7
            RCPT TO:<x>                         | 503 5.5.1
            DATA                                | 503 5.5.1
            STARTTLS                            | 502 5.5.1
            BDAT 5 LAST                         | 502 5.5.1
            VRFY ada                            | 252 2.1.5
            GET / HTTP/1.1                      | 500 5.5.1
            ehlo                                | 501 5.5.4
            noop                                | 250 2.0.0
            """)
    void each_command_has_its_answer(String command, String answer) throws IOException {
        try (var client = Dialogue.greeted(listener(SmtpLimits.USUAL))) {
            assertThat(client.ask(command)).startsWith(answer);
        }
    }

    @Test
    void who_makes_too_many_mistakes_or_says_too_much_is_shown_out() throws IOException {
        var listener = listener(QUICK);
        try (var client = Dialogue.greeted(listener)) {
            for (var mistake = 0; mistake < 4; mistake++) {
                assertThat(client.ask("WHAT")).startsWith("500");
            }
            client.write("WHAT\r\n");
            assertThat(List.of(client.reply(), client.reply(), client.reply()))
                    .containsExactly("500 5.5.1 Unknown command", "421 4.7.0 Enough for one connection", "gone");
        }
        try (var client = Dialogue.greeted(listener)) {
            client.write("NOOP\r\n".repeat(29));
            for (var command = 0; command < 29; command++) {
                assertThat(client.reply()).startsWith("250");
            }
            assertThat(client.reply()).startsWith("421");
        }
    }

    @Test
    void long_lines_and_large_mails_are_refused_and_the_talk_goes_on() throws IOException {
        try (var client = Dialogue.greeted(listener(QUICK))) {
            assertThat(client.ask("NOOP " + "x".repeat(5_000))).startsWith("500 5.5.2");
            assertThat(client.send(Samples.BOUNCE, "x".repeat(100_000))).startsWith("552 5.3.4");
            assertThat(client.ask("NOOP")).startsWith("250");
        }
        try (var client = Dialogue.greeted(listener(QUICK))) {
            try {
                client.write("x".repeat(200_000));
            } catch (IOException cutOff) {
                return;
            }
            assertThat(client.reply()).matches("521 5.5.2 A line without an end.*|gone");
        }
    }

    @Test
    void a_mail_has_few_recipients() throws IOException {
        try (var client = Dialogue.greeted(listener(QUICK))) {
            client.ask("MAIL FROM:<>");
            for (var time = 0; time < 2; time++) {
                assertThat(client.ask("RCPT TO:<" + Samples.BOUNCE + ">")).startsWith("250");
            }
            assertThat(client.ask("RCPT TO:<" + Samples.BOUNCE + ">")).startsWith("452 4.5.3");
        }
    }

    @Test
    void more_connections_than_allowed_are_turned_away_and_places_come_free_again()
            throws IOException, InterruptedException {
        var listener = listener(QUICK);
        var first = Dialogue.with(listener);
        first.reply();
        try (var second = Dialogue.with(listener);
                var third = Dialogue.with(listener)) {
            assertThat(second.reply()).startsWith("220");
            assertThat(third.reply()).startsWith("421 4.3.2");
            assertThat(third.reply()).isEqualTo("gone");
        }
        first.ask("QUIT");
        first.close();

        for (var attempt = 0; ; attempt++) {
            try (var next = Dialogue.with(listener)) {
                if (next.reply().startsWith("220")) {
                    return;
                }
            }
            assertThat(attempt).isLessThan(100);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void who_says_nothing_or_dribbles_is_cut_off() throws IOException {
        var brief = new SmtpLimits(3, 3, 30, 5, 2, 1_000, Duration.ofMillis(300), Duration.ofSeconds(1));
        var listener = listener(brief);
        try (var silent = Dialogue.with(listener);
                var dribbling = Dialogue.with(listener)) {
            assertThat(silent.reply()).startsWith("220");
            assertThat(dribbling.reply()).startsWith("220");
            var begin = System.nanoTime();
            try {
                while (System.nanoTime() - begin < Duration.ofSeconds(5).toNanos()) {
                    dribbling.write("N");
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            } catch (IOException | InterruptedException cutOff) {
                assertThat(Duration.ofNanos(System.nanoTime() - begin))
                        .isBetween(Duration.ofMillis(500), Duration.ofSeconds(3));
            }
            assertThat(silent.reply()).isEqualTo("gone");
        }
    }

    @Test
    void closing_ends_every_talk() throws IOException {
        var listener = listener(SmtpLimits.USUAL);
        try (var client = Dialogue.greeted(listener)) {
            listener.close();

            assertThat(client.reply()).isEqualTo("gone");
        }
    }

    @Test
    void swaks_can_bring_mail_back() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/swaks")), "swaks is not installed");
        var listener = listener(SmtpLimits.USUAL);

        var swaks = new ProcessBuilder(
                        "/usr/bin/swaks",
                        "--server",
                        "127.0.0.1:" + listener.port(),
                        "--pipeline",
                        "--from",
                        "<>",
                        "--to",
                        Samples.LEAVE,
                        "--header",
                        "Subject: unsubscribe")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(swaks.waitFor()).isZero();
        assertThat(taken).containsExactly(new Returned.Leave());
    }
}
