package dev.allclear.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.transaction.CommitListener;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Who carries a letter when somebody can't, and who is left alone for a while.
final class CarriersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Outcome SENT = new Outcome.Accepted("250 Ok");
    private static final Outcome AWAY = new Outcome.Unavailable("connection refused", Optional.empty());

    private final List<String> asked = new ArrayList<>();
    private long steady = 1_000;
    private Outcome first = SENT;
    private Outcome second = SENT;
    private boolean broken;

    private final Carriers carriers = new Carriers(
            List.of(
                    Provider.unlimited("first", letter -> asked("first", first)),
                    Provider.unlimited("second", letter -> asked("second", second))),
            new NoStore(),
            InstantSource.fixed(NOW),
            () -> steady,
            new NoChance());

    private Outcome asked(String who, Outcome answer) {
        if (broken) {
            throw new IllegalArgumentException("can't be written");
        }
        asked.add(who);
        return answer;
    }

    @Test
    void the_preferred_one_carries_as_long_as_it_can() {
        assertThat(send(to("ada@a.example"))).isEqualTo(SENT);
        assertThat(asked).containsExactly("first");
    }

    @Test
    void the_next_one_takes_over_at_once_and_the_first_is_left_alone_for_a_while() {
        first = AWAY;

        assertThat(send(to("ada@a.example"))).isEqualTo(SENT);
        assertThat(send(to("bela@a.example"))).isEqualTo(SENT);
        assertThat(asked).containsExactly("first", "second", "second");

        first = SENT;
        pass(Duration.ofSeconds(2));
        assertThat(send(to("cleo@a.example"))).isEqualTo(SENT);
        assertThat(asked).endsWith("first");
    }

    @Test
    void nobody_else_is_asked_when_a_letter_was_refused_or_may_have_been_taken() {
        for (var answer : List.of(
                new Outcome.Rejected("554 spam"),
                new Outcome.Unknown("no answer"),
                new Outcome.Gone("550 5.1.1"),
                new Outcome.Deferred("451", Optional.empty()))) {
            first = answer;
            assertThat(send(to("ada@a.example"))).isEqualTo(answer);
        }

        assertThat(asked).doesNotContain("second");
    }

    @Test
    void one_that_takes_letters_and_answers_nothing_is_left_alone_after_a_few() {
        first = new Outcome.Unknown("no answer");
        for (var letter = 0; letter < 5; letter++) {
            assertThat(send(to("ada@a.example"))).isInstanceOf(Outcome.Unknown.class);
        }

        assertThat(send(to("ada@a.example"))).isEqualTo(SENT);
        assertThat(asked).endsWith("second");

        first = SENT;
        pass(Duration.ofSeconds(2));
        assertThat(send(to("ada@a.example"))).isEqualTo(SENT);
        assertThat(asked).endsWith("first");
    }

    @Test
    void when_none_can_the_pause_grows_and_only_one_letter_tries_after_it() {
        first = AWAY;
        second = AWAY;
        send(to("ada@a.example"));
        assertThat(send(to("ada@a.example"))).isInstanceOf(Outcome.Unavailable.class);
        assertThat(asked).hasSize(2);

        for (var pause : List.of(1, 2, 4, 8)) {
            pass(Duration.ofSeconds(pause).minusMillis(600L * pause));
            send(to("ada@a.example"));
            pass(Duration.ofMillis(600L * pause));
            send(to("ada@a.example"));
        }

        assertThat(asked).hasSize(2 + 4 * 2);
        assertThat(carriers.untilNext()).isGreaterThan(Duration.ofSeconds(7));
    }

    @Test
    void a_domain_that_takes_no_more_is_left_alone_and_no_other() {
        first = new Outcome.Busy("421 4.7.28 too many", Optional.of(Duration.ofSeconds(90)));
        send(to("ada@a.example"));
        first = SENT;

        assertThat(send(to("bela@a.example")))
                .isInstanceOfSatisfying(
                        Outcome.Busy.class,
                        busy -> assertThat(busy.retryAfter())
                                .hasValueSatisfying(wait -> assertThat(wait).isEqualTo(Duration.ofSeconds(90))));
        assertThat(send(to("cleo@b.example"))).isEqualTo(SENT);
        assertThat(asked).hasSize(2);

        pass(Duration.ofSeconds(90));
        assertThat(send(to("bela@a.example"))).isEqualTo(SENT);
        assertThat(send(to("dora@a.example"))).isEqualTo(SENT);
    }

    @Test
    void a_letter_that_breaks_after_a_pause_leaves_the_try_to_the_next() {
        first = AWAY;
        second = AWAY;
        send(to("ada@a.example"));
        pass(Duration.ofSeconds(5));
        broken = true;
        assertThatIllegalArgumentException().isThrownBy(() -> send(to("bela@a.example")));

        broken = false;
        first = SENT;
        assertThat(send(to("cleo@a.example"))).isEqualTo(SENT);
    }

    @Test
    void nothing_is_sent_while_the_pace_cannot_be_agreed_on_and_no_letter_is_blamed() {
        var paced = new Carriers(
                List.of(new Provider("first", letter -> asked("first", first), Optional.of(5.0))),
                new NoStore(),
                InstantSource.fixed(NOW),
                () -> steady,
                new NoChance());

        assertThat(paced.send(to("ada@a.example"), going(true))).isInstanceOf(Outcome.Unavailable.class);
        assertThat(paced.send(to("ada@a.example"), going(true))).isInstanceOf(Outcome.Unavailable.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_letter_that_is_refused_while_others_are_taken_is_put_off_and_nobody_waits_for_it() {
        var alone = new Carriers(
                List.of(Provider.unlimited(
                        "first", letter -> letter.to().value().startsWith("ada") ? AWAY : SENT)),
                new NoStore(),
                InstantSource.fixed(NOW),
                () -> steady,
                new NoChance());
        assertThat(alone.send(to("ada@a.example"), going(true))).isInstanceOf(Outcome.Unavailable.class);
        pass(Duration.ofSeconds(2));
        assertThat(alone.send(to("bela@a.example"), going(true))).isEqualTo(SENT);

        assertThat(alone.send(to("ada@a.example"), going(true))).isInstanceOf(Outcome.Deferred.class);

        assertThat(alone.untilNext()).isZero();
        assertThat(alone.send(to("cleo@a.example"), going(true))).isEqualTo(SENT);
    }

    @Test
    void one_that_was_taken_back_goes_to_nobody_and_leaves_the_try_to_the_next() {
        assertThat(carriers.send(to("ada@a.example"), going(false))).isInstanceOf(Outcome.Unavailable.class);

        assertThat(asked).isEmpty();
        assertThat(send(to("bela@a.example"))).isEqualTo(SENT);
    }

    private static Carriers.Going going(boolean wanted) {
        return new Carriers.Going() {
            @Override
            public boolean isWanted() {
                return wanted;
            }

            @Override
            public boolean begins() {
                return wanted;
            }
        };
    }

    private Outcome send(Letter letter) {
        return carriers.send(letter, going(true));
    }

    private void pass(Duration time) {
        steady += time.toNanos();
    }

    private static Letter to(String address) {
        var home = URI.create("https://status.example.com");
        return new Letter(
                new DeliveryId("announcement." + address.substring(0, address.indexOf('@'))),
                "thread",
                new EmailAddress(address),
                new Page(
                        new PageId("fernhill"),
                        "fernhill",
                        "Fernhill",
                        Optional.empty(),
                        ZoneOffset.UTC,
                        Language.ENGLISH,
                        "#2f6f4f",
                        Optional.empty(),
                        NOW),
                Language.ENGLISH,
                ZoneOffset.UTC,
                NOW,
                new Letter.Content.Confirmation(home),
                new Letter.Links(home, home, home.toString(), home.toString()));
    }

    private static final class NoChance implements Entropy {
        @Override
        public String id() {
            return "id";
        }

        @Override
        public String secret() {
            return "secret";
        }

        @Override
        public double fraction() {
            return 1;
        }
    }

    private static final class NoStore implements Store {
        @Override
        public <T> T inTransaction(Function<Tx, T> work) {
            throw new IllegalStateException("nothing is kept here");
        }

        @Override
        public <T> T reading(Function<Tx, T> work) {
            throw new IllegalStateException("nothing is kept here");
        }

        @Override
        public void onCommit(CommitListener listener) {}
    }
}
