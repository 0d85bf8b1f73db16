package dev.allclear.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    @Test
    void it_doubles_up_to_the_longest_wait() {
        assertThat(Backoff.USUAL.after(1, 1.0)).contains(Duration.ofSeconds(30));
        assertThat(Backoff.USUAL.after(2, 1.0)).contains(Duration.ofSeconds(60));
        assertThat(Backoff.USUAL.after(15, 1.0)).contains(Duration.ofHours(1));
    }

    @Test
    void chance_spreads_it_between_half_and_whole() {
        assertThat(Backoff.USUAL.after(1, 0.0)).contains(Duration.ofSeconds(15));
    }

    @Test
    void the_last_try_is_the_last() {
        assertThat(Backoff.USUAL.after(16, 0.5)).isEmpty();
    }
}
