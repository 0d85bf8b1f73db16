package dev.allclear.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class OddTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_time_that_never_comes_is_meant_as_much_later_as_the_clocks_go_forward() {
        var typed = LocalDateTime.parse("2026-03-29T02:30");

        var odd = OddTime.of(typed, BERLIN);

        var change = new ClockChange(Instant.parse("2026-03-29T01:00:00Z"), Duration.ofHours(1), BERLIN);
        assertThat(odd).contains(new OddTime.Skipped(typed, change, Instant.parse("2026-03-29T01:30:00Z")));
        assertThat(odd.orElseThrow().change().isForward()).isTrue();
    }

    @Test
    void of_a_time_that_comes_twice_the_first_is_meant() {
        var typed = LocalDateTime.parse("2026-04-05T01:45");
        var lordHowe = ZoneId.of("Australia/Lord_Howe");

        var odd = OddTime.of(typed, lordHowe);

        var change = new ClockChange(Instant.parse("2026-04-04T15:00:00Z"), Duration.ofMinutes(-30), lordHowe);
        assertThat(odd)
                .contains(new OddTime.Twice(
                        typed, change, Instant.parse("2026-04-04T14:45:00Z"), Instant.parse("2026-04-04T15:15:00Z")));
    }

    @Test
    void other_times_are_not_odd() {
        assertThat(OddTime.of(LocalDateTime.parse("2026-03-29T03:00"), BERLIN)).isEmpty();
        assertThat(OddTime.of(LocalDateTime.parse("2026-10-25T03:00"), BERLIN)).isEmpty();
        assertThat(OddTime.of(LocalDateTime.parse("2026-10-25T02:30"), ZoneId.of("Etc/UTC")))
                .isEmpty();
    }
}
