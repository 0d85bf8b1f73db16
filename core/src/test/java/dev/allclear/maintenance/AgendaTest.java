package dev.allclear.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.maintenance.Agenda.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens by itself about planned work, through every change of the clocks.
final class AgendaTest {

    private static final Instant START = Instant.parse("2026-06-20T06:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkPolicy USUAL = WorkPolicy.USUAL;

    private int notices;

    @ParameterizedTest(name = "{0} {1}, {2} days ahead")
    @CsvSource({
        // Summer time begins on the Sunday between: at nine all the same.
        "Europe/Berlin, 2026-04-01T09:00, 7, 2026-03-25T08:00:00Z",
        "Europe/Berlin, 2026-04-01T09:00, 1, 2026-03-31T07:00:00Z",
        // It ends: half past two comes twice on the 25th, and the first is meant.
        "Europe/Berlin, 2026-11-01T02:30, 7, 2026-10-25T00:30:00Z",
        // Half past two never comes on the 29th: half past three.
        "Europe/Berlin, 2026-04-05T02:30, 7, 2026-03-29T01:30:00Z",
        // Where clocks move by half an hour, and where no day is like another.
        "Australia/Lord_Howe, 2026-04-08T09:00, 7, 2026-03-31T22:00:00Z",
        "Asia/Kathmandu, 2026-04-08T09:00, 3, 2026-04-05T03:15:00Z",
        "Africa/Cairo, 2026-04-25T00:30, 1, 2026-04-23T22:30:00Z",
    })
    void days_are_days_of_the_calendar(String zone, LocalDateTime start, int days, Instant due) {
        var there = ZoneId.of(zone);

        var rung = new Rung(Duration.ofDays(days));

        assertThat(rung.due(start.atZone(there).toInstant(), there)).isEqualTo(due);
    }

    @Test
    void hours_are_hours_whatever_the_clocks_do() {
        var afterTheChange = Instant.parse("2026-03-29T01:30:00Z");

        assertThat(new Rung(Duration.ofHours(1)).due(afterTheChange, BERLIN))
                .isEqualTo(Instant.parse("2026-03-29T00:30:00Z"));
    }

    @Test
    void the_whole_ladder_lies_ahead_of_work_that_is_announced_in_time() {
        var work = announced(Duration.ofDays(14), Details.NONE.goingByItself());

        assertThat(Agenda.of(work, USUAL, BERLIN))
                .extracting(Step::due)
                .containsExactly(
                        START.minus(Duration.ofDays(7)),
                        START.minus(Duration.ofDays(3)),
                        START.minus(Duration.ofDays(1)),
                        START.minus(Duration.ofHours(1)),
                        START);
    }

    @Test
    void who_announces_late_reminds_of_what_is_still_ahead() {
        var work = announced(Duration.ofDays(2), Details.NONE);

        assertThat(Agenda.of(work, USUAL, BERLIN)).hasSize(2);
    }

    @Test
    void after_a_pause_everybody_is_reminded_once() {
        var work = announced(Duration.ofDays(14), Details.NONE);
        var asleepUntil = START.minus(Duration.ofHours(20));

        var due = Agenda.due(work, USUAL, BERLIN, asleepUntil);

        assertThat(due).hasValueSatisfying(step -> assertThat(step).isEqualTo(remind(Duration.ofDays(1))));
        var reminded = work.remind(((Step.Remind) due.orElseThrow()).rung(), notice(), asleepUntil, "Allclear");
        assertThat(Agenda.due(reminded, USUAL, BERLIN, asleepUntil)).isEmpty();
        assertThat(Agenda.of(reminded, USUAL, BERLIN)).containsExactly(remind(Duration.ofHours(1)));
    }

    @Test
    void nobody_is_reminded_of_what_should_have_begun() {
        var work = announced(Duration.ofDays(14), Details.NONE);

        assertThat(Agenda.due(work, USUAL, BERLIN, START)).isEmpty();
    }

    @Test
    void a_new_time_plans_the_rungs_anew_and_repeats_none() {
        var told = START.minus(Duration.ofDays(7));
        var work = announced(Duration.ofDays(14), Details.NONE)
                .remind(new Rung(Duration.ofDays(7)), notice(), told, "Allclear");
        var later = new Window(
                START.plus(Duration.ofDays(30)), START.plus(Duration.ofDays(30).plusHours(2)));

        var moved = work.move(later, notice(), "A supplier is late.", told.plus(Duration.ofDays(1)), "Ines");

        assertThat(Agenda.of(moved, USUAL, BERLIN))
                .extracting(Step::due)
                .containsExactly(
                        later.start().minus(Duration.ofDays(3)),
                        later.start().minus(Duration.ofDays(1)),
                        later.start().minus(Duration.ofHours(1)));
    }

    @Test
    void long_work_says_at_half_time_how_it_stands_and_short_work_does_not() {
        var details = Details.NONE.goingByItself();
        var lasting =
                announced(Duration.ofDays(14), details, Duration.ofHours(6)).start(notice(), "", START, "Allclear");
        var brief = announced(Duration.ofDays(14), details, Duration.ofHours(3)).start(notice(), "", START, "Allclear");

        assertThat(Agenda.of(lasting, USUAL, BERLIN))
                .containsExactly(
                        new Step.CheckIn(START.plus(Duration.ofHours(3))),
                        new Step.Finish(START.plus(Duration.ofHours(6))));
        assertThat(Agenda.of(brief, USUAL, BERLIN)).containsExactly(new Step.Finish(START.plus(Duration.ofHours(3))));
    }

    @Test
    void work_that_takes_longer_ends_by_itself_at_the_new_end() {
        var work = announced(Duration.ofDays(14), Details.NONE.goingByItself())
                .start(notice(), "", START, "Allclear")
                .extend(
                        START.plus(Duration.ofHours(3)),
                        notice(),
                        "The copy is slow.",
                        START.plus(Duration.ofHours(1)),
                        "Ines");

        assertThat(Agenda.of(work, USUAL, BERLIN)).containsExactly(new Step.Finish(START.plus(Duration.ofHours(3))));
    }

    @Test
    void what_a_person_starts_and_ends_is_left_to_the_person() {
        var work = announced(Duration.ofDays(14), Details.NONE).start(notice(), "We begin.", START, "Ines");

        assertThat(Agenda.of(work, USUAL, BERLIN)).isEmpty();
    }

    @Test
    void in_whatever_zone_at_whatever_time_each_rung_is_taken_once() {
        var random = new SplittableRandom(42);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (var round = 0; round < 400; round++) {
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextLong(366L * 86_400));
            var now = start.minus(Duration.ofDays(14));
            var work = announced(now, new Window(start, start.plus(Duration.ofHours(2))), Details.NONE);
            while (now.isBefore(start)) {
                now = now.plusSeconds(random.nextLong(6 * 3600));
                work = looked(work, zone, now);
                // Clocks are set back, too.
                work = looked(work, zone, now.minusSeconds(random.nextLong(3 * 86_400)));
            }
            assertThat(work.notices().stream()
                            .flatMap(one -> one.rung().stream())
                            .toList())
                    .as("%s from %s", zone, start)
                    .doesNotHaveDuplicates()
                    .isSorted()
                    .contains(new Rung(Duration.ofDays(7)), new Rung(Duration.ofDays(3)), new Rung(Duration.ofDays(1)));
        }
    }

    private Maintenance looked(Maintenance work, ZoneId zone, Instant now) {
        return Agenda.due(work, USUAL, zone, now).orElse(null) instanceof Step.Remind(var _, var rung)
                ? work.remind(rung, notice(), now, "Allclear")
                : work;
    }

    private static Step remind(Duration ahead) {
        return new Step.Remind(START.minus(ahead), new Rung(ahead));
    }

    private Maintenance announced(Duration ahead, Details details) {
        return announced(ahead, details, Duration.ofHours(2));
    }

    private Maintenance announced(Duration ahead, Details details, Duration length) {
        return announced(START.minus(ahead), new Window(START, START.plus(length)), details);
    }

    private Maintenance announced(Instant now, Window window, Details details) {
        return Maintenance.announced(
                new MaintenanceId("move-invoices"),
                new PageId("page"),
                "Moving invoices",
                window,
                Map.of(),
                details,
                notice(),
                "Ten minutes without invoices.",
                now,
                "Ines");
    }

    private NoticeId notice() {
        return new NoticeId("notice-" + notices++);
    }
}
