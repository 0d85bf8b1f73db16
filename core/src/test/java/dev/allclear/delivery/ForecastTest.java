package dev.allclear.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Outbox.Cut;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Outbox.Tally;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ForecastTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Announcement WHAT = new Announcement(
            new AnnouncementId("one"),
            new PageId("page"),
            new Subject.OfIncident(new IncidentId("incident"), new UpdateId("update")),
            AT);

    private static Progress progress(Cut cut, long accepted) {
        return new Progress(WHAT, cut, Optional.empty(), false, new Tally(Map.of(Kind.ACCEPTED, accepted)));
    }

    private static Pace pace(long portions, long... atSeconds) {
        var accepted = new TreeMap<Duration, Long>();
        for (var seconds : atSeconds) {
            accepted.merge(Duration.ofSeconds(seconds), 100L, Long::sum);
        }
        return new Pace(accepted, portions);
    }

    @Test
    void expects_of_the_rest_as_many_as_of_those_it_looked_at() {
        var halfListen = progress(new Cut(400, 0, false), 200);

        var forecast = Forecast.of(halfListen, pace(4, 10, 20), 1_000, AT.plusSeconds(20));

        assertThat(forecast.people()).isEqualTo(500);
        assertThat(forecast.isCertain()).isFalse();
        assertThat(forecast.perSecond()).isEqualTo(10);
        assertThat(forecast.through()).contains(AT.plusSeconds(20 + 30));
    }

    @Test
    void knows_no_end_before_the_first_is_out() {
        var begun = progress(new Cut(400, 4, false), 0);

        var forecast = Forecast.of(begun, pace(4), 1_000, AT.plusSeconds(5));

        assertThat(forecast.people()).isEqualTo(1_000);
        assertThat(forecast.through()).isEmpty();
    }

    @Test
    void goes_by_the_last_minute_alone() {
        var slower = progress(new Cut(1_000, 1, true), 300);

        var forecast = Forecast.of(slower, pace(4, 10, 10, 110), 1_000, AT.plusSeconds(120));

        assertThat(forecast.perSecond()).isEqualTo(100 / 60.0);
    }

    @Test
    void is_certain_once_everybody_was_looked_at() {
        var through = progress(new Cut(1_000, 0, true), 300);

        var forecast = Forecast.of(through, pace(4, 10, 20, 30), 2_000, AT.plusSeconds(40));

        assertThat(forecast.people()).isEqualTo(300);
        assertThat(forecast.isCertain()).isTrue();
        assertThat(forecast.through()).isEmpty();
    }

    @Test
    void tells_when_half_and_all_had_it() {
        var pace = pace(1, 10, 20, 30, 40);

        assertThat(pace.until(.5, 400)).contains(Duration.ofSeconds(20));
        assertThat(pace.until(1, 400)).contains(Duration.ofSeconds(40));
        assertThat(pace.until(.95, 1_000)).isEmpty();
        assertThat(pace.last()).contains(Duration.ofSeconds(41));
    }
}
