package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.channels.email.SmtpReply.Stage;
import dev.allclear.delivery.Outcome;
import dev.allclear.returns.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpReplyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            END        | 250 | 250 2.0.0 Ok: queued as 4bXz                                | Accepted
            END        | 250 | 250 OK                                                      | Accepted
            RECIPIENT  | 421 | 421 4.3.2 shutting down                                     | Deferred
            RECIPIENT  | 450 | 450 4.2.0 Greylisted                                        | Deferred
            RECIPIENT  | 451 | 451 4.7.1 try again later                                   | Deferred
            RECIPIENT  | 452 | 452 4.5.3 too many recipients                               | Deferred
            END        | 452 | 452 4.3.1 insufficient storage                              | Deferred
            RECIPIENT  | 552 | 552 too many recipients                                     | Deferred
            RECIPIENT  | 550 | 550 5.1.1 The email account does not exist                  | Gone
            RECIPIENT  | 550 | 550 5.1.10 recipient not found                              | Gone
            RECIPIENT  | 553 | 553 5.1.2 no such domain                                    | Deferred
            END        | 550 | 550 5.1.2 unknown host                                      | Deferred
            RECIPIENT  | 550 | 550 no such domain                                          | Rejected
            RECIPIENT  | 550 | 550 5.1.0 address rejected                                  | Rejected
            RECIPIENT  | 550 | 550 5.2.1 the mailbox is disabled                           | Gone
            RECIPIENT  | 551 | 551 5.1.6 has moved                                         | Gone
            RECIPIENT  | 550 | 550 No such user here                                       | Gone
            RECIPIENT  | 550 | 550 <ada@example.org>: User unknown                         | Gone
            RECIPIENT  | 550 | 550 Unknown user                                            | Gone
            RECIPIENT  | 553 | 553 invalid mailbox                                         | Gone
            END        | 550 | 550 5.1.1 user unknown, said the next server                | Gone
            RECIPIENT  | 550 | 550 5.7.1 relaying denied                                   | Rejected
            RECIPIENT  | 550 | 550 5.7.515 no such trust in your domain                    | Rejected
            RECIPIENT  | 550 | 550 blocked                                                 | Rejected
            RECIPIENT  | 550 | 550 5.1.8 bad sender address                                | Rejected
            RECIPIENT  | 550 | 550 5.2.2 mailbox full                                      | Rejected
            SENDER     | 550 | 550 5.1.1 no such user: your sender                         | Unavailable
            SENDER     | 553 | 553 sender not owned by user                                | Unavailable
            SENDER     | 550 | 550 5.7.1 this account is suspended                         | Unavailable
            SENDER     | 451 | 451 4.1.8 domain of sender not found                        | Unavailable
            CONTENT    | 503 | 503 5.5.1 bad sequence                                      | Rejected
            END        | 554 | 554 5.7.1 spam                                              | Rejected
            END        | 552 | 552 5.3.4 message too big                                   | Rejected
            SENDER     | 421 | 421 4.3.2 shutting down                                     | Unavailable
            SENDER     | 552 | 552 5.3.4 message too big                                   | Rejected
            SENDER     |  -1 | the connection was closed                                   | Unavailable
            END        |  -1 | the connection was closed                                   | Unknown
            END        |  -2 | no answer within 60 seconds                                 | Unknown
            END        | 421 | 421 4.3.0 come back later                                   | Deferred
            RECIPIENT  |  -2 | no answer within 60 seconds                                 | Deferred
            CONTENT    |  -1 | Connection reset                                            | Deferred
            RECIPIENT  |  -1 | the connection was closed                                   | Deferred
            CONNECTION |  -1 | Connect timed out                                           | Unavailable
            CONNECTION | 535 | 535 5.7.8 wrong password                                    | Unavailable
            CONNECTION | 554 | 554 5.7.1 no such user may talk to us                       | Unavailable
            RECIPIENT  | 354 | 354 what                                                    | Deferred
            """)
    void every_answer_means_one_thing(Stage stage, int code, String text, String outcome) {
        assertThat(new SmtpReply(stage, code, text).outcome().getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void an_address_is_as_dead_at_once_as_when_the_mail_comes_back() {
        for (var subject = 1; subject <= 2; subject++) {
            for (var detail = 1; detail <= 12; detail++) {
                var status = "5." + subject + "." + detail;
                for (var words : List.of("no", "mailbox full", "user unknown", "no such domain")) {
                    var text = "550 " + status + " " + words;
                    assertThat(new SmtpReply(Stage.RECIPIENT, 550, text).outcome() instanceof Outcome.Gone)
                            .as(text)
                            .isEqualTo(Cause.of(status, text) == Cause.MAILBOX_GONE);
                }
            }
        }
    }

    @Test
    void an_answer_is_shown_in_one_short_line() {
        var reply = new SmtpReply(Stage.END, 554, "554-no\r\n554 " + "x".repeat(2_000) + "\u0007");

        assertThat(reply.text()).startsWith("554-no 554 xxx").hasSize(300).doesNotContain("\r", "\n");
    }

    @Test
    void only_before_the_content_another_connection_may_try_at_once() {
        assertThat(new SmtpReply(Stage.SENDER, SmtpReply.NONE, "closed").isStaleConnection())
                .isTrue();
        assertThat(new SmtpReply(Stage.RECIPIENT, 421, "421 bye").isStaleConnection())
                .isTrue();
        assertThat(new SmtpReply(Stage.CONTENT, SmtpReply.NONE, "closed").isStaleConnection())
                .isFalse();
        assertThat(new SmtpReply(Stage.END, 421, "421 bye").isStaleConnection()).isFalse();
        assertThat(new SmtpReply(Stage.SENDER, SmtpReply.SILENCE, "silent").isStaleConnection())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            451 4.7.1 try again in 300 seconds                          | PT5M
            450 4.7.1 greylisted, try in 60 s                           | PT1M
            450 4.2.0 Greylisted for 5 minutes.                         | PT5M
            451 Please retry after 1 hour                               | PT1H
            452 4.3.1 wait 90sec                                        | PT1M30S
            450 come back in 9000 hours                                 | PT24H
            450 4.2.0 Greylisted                                        | none
            452 4.3.1 64 MB, 100 mails                                  | none
            450 4.7.1 m.example.com: greylisted                         | none
            451 4.7.1 Client host 192.0.2.1 s.example.com too busy      | none
            450 see http://postgrey.example.com/help/60m.html           | none
            """)
    void a_time_that_the_server_names_is_when_to_try_again(String text, Duration retryAfter) {
        var outcome = new SmtpReply(Stage.RECIPIENT, Integer.parseInt(text, 0, 3, 10), text).outcome();

        assertThat(outcome)
                .isEqualTo(new Outcome.Deferred("The mail server says: " + text, Optional.ofNullable(retryAfter)));
    }

    @Test
    void how_long_we_waited_is_no_time_that_the_server_named() {
        assertThat(new SmtpReply(Stage.RECIPIENT, SmtpReply.SILENCE, "it was silent for 60 seconds").outcome())
                .isEqualTo(new Outcome.Deferred(
                        "The mail server gave no answer: it was silent for 60 seconds", Optional.empty()));
    }
}
