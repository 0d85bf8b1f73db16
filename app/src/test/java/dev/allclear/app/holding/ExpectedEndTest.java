package dev.allclear.app.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpectedEndTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "16:30, 2026-03-28T15:30:00Z",
        "9:30, 2026-03-29T07:30:00Z",
        "2026-03-29T16:30, 2026-03-29T14:30:00Z",
        "2026-03-29 16:30, 2026-03-29T14:30:00Z",
        "2026-03-28T16:30Z, 2026-03-28T16:30:00Z",
        "2026-03-28T16:30+02:00, 2026-03-28T14:30:00Z",
    })
    void it_is_read_in_the_pages_zone_unless_it_names_its_own(String typed, Instant meant) {
        assertThat(ExpectedEnd.parse(typed, BERLIN, NOW)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"soon", "25:00", "2026-03-28T12:59", "2026-03-29T02:30", "2026-10-25T02:30", "2026-02-30T10:00"})
    void what_is_over_or_no_single_instant_is_refused(String typed) {
        assertThatExceptionOfType(Refused.Invalid.class).isThrownBy(() -> ExpectedEnd.parse(typed, BERLIN, NOW));
    }
}
