package dev.allclear.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EndingTest {

    private static final Instant START = Instant.parse("2026-06-20T06:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(2));

    @Test
    void from_a_quarter_of_an_hour_before_the_end_somebody_is_asked() {
        var ending = Ending.of(running(Details.NONE)).orElseThrow();

        assertThat(ending.asks(END.minus(Duration.ofMinutes(15)).minusMillis(1)))
                .isFalse();
        assertThat(ending.asks(END.minus(Duration.ofMinutes(15)))).isTrue();
        assertThat(ending.asks(END.plus(Duration.ofHours(3)))).isTrue();
    }

    @Test
    void an_extension_asks_anew() {
        var later = running(Details.NONE)
                .extend(END.plus(Duration.ofHours(1)), new NoticeId("x"), "It is much.", START, "Mira");

        assertThat(Ending.of(later).orElseThrow().at()).isEqualTo(END.plus(Duration.ofHours(1)));
    }

    @Test
    void what_goes_by_itself_or_is_over_asks_nobody() {
        var done = running(Details.NONE).complete(new NoticeId("d"), "Done.", END, "Mira");

        assertThat(Ending.of(done)).isEmpty();
        assertThat(Ending.of(running(Details.NONE.goingByItself()))).isEmpty();
    }

    @Test
    void work_whose_start_has_passed_asks_whether_it_has_begun() {
        var ending = Ending.of(planned(Details.NONE)).orElseThrow();

        assertThat(ending.begins()).isTrue();
        assertThat(ending.asks(START.minusMillis(1))).isFalse();
        assertThat(ending.asks(START)).isTrue();
        assertThat(Ending.of(planned(Details.NONE.goingByItself()))).isEmpty();
    }

    private static Maintenance running(Details details) {
        return planned(details).start(new NoticeId("s"), "We begin.", START, "Mira");
    }

    private static Maintenance planned(Details details) {
        return Maintenance.announced(
                new MaintenanceId("w"),
                new PageId("page"),
                "Move",
                new Window(START, END),
                Map.of(),
                details,
                new NoticeId("n"),
                "We move.",
                START.minus(Duration.ofDays(14)),
                "Mira");
    }
}
