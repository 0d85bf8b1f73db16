package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmtpChannelTest {

    private static final Letter NEWS = new Stories(Letters.english()).identified();

    private final AtomicReference<Instant> now = new AtomicReference<>(Letters.NOON);
    private final InstantSource clock = now::get;

    /// Null is the usual one.
    private final AtomicReference<String> nextAnswer = new AtomicReference<>();

    private SmtpChannel channel(SmtpSettings settings) {
        return new SmtpChannel(settings, Letters.WRITER, clock);
    }

    @Test
    void what_the_server_answers_is_the_receipt() throws IOException {
        try (var server = ScriptedServer.friendly();
                var channel = channel(server.settings(""))) {
            var outcome = channel.send(NEWS);

            assertThat(outcome).isEqualTo(new Outcome.Accepted("250 2.0.0 queued"));
            assertThat(server.commands).contains("MAIL FROM:<status@example.com>", "RCPT TO:<ada@example.org>");
            assertThat(server.messages)
                    .containsExactly(Letters.WRITER.write(NEWS).message());
        }
    }

    @Test
    void a_send_that_waits_for_the_server_can_be_ended() throws Exception {
        var asked = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        ScriptedServer.Script silent = (verb, _) -> {
            if (verb.equals("RCPT")) {
                asked.countDown();
                awaitEnd(never);
            }
            return null;
        };
        try (var server = ScriptedServer.saying(silent);
                var channel = channel(server.settings(""))) {
            var outcome = new CompletableFuture<Outcome>();
            var send = Thread.ofVirtual().start(() -> outcome.complete(channel.send(NEWS)));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            send.interrupt();

            // Which of the two it is depends on whether the answer to the sender had come.
            assertThat(outcome.get(10, TimeUnit.SECONDS))
                    .isInstanceOfAny(Outcome.Deferred.class, Outcome.Unavailable.class);
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

    @Test
    void thousands_of_mails_share_a_few_connections() throws Exception {
        try (var server = ScriptedServer.friendly();
                var channel = channel(server.settings("?connections=4"))) {
            var outcomes = sendAll(channel, 5_000);

            assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Accepted);
            assertThat(server.messages).hasSize(5_000).doesNotHaveDuplicates();
            assertThat(server.connections.get()).isLessThanOrEqualTo(4 + 5_000 / SmtpPool.MAILS_PER_CONNECTION);
        }
    }

    private static List<Outcome> sendAll(SmtpChannel channel, int count)
            throws InterruptedException, ExecutionException {
        var outcomes = new ArrayList<Outcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> all = IntStream.range(0, count)
                    .mapToObj(number -> Letters.english().letter("delivery" + number, NEWS.content(), NEWS.at()))
                    .map(letter -> threads.submit(() -> channel.send(letter)))
                    .toList();
            for (var one : all) {
                outcomes.add(one.get());
            }
        }
        return outcomes;
    }

    @Test
    void a_connection_that_nobody_used_for_a_while_is_closed() throws IOException {
        try (var server = ScriptedServer.friendly();
                var channel = channel(server.settings(""))) {
            channel.send(NEWS);
            now.set(now.get().plus(SmtpPool.IDLE).plusMillis(1));

            channel.send(NEWS);

            assertThat(server.connections).hasValue(2);
            assertThat(server.messages).hasSize(2);
        }
    }

    @Test
    void a_connection_that_the_server_closed_meanwhile_is_replaced_without_a_retry() throws IOException {
        try (var server = ScriptedServer.saying((command, connection) -> command.equals("MAIL") && connection == 1
                        ? nextAnswer.getAndSet(ScriptedServer.HANG_UP)
                        : null);
                var channel = channel(server.settings(""))) {
            channel.send(NEWS);

            var outcome = channel.send(NEWS);

            assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.connections).hasValue(2);
            assertThat(server.messages).hasSize(2);
        }
    }

    @Test
    void a_server_that_ends_the_session_with_421_gets_a_new_one() throws IOException {
        try (var server = ScriptedServer.saying((command, connection) -> command.equals("MAIL") && connection == 1
                        ? nextAnswer.getAndSet("421 4.7.0 too many mails")
                        : null);
                var channel = channel(server.settings(""))) {
            channel.send(NEWS);

            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void a_refused_recipient_leaves_the_connection_for_the_next_mail() throws IOException {
        try (var server = ScriptedServer.saying(
                        (command, _) -> command.equals("RCPT") ? nextAnswer.getAndSet(null) : null);
                var channel = channel(server.settings(""))) {
            nextAnswer.set("550 5.1.1 <ada@example.org>: no such user");

            assertThat(channel.send(NEWS))
                    .isEqualTo(new Outcome.Gone("The mail server says: 550 5.1.1 <ada@example.org>: no such user"));
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void a_server_that_dies_after_the_last_dot_leaves_us_in_doubt() throws IOException {
        try (var server = ScriptedServer.saying((command, _) -> command.equals(".") ? ScriptedServer.HANG_UP : null);
                var channel = channel(server.settings(""))) {
            var outcome = channel.send(NEWS);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Unknown.class,
                            unknown -> assertThat(unknown.why())
                                    .startsWith("It is not known whether the mail server took it"));
        }
    }

    @Test
    void a_server_that_refuses_and_hangs_up_has_still_refused() throws IOException {
        try (var server = ScriptedServer.saying((command, _) -> switch (command) {
                    case "." -> "554 5.7.1 looks like spam";
                    case "RSET" -> ScriptedServer.HANG_UP;
                    default -> null;
                });
                var channel = channel(server.settings(""))) {
            assertThat(channel.send(NEWS))
                    .isEqualTo(new Outcome.Rejected("The mail server says: 554 5.7.1 looks like spam"));
        }
    }

    @Test
    void a_server_killed_between_two_mails_is_out_of_reach_for_the_second() throws IOException {
        try (var server = ScriptedServer.friendly();
                var channel = channel(server.settings(""))) {
            channel.send(NEWS);
            server.die();

            assertThat(channel.send(NEWS))
                    .isInstanceOfSatisfying(
                            Outcome.Unavailable.class,
                            unavailable -> assertThat(unavailable.why()).startsWith("The mail server can't be used"));
        }
    }

    @Test
    void a_server_that_greets_with_a_refusal_loses_no_mail() throws IOException {
        try (var server =
                        ScriptedServer.saying((command, _) -> command.equals("CONNECT") ? "554 5.7.1 go away" : null);
                var channel = channel(server.settings(""))) {
            assertThat(channel.send(NEWS))
                    .isInstanceOfSatisfying(
                            Outcome.Unavailable.class,
                            unavailable -> assertThat(unavailable.why()).contains("554 5.7.1 go away"));
        }
    }

    @Test
    void encryption_is_used_where_it_is_offered() throws IOException {
        try (var server = new ScriptedServer(true, (_, _) -> null);
                var channel = channel(server.settings(""))) {
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.encrypted).hasValue(1);
        }
    }

    @Test
    void required_encryption_sends_nothing_when_the_server_has_none() throws IOException {
        try (var server = ScriptedServer.friendly();
                var channel = channel(server.settings("?starttls=required"))) {
            assertThat(channel.send(NEWS))
                    .isInstanceOfSatisfying(
                            Outcome.Unavailable.class,
                            unavailable -> assertThat(unavailable.why()).contains("STARTTLS is required"));
            assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @Test
    void required_encryption_sends_nothing_when_the_certificate_is_nobodys() throws IOException {
        try (var server = new ScriptedServer(true, (_, _) -> null);
                var channel = channel(server.settings("?starttls=required"))) {
            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Unavailable.class);
            assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @Test
    void after_closing_every_mail_is_deferred() throws IOException {
        try (var server = ScriptedServer.friendly()) {
            var channel = channel(server.settings(""));
            channel.send(NEWS);
            channel.close();

            assertThat(channel.send(NEWS)).isInstanceOf(Outcome.Deferred.class);
            assertThat(server.messages).hasSize(1);
        }
    }
}
