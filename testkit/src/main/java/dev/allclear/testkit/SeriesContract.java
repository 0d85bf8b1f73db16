package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.keeping.WorkKeeper;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Maintenance.Phase;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.Recurrence;
import dev.allclear.maintenance.Recurrence.Every;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.WorkPlan;
import dev.allclear.operation.WorkSteps;
import dev.allclear.page.Page;
import dev.allclear.status.Area;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Work that repeats or is done in parts, over any store: told of once, and each part kept by itself.
public interface SeriesContract extends OnDesk {

    /// Where work repeats four weeks in a row, on the same day at the same time.
    record Weekly(Page page, SettableClock clock, MaintenanceDesk desk, List<Maintenance> works) {

        Maintenance first() {
            return works.getFirst();
        }
    }

    private Weekly weekly() {
        var clock = new SettableClock(Stories.NOW);
        var page = Stories.opened(store());
        var desk = new MaintenanceDesk(store(), clock, Stories.entropy());
        desk.announce(page.id(), plan(page), "Ten minutes without invoices.", INES);
        return new Weekly(page, clock, desk, works(page));
    }

    private static WorkPlan plan(Page page) {
        var first = LocalDateTime.parse("2026-03-16T02:30");
        var windows = Recurrence.times(Every.WEEKLY, 1, 4).windows(first, Duration.ofHours(2), page.zone(), Set.of());
        return new WorkPlan("Moving invoices", windows.getFirst(), Set.of(Area.whole(Stories.INVOICES)))
                .at(windows)
                .with(Details.NONE.goingByItself());
    }

    private List<Maintenance> works(Page page) {
        var all = look(tx -> tx.maintenances().all(page.id()));
        return all.stream().map(Stored::value).toList().reversed();
    }

    private int told(Weekly weekly) {
        return look(tx -> tx.outbox().recent(weekly.page().id(), 1_000).size());
    }

    /// Each look is a new process.
    private void lookAlong(Weekly weekly, Instant until) {
        while (weekly.clock().instant().isBefore(until)) {
            weekly.clock().advance(Duration.ofMinutes(20));
            new WorkKeeper(store(), weekly.clock(), new WorkSteps(store(), weekly.clock(), Stories.entropy()))
                    .look(weekly.page());
        }
    }

    @Test
    default void a_series_is_told_of_once_and_each_time_is_a_work_of_its_own() {
        var weekly = weekly();

        assertThat(weekly.works()).hasSize(4);
        assertThat(weekly.works())
                .extracting(work -> work.part().orElseThrow().series())
                .containsOnly(weekly.first().part().orElseThrow().series());
        assertThat(told(weekly)).isEqualTo(1);
        var series = look(tx -> tx.maintenances()
                .series(weekly.page().id(), weekly.first().part().orElseThrow().series()));
        assertThat(series).extracting(Stored::value).isEqualTo(weekly.works());
    }

    @Test
    default void five_weeks_go_by_with_every_step_of_every_part_once_and_no_reminder_before_the_part_before() {
        var weekly = weekly();

        lookAlong(weekly, Stories.NOW.plus(Duration.ofDays(40)));

        var works = works(weekly.page());
        assertThat(works).allSatisfy(work -> {
            assertThat(work.phase()).isInstanceOf(Phase.Completed.class);
            assertThat(work.notices()).extracting(Notice::id).doesNotHaveDuplicates();
        });
        assertThat(works)
                .extracting(work -> work.notices().stream()
                        .flatMap(notice -> notice.rung().stream())
                        .map(Rung::ahead)
                        .map(Duration::toHours)
                        .toList())
                .containsExactly(
                        List.of(168L, 72L, 24L, 1L),
                        List.of(72L, 24L, 1L),
                        List.of(72L, 24L, 1L),
                        List.of(72L, 24L, 1L));
        assertThat(told(weekly)).isEqualTo(1 + 13 + 4 * 2);
    }

    @Test
    default void one_part_is_cancelled_or_moved_alone() {
        var weekly = weekly();
        var second = weekly.works().get(1);
        var third = weekly.works().get(2);
        var later = new Window(
                third.window().start().plus(Duration.ofDays(1)),
                third.window().end().plus(Duration.ofDays(1)));

        weekly.desk().cancel(weekly.page().id(), second.id(), "A holiday.", INES);
        weekly.desk().move(weekly.page().id(), third.id(), later, "A holiday.", INES);

        assertThat(works(weekly.page()))
                .extracting(work -> work.phase() instanceof Phase.Scheduled)
                .containsExactly(true, false, true, true);
        assertThat(works(weekly.page()).get(2).window()).isEqualTo(later);
    }

    @Test
    default void a_part_that_is_moved_before_the_others_is_reminded_of_all_the_same() {
        var weekly = weekly();
        var last = weekly.works().getLast();
        var sooner = new Window(
                weekly.first().window().start().minus(Duration.ofDays(4)),
                weekly.first().window().end().minus(Duration.ofDays(4)));

        weekly.desk().move(weekly.page().id(), last.id(), sooner, "Sooner.", INES);
        lookAlong(weekly, sooner.start().minusSeconds(60));

        var moved = look(tx ->
                        tx.maintenances().find(weekly.page().id(), last.id()).orElseThrow())
                .value();
        assertThat(moved.notices().stream()
                        .flatMap(notice -> notice.rung().stream())
                        .map(Rung::ahead)
                        .map(Duration::toHours))
                .containsExactly(168L, 72L, 24L, 1L);
    }

    @Test
    default void all_that_are_ahead_are_cancelled_in_one_word() {
        var weekly = weekly();
        lookAlong(weekly, weekly.first().window().end().plus(Duration.ofMinutes(40)));
        var before = told(weekly);

        weekly.desk().cancelAll(weekly.page().id(), weekly.works().get(1).id(), "We found another way.", INES);

        assertThat(works(weekly.page()))
                .extracting(work -> work.phase() instanceof Phase.Cancelled)
                .containsExactly(false, true, true, true);
        assertThat(works(weekly.page()).stream().skip(1).map(Maintenance::phase))
                .containsOnly(works(weekly.page()).getLast().phase());
        assertThat(told(weekly)).isEqualTo(before + 1);
    }

    @Test
    default void times_that_overlap_and_works_planned_alone_are_refused() {
        var weekly = weekly();
        var window = weekly.first().window();

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> plan(weekly.page()).at(List.of(window, window)));
        var alone =
                weekly.desk().announce(weekly.page().id(), plan(weekly.page()).at(List.of(window)), "Once.", INES);
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> weekly.desk()
                        .cancelAll(weekly.page().id(), alone.value().id(), "No.", INES));
    }

    @Test
    default void a_clock_ten_years_ahead_ends_a_whole_series_and_tells_nobody() {
        var weekly = weekly();
        var before = told(weekly);

        weekly.clock().set(Stories.NOW.plus(Duration.ofDays(3653)));
        lookAlong(weekly, weekly.clock().instant().plus(Duration.ofHours(1)));

        assertThat(works(weekly.page())).allMatch(Maintenance::isOver);
        assertThat(told(weekly)).isEqualTo(before);
    }
}
