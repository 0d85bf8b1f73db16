package dev.allclear.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.maintenance.Recurrence.Every;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Work that repeats, by the calendar of its zone.
final class RecurrenceTest {

    private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-06-02T22:00");
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=DAILY;COUNT=3                    | 06-02 06-03 06-04
            FREQ=DAILY;INTERVAL=2;UNTIL=20260607  | 06-02 06-04 06-06
            FREQ=WEEKLY;COUNT=3                   | 06-02 06-09 06-16
            FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4       | 06-02 06-04 06-09 06-11
            FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,WE;COUNT=4 | 06-02 06-03 06-16 06-17
            RRULE:FREQ=WEEKLY;UNTIL=20260616T215959Z | 06-02 06-09 06-16
            FREQ=MONTHLY;COUNT=3                  | 06-02 07-02 08-02
            FREQ=MONTHLY;BYDAY=1TU;COUNT=3        | 06-02 07-07 08-04
            FREQ=MONTHLY;BYDAY=1TU,-1FR;COUNT=3   | 06-02 06-26 07-07
            FREQ=DAILY;BYDAY=TU,SU;COUNT=3        | 06-02 06-07 06-09
            """)
    void days_come_as_the_rule_says(String rule, String days) {
        var windows = Recurrence.of(rule).windows(TUESDAY, TWO_HOURS, BERLIN, Set.of());

        assertThat(windows)
                .extracting(window ->
                        window.start().atZone(BERLIN).toLocalDate().toString().substring(5))
                .containsExactly(days.split(" "));
        assertThat(windows).allSatisfy(window -> assertThat(window.length()).isEqualTo(TWO_HOURS));
    }

    @Test
    void a_month_without_that_day_is_left_out() {
        var windows = Recurrence.of("FREQ=MONTHLY;COUNT=3")
                .windows(LocalDateTime.parse("2026-01-31T01:00"), TWO_HOURS, BERLIN, Set.of());

        assertThat(windows)
                .extracting(window -> window.start().atZone(BERLIN).toLocalDate())
                .containsExactly(
                        LocalDate.parse("2026-01-31"), LocalDate.parse("2026-03-31"), LocalDate.parse("2026-05-31"));
    }

    @Test
    void half_past_two_stays_there_when_the_clocks_change_and_none_is_skipped() {
        var windows = Recurrence.times(Every.WEEKLY, 1, 4)
                .windows(LocalDateTime.parse("2026-02-22T02:30"), TWO_HOURS, ZoneId.of("America/New_York"), Set.of());

        assertThat(windows)
                .extracting(Window::start)
                .containsExactly(
                        Instant.parse("2026-02-22T07:30:00Z"),
                        Instant.parse("2026-03-01T07:30:00Z"),
                        // There is no half past two: an hour later.
                        Instant.parse("2026-03-08T07:30:00Z"),
                        Instant.parse("2026-03-15T06:30:00Z"));
    }

    @Test
    void days_that_are_excepted_count_but_do_not_take_place() {
        var windows = Recurrence.of("FREQ=WEEKLY;COUNT=3")
                .windows(TUESDAY, TWO_HOURS, BERLIN, Set.of(LocalDate.parse("2026-06-09")));

        assertThat(windows).hasSize(2);
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> Recurrence.of("FREQ=WEEKLY;COUNT=1")
                        .windows(TUESDAY, TWO_HOURS, BERLIN, Set.of(TUESDAY.toLocalDate())));
    }

    @Test
    void the_second_sunday_is_one_choice_in_a_form() {
        var sunday = LocalDateTime.parse("2026-06-14T03:00");

        var windows = Recurrence.times(Every.MONTHLY, 1, 3)
                .onDay(2, sunday.toLocalDate())
                .windows(sunday, TWO_HOURS, BERLIN, Set.of());

        assertThat(windows)
                .extracting(window -> window.start().atZone(BERLIN).getDayOfMonth())
                .isEqualTo(List.of(14, 12, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "weekly",
                "FREQ=HOURLY;COUNT=3",
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;COUNT=0",
                "FREQ=WEEKLY;COUNT=101",
                "FREQ=WEEKLY;COUNT=2;COUNT=3",
                "FREQ=WEEKLY;COUNT=2;UNTIL=20261231",
                "FREQ=WEEKLY;COUNT=two",
                "FREQ=WEEKLY;INTERVAL=0;COUNT=2",
                "FREQ=WEEKLY;UNTIL=2026-12-31",
                "FREQ=WEEKLY;UNTIL=20261341",
                "FREQ=WEEKLY;BYDAY=1SU;COUNT=3",
                "FREQ=WEEKLY;BYDAY=SUN;COUNT=3",
                "FREQ=MONTHLY;BYSETPOS=1;COUNT=3",
                "FREQ=WEEKLY;BYDAY=WE;COUNT=4",
                "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3",
                "FREQ=MONTHLY;INTERVAL=12;UNTIL=20990101",
                "FREQ=DAILY;UNTIL=20301231",
                "FREQ=MONTHLY;COUNT=60",
            })
    void what_can_not_be_meant_is_refused_beside_its_field(String rule) {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> Recurrence.of(rule).windows(TUESDAY, TWO_HOURS, BERLIN, Set.of()))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("recurrence"));
    }
}
