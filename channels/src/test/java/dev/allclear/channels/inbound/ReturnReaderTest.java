package dev.allclear.channels.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.returns.Cause;
import dev.allclear.returns.Returned;
import dev.allclear.returns.Returned.Bounced;
import dev.allclear.returns.Returned.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnReaderTest {

    private static final ReturnReader READER = new ReturnReader(Samples::ticket);

    private static Returned read(String name) {
        return READER.read(Samples.bytes(name), Optional.of(Samples.BOUNCE)).returned();
    }

    private static Failure failure(String name) {
        assertThat(read(name)).isInstanceOf(Bounced.class);
        return ((Bounced) read(name)).about(Samples.ADA);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            postfix-unknown-user       | MAILBOX_GONE | 5.1.1
            postfix-flat-no            | MAILBOX_GONE | 5.3.0
            postfix-full-and-expired   | FOR_NOW      | 4.2.2
            postfix-policy             | REFUSED_US   | 5.7.1
            postfix-no-such-domain     | FOR_NOW      | 5.4.4
            list-with-one-dead-member  | FOR_NOW      | 5.1.1
            several-recipients         | FOR_NOW      | 5.2.2
            without-empty-lines        | MAILBOX_GONE | 5.1.1
            exchange-not-found         | MAILBOX_GONE | 5.1.10
            base64-report              | MAILBOX_GONE | 5.1.1
            qmail                      | MAILBOX_GONE | 5.1.1
            exim-words                 | MAILBOX_GONE | 5.0.0
            """)
    void a_report_of_a_failure_says_whose_fault_it_is(String name, Cause cause, String status) {
        var failure = failure(name);

        assertThat(failure.cause()).isEqualTo(cause);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.text()).doesNotContain("ada@").doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void what_the_server_said_is_kept_without_anybodys_address() {
        assertThat(failure("postfix-unknown-user").text())
                .isEqualTo("550 5.1.1 <a***@shops.example>: Recipient address rejected: User unknown in virtual"
                        + " mailbox table");
        assertThat(failure("base64-report").text()).isEqualTo("550 5.1.1 Empfänger unbekannt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix-delayed",
                "postfix-delivered",
                "exim-delay",
                "not-spam",
                "out-of-office",
                "out-of-office-without-a-word",
                "receipt"
            })
    void nothing_follows_from_delays_receipts_and_automatic_answers(String name) {
        assertThat(read(name)).isInstanceOf(Returned.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"daemon-without-a-code", "thanks"})
    void what_says_nothing_for_certain_is_not_guessed_at(String name) {
        assertThat(read(name)).isInstanceOf(Returned.Unreadable.class);
    }

    @Test
    void who_writes_to_leave_or_asks_in_as_many_words_leaves() {
        var leaving = READER.read(Samples.bytes("leave"), Optional.of(Samples.LEAVE));
        var asking = READER.read(Samples.bytes("asks"), Optional.of(Samples.BOUNCE));

        assertThat(leaving.returned()).isEqualTo(new Returned.Leave());
        assertThat(leaving.ticket()).contains(Samples.READER);
        assertThat(asking.returned()).isEqualTo(new Returned.Leave());
        assertThat(asking.ticket()).contains(Samples.MAIL);
    }

    @Test
    void a_complaint_finds_its_mail_by_the_signed_addresses_inside() {
        var bySender = READER.read(Samples.bytes("complaint"), Optional.empty());
        var byList = READER.read(Samples.bytes("complaint-by-list-header"), Optional.empty());

        assertThat(bySender.returned())
                .isEqualTo(new Returned.Complained(Samples.MAIL, "abuse, reported by BigMail-Feedback/1.0"));
        assertThat(bySender.ticket()).contains(Samples.MAIL);
        assertThat(byList.ticket()).contains(Samples.READER);
    }

    @Test
    void a_report_without_a_signed_address_is_about_nobody() {
        var complaint = READER.read(Samples.bytes("complaint-unsigned"), Optional.empty());
        var bounce = READER.read(
                Samples.text("postfix-unknown-user")
                        .replace(Samples.BOUNCE, "bounce+0123456789abcdef01234567.aaaaaaaaaaaaaaaaaaaa@returns.example")
                        .getBytes(StandardCharsets.UTF_8),
                Optional.empty());

        assertThat(complaint.ticket()).isEmpty();
        assertThat(bounce.ticket()).isEmpty();
    }

    @Test
    void in_a_mailbox_the_header_says_to_whom_a_mail_came() {
        var reading = READER.read(Samples.bytes("delivered-to"), Optional.empty());

        assertThat(reading.ticket()).contains(Samples.MAIL);
        assertThat(reading.returned()).isInstanceOf(Bounced.class);
    }

    @Test
    void lines_may_end_as_unix_ends_them() {
        var unix = Samples.text("postfix-unknown-user").replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(READER.read(unix, Optional.of(Samples.BOUNCE)).returned()).isEqualTo(read("postfix-unknown-user"));
    }

    @Test
    void a_report_that_was_cut_off_anywhere_does_no_harm() {
        var whole = Samples.bytes("postfix-unknown-user");

        for (var length = 0; length < whole.length; length++) {
            var returned = READER.read(Arrays.copyOf(whole, length), Optional.of(Samples.BOUNCE))
                    .returned();
            if (returned instanceof Bounced(var failures)) {
                assertThat(failures).isNotEmpty();
            }
        }
    }

    @Test
    void what_is_too_large_is_not_read() {
        assertThat(READER.read(new byte[ReturnReader.LONGEST + 1], Optional.of(Samples.BOUNCE))
                        .returned())
                .isInstanceOf(Returned.Unreadable.class);
    }

    @Test
    void all_causes_are_told_apart_by_status_and_words() {
        assertThat(List.of(
                        Cause.of("5.1.8", ""),
                        Cause.of("5.2.1", "mailbox disabled"),
                        Cause.of("5.2.0", "quota exceeded"),
                        Cause.of("5.4.1", "Recipient address rejected: Access denied"),
                        Cause.of("5.4.6", "mail loop"),
                        Cause.of("5.5.0", "mailbox unavailable"),
                        Cause.of("5.0.0", "your IP is on the Spamhaus list"),
                        Cause.of("5.6.1", ""),
                        Cause.of("4.7.28", "rate limited"),
                        Cause.of("4.4.7", "expired")))
                .containsExactly(
                        Cause.REFUSED_US,
                        Cause.MAILBOX_GONE,
                        Cause.FOR_NOW,
                        Cause.MAILBOX_GONE,
                        Cause.FOR_NOW,
                        Cause.MAILBOX_GONE,
                        Cause.REFUSED_US,
                        Cause.REFUSED_US,
                        Cause.REFUSED_US,
                        Cause.FOR_NOW);
    }
}
