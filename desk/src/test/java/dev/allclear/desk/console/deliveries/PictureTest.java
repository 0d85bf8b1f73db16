package dev.allclear.desk.console.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Forecast;
import dev.allclear.delivery.Outbox.Cut;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Outbox.Tally;
import dev.allclear.delivery.Pace;
import dev.allclear.delivery.Subject;
import dev.allclear.desk.console.Watch;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PictureTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    /// A hundred people are told in each of the seconds so far.
    private static Picture after(int seconds, long people, boolean isWhole, Optional<Instant> promised) {
        var accepted = new TreeMap<Duration, Long>();
        for (var second = 1; second <= seconds; second++) {
            accepted.put(Duration.ofSeconds(second), 100L);
        }
        var announcement = new Announcement(
                new AnnouncementId("one"),
                new PageId("page"),
                new Subject.OfIncident(new IncidentId("incident"), new UpdateId("update")),
                AT);
        var progress = new Progress(
                announcement,
                new Cut(seconds * 100L, 0, isWhole),
                Optional.empty(),
                false,
                new Tally(Map.of(Kind.ACCEPTED, seconds * 100L)));
        var pace = new Pace(accepted, seconds);
        var now = AT.plusSeconds(seconds);
        return new Picture(
                progress,
                pace,
                Forecast.of(progress, pace, people, now),
                promised,
                false,
                new Watch(ZoneOffset.UTC, now));
    }

    @Test
    void says_when_it_will_be_through() {
        var picture = after(20, 12_345, false, Optional.of(AT.plusSeconds(1_800)));

        assertThat(picture.of()).isEqualTo("of about 12,400");
        assertThat(picture.rate()).isEqualTo("100 a second");
        assertThat(picture.through().orElseThrow()).isBetween(AT.plusSeconds(120), AT.plusSeconds(126));
        assertThat(picture.warning()).isEmpty();
        assertThat(picture.marks()).isEmpty();
    }

    @Test
    void warns_when_that_is_later_than_the_next_update_that_was_promised() {
        var picture = after(20, 60_000, false, Optional.of(AT.plusSeconds(300)));

        assertThat(picture.warning()).isEqualTo("This takes until 10:10 UTC, and you promised an update by 10:05 UTC.");
    }

    @Test
    void warns_when_the_last_will_hear_of_it_late() {
        var picture = after(20, 120_000, false, Optional.empty());

        assertThat(picture.warning())
                .isEqualTo("This takes until 10:20 UTC: the last will hear of it 20 min after you published it.");
    }

    @Test
    void tells_how_long_it_took_once_it_is_through() {
        var picture = after(20, 12_345, true, Optional.empty());

        assertThat(picture.isBusy()).isFalse();
        assertThat(picture.of()).isEmpty();
        assertThat(picture.rate()).isEmpty();
        assertThat(picture.marks())
                .containsExactly(
                        new Picture.Mark("Half had it after", "10 s"),
                        new Picture.Mark("95 of 100 after", "19 s"),
                        new Picture.Mark("All after", "20 s"));
        assertThat(picture.standings()).containsExactly(new Picture.Standing("Sent", 2_000, false));
    }
}
