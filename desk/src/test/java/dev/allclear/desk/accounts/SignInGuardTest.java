package dev.allclear.desk.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.desk.web.Limits;
import dev.allclear.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInGuardTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T10:00:00Z");
    private final SignInGuard guard = new SignInGuard(Limits.usual(clock), clock);

    @Test
    void one_client_may_try_so_many_accounts() {
        for (var i = 0; i < 30; i++) {
            guard.mayTry("203.0.113.9", "account" + i);
        }

        assertThatExceptionOfType(Refused.TooMany.class).isThrownBy(() -> guard.mayTry("203.0.113.9", "one more"));
        assertThatCode(() -> guard.mayTry("203.0.113.10", "one more")).doesNotThrowAnyException();
        clock.advance(Duration.ofMinutes(1));
        assertThatCode(() -> guard.mayTry("203.0.113.9", "one more")).doesNotThrowAnyException();
    }

    @Test
    void one_account_is_tried_so_often_from_wherever() {
        for (var i = 0; i < 60; i++) {
            guard.mayTry("203.0.113." + i, "victim");
        }

        assertThatExceptionOfType(Refused.TooMany.class).isThrownBy(() -> guard.mayTry("198.51.100.1", "victim"));
    }

    @Test
    void one_client_alone_keeps_nobody_else_from_signing_in() {
        for (var second = 0; second < 4 * 3_600; second++) {
            tryAnyway("203.0.113.9", "victim");
            clock.advance(Duration.ofSeconds(1));
            if (second % 600 == 0) {
                assertThatCode(() -> guard.mayTry("198.51.100.1", "victim")).doesNotThrowAnyException();
                guard.succeeded("198.51.100.1", "victim");
            }
        }
    }

    @Test
    void many_tries_at_once_are_no_more_than_many_in_turn() {
        var let = 0;
        for (var i = 0; i < 30; i++) {
            let += tryAnyway("203.0.113.9", "victim") ? 1 : 0;
        }

        assertThat(let).isEqualTo(5);
    }

    private boolean tryAnyway(String client, String account) {
        try {
            guard.mayTry(client, account);
            return true;
        } catch (Refused.TooMany _) {
            return false;
        }
    }

    @Test
    void the_wait_doubles_up_to_a_quarter_of_an_hour_and_ends_with_success() {
        for (var i = 0; i < 20; i++) {
            guard.mayTry("203.0.113.9", "ada");
            clock.advance(Duration.ofMinutes(15));
        }
        guard.mayTry("203.0.113.9", "ada");
        clock.advance(Duration.ofMinutes(14));
        assertThatExceptionOfType(Refused.TooMany.class).isThrownBy(() -> guard.mayTry("203.0.113.9", "ada"));
        clock.advance(Duration.ofMinutes(1));
        assertThatCode(() -> guard.mayTry("203.0.113.9", "ada")).doesNotThrowAnyException();

        guard.succeeded("203.0.113.9", "ada");
        guard.mayTry("203.0.113.9", "ada");

        assertThatCode(() -> guard.mayTry("203.0.113.9", "ada")).doesNotThrowAnyException();
    }
}
