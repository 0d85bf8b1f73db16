package dev.allclear.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.status.Area;
import dev.allclear.status.ComponentId;
import dev.allclear.status.RegionId;
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

/// What is shown to somebody who plans work.
final class OutlookTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Window WINDOW = window("2026-03-20T20:00:00Z", "2026-03-20T22:00:00Z");
    private static final Area CARDS = Area.whole(new ComponentId("cards"));
    private static final Area CARDS_EUROPE = Area.in(new ComponentId("cards"), new RegionId("eu"));
    private static final Area INVOICES = Area.whole(new ComponentId("invoices"));

    @Test
    void other_work_at_the_same_time_is_named_and_what_shares_parts_comes_first() {
        var elsewhere = work("elsewhere", INVOICES, "2026-03-20T21:00:00Z", "2026-03-20T23:00:00Z");
        var same = work("same", CARDS_EUROPE, "2026-03-20T19:00:00Z", "2026-03-20T20:30:00Z");
        var after = work("after", CARDS, "2026-03-20T22:00:00Z", "2026-03-20T23:00:00Z");

        var outlook = outlook(WINDOW, WorkPolicy.USUAL, elsewhere, same, after);

        assertThat(outlook.overlaps())
                .containsExactly(new Outlook.Overlap(same, true), new Outlook.Overlap(elsewhere, false));
    }

    @Test
    void cancelled_work_is_in_nobodys_way_and_late_work_still_is() {
        var cancelled = work("gone", CARDS, "2026-03-20T19:00:00Z", "2026-03-20T21:00:00Z")
                .cancel(new NoticeId("c"), "Not needed.", NOW, "Mira");
        var late = work("late", CARDS, "2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z")
                .start(new NoticeId("s"), "We begin.", Instant.parse("2026-03-03T09:00:00Z"), "Mira");
        var stillRunning = Instant.parse("2026-03-20T20:30:00Z");

        var outlook = Outlook.of(
                WINDOW, Set.of(CARDS), List.of(cancelled, late), WorkPolicy.USUAL, List.of(BERLIN), stillRunning);

        assertThat(outlook.overlaps()).containsExactly(new Outlook.Overlap(late, true));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2026-11-26T20:00:00Z, 2026-11-26T23:00:00Z, false",
        "2026-11-26T20:00:00Z, 2026-11-26T23:00:01Z, true",
        "2026-11-30T22:59:59Z, 2026-12-01T03:00:00Z, true",
        "2026-11-30T23:00:00Z, 2026-12-01T03:00:00Z, false",
    })
    void blackouts_are_days_of_the_page(Instant start, Instant end, boolean touched) {
        var sale = new Blackout(LocalDate.parse("2026-11-27"), LocalDate.parse("2026-11-30"), "the big sale");
        var policy = new WorkPolicy(Duration.ofDays(7), List.of(), Duration.ofHours(4), List.of(sale));

        var outlook = outlook(new Window(start, end), policy);

        assertThat(outlook.blackouts()).isEqualTo(touched ? List.of(sale) : List.of());
    }

    @ParameterizedTest(name = "{0}, {1} to {2}: {4} min at {3}")
    @CsvSource({
        "Europe/Berlin, 2026-03-29T00:00, 2026-03-29T04:00, 2026-03-29T01:00:00Z, 60",
        "Europe/Berlin, 2026-10-25T00:00, 2026-10-25T04:00, 2026-10-25T01:00:00Z, -60",
        "America/New_York, 2026-03-08T01:00, 2026-03-08T05:00, 2026-03-08T07:00:00Z, 60",
        "America/New_York, 2026-11-01T00:30, 2026-11-01T04:00, 2026-11-01T06:00:00Z, -60",
        // Half an hour only.
        "Australia/Lord_Howe, 2026-04-05T00:00, 2026-04-05T06:00, 2026-04-04T15:00:00Z, -30",
        "Australia/Lord_Howe, 2026-10-04T00:00, 2026-10-04T06:00, 2026-10-03T15:30:00Z, 30",
        // For Ramadan, and back.
        "Africa/Casablanca, 2026-02-15T01:00, 2026-02-15T06:00, 2026-02-15T02:00:00Z, -60",
        "Africa/Casablanca, 2026-03-22T01:00, 2026-03-22T06:00, 2026-03-22T02:00:00Z, 60",
    })
    void a_change_of_the_clocks_within_the_window_is_told(
            ZoneId zone, LocalDateTime start, LocalDateTime end, Instant at, int minutes) {
        var window = new Window(start.atZone(zone).toInstant(), end.atZone(zone).toInstant());

        var outlook = Outlook.of(window, Set.of(), List.of(), WorkPolicy.USUAL, List.of(zone), NOW);

        assertThat(outlook.inside()).containsExactly(new ClockChange(at, Duration.ofMinutes(minutes), zone));
        var wall = Duration.between(start, end);
        assertThat(window.length()).isEqualTo(wall.minusMinutes(minutes));
    }

    @Test
    void what_ends_as_the_clocks_are_changed_is_told_by_the_new_time() {
        var change = Instant.parse("2026-03-29T01:00:00Z");
        var before = new Window(change.minus(Duration.ofHours(2)), change);
        var after = new Window(change, change.plus(Duration.ofHours(2)));

        assertThat(outlook(before, WorkPolicy.USUAL).inside()).hasSize(1);
        assertThat(outlook(after, WorkPolicy.USUAL).inside()).isEmpty();
        assertThat(outlook(after, WorkPolicy.USUAL).ahead()).hasSize(1);
    }

    @Test
    void clocks_that_are_changed_together_are_told_of_once_and_others_not_at_all() {
        var window = window("2026-03-28T22:00:00Z", "2026-03-29T04:00:00Z");

        var outlook = Outlook.of(
                window,
                Set.of(),
                List.of(),
                WorkPolicy.USUAL,
                List.of(BERLIN, ZoneId.of("Europe/Lisbon"), ZoneId.of("Asia/Kathmandu")),
                NOW);

        assertThat(outlook.inside()).extracting(ClockChange::zone).containsExactly(BERLIN);
    }

    @Test
    void work_that_starts_too_soon_lacks_what_the_policy_asks_for() {
        var soon = window("2026-03-05T09:00:00Z", "2026-03-05T10:00:00Z");

        assertThat(outlook(soon, WorkPolicy.USUAL).lacking()).contains(Duration.ofDays(4));
        assertThat(outlook(WINDOW, WorkPolicy.USUAL).lacking()).isEmpty();
    }

    @Test
    void the_ladder_goes_from_the_first_reminder_to_the_end() {
        var long8h = Maintenance.announced(
                new MaintenanceId("w"),
                new PageId("page"),
                "Move",
                window("2026-04-01T07:00:00Z", "2026-04-01T15:00:00Z"),
                Maintenance.unusable(Set.of(CARDS)),
                Details.NONE.goingByItself(),
                new NoticeId("n"),
                "We move.",
                NOW,
                "Mira");

        assertThat(Outlook.ladder(long8h, WorkPolicy.USUAL, BERLIN))
                .containsExactly(
                        // At nine by the clock in Berlin, which is an hour later by the sun.
                        new Agenda.Step.Remind(Instant.parse("2026-03-25T08:00:00Z"), new Rung(Duration.ofDays(7))),
                        new Agenda.Step.Remind(Instant.parse("2026-03-29T07:00:00Z"), new Rung(Duration.ofDays(3))),
                        new Agenda.Step.Remind(Instant.parse("2026-03-31T07:00:00Z"), new Rung(Duration.ofDays(1))),
                        new Agenda.Step.Remind(Instant.parse("2026-04-01T06:00:00Z"), new Rung(Duration.ofHours(1))),
                        new Agenda.Step.Begin(Instant.parse("2026-04-01T07:00:00Z")),
                        new Agenda.Step.CheckIn(Instant.parse("2026-04-01T11:00:00Z")),
                        new Agenda.Step.Finish(Instant.parse("2026-04-01T15:00:00Z")));
    }

    private static Outlook outlook(Window window, WorkPolicy policy, Maintenance... others) {
        return Outlook.of(window, Set.of(CARDS), List.of(others), policy, List.of(BERLIN), NOW);
    }

    private static Maintenance work(String id, Area part, String start, String end) {
        return Maintenance.announced(
                new MaintenanceId(id),
                new PageId("page"),
                "Work",
                window(start, end),
                Maintenance.unusable(Set.of(part)),
                Details.NONE,
                new NoticeId("n-" + id),
                "We work.",
                NOW,
                "Mira");
    }

    private static Window window(String start, String end) {
        return new Window(Instant.parse(start), Instant.parse(end));
    }
}
