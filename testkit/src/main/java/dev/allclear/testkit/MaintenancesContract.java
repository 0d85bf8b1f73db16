package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Window;
import dev.allclear.status.Area;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every store must do with planned work.
public interface MaintenancesContract extends OnStore {

    @Test
    default void keeps_planned_work_as_it_is_in_each_phase_of_its_life() {
        var page = Stories.opened(store()).id();
        var started = started(Stories.maintenance(page));

        for (var work : List.of(
                Stories.maintenance(page),
                started,
                started(Stories.maintenance(page)).complete(notice(), "All done.", Stories.NOW.plusSeconds(90), "Ines"),
                Stories.maintenance(page).cancel(notice(), "Not this week.", Stories.NOW.plusSeconds(10), "Ines"))) {
            change(tx -> tx.maintenances().add(work));

            assertThat(found(page, work.id())).contains(new Stored<>(work, 1));
        }
    }

    @Test
    default void saves_what_became_of_planned_work_and_counts_the_version() {
        var page = Stories.opened(store()).id();
        var announced = Stories.maintenance(page);
        var started = started(announced);
        var going = started.progress(notice(), "Half of it is done.", Stories.NOW.plusSeconds(60), "Jonas");
        change(tx -> tx.maintenances().add(announced));

        change(tx -> tx.maintenances().save(started, 1));
        change(tx -> tx.maintenances().save(going, 2));

        assertThat(found(page, announced.id())).contains(new Stored<>(going, 3));
    }

    @Test
    default void refuses_to_overwrite_a_change_to_planned_work_that_it_has_not_seen() {
        var page = Stories.opened(store()).id();
        var announced = Stories.maintenance(page);
        change(tx -> tx.maintenances().add(announced));
        change(tx -> tx.maintenances().save(started(announced), 1));

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.maintenances().save(announced, 1)));
    }

    @Test
    default void lists_planned_work_latest_first() {
        var page = Stories.opened(store()).id();
        var soon = starting(Stories.maintenance(page), Duration.ofDays(1));
        var late = starting(Stories.maintenance(page), Duration.ofDays(20));
        var later = starting(Stories.maintenance(page), Duration.ofDays(21));
        change(tx -> List.of(late, soon, later).forEach(tx.maintenances()::add));

        var all = look(tx -> tx.maintenances().all(page));

        assertThat(all).extracting(Stored::value).containsExactly(later, late, soon);
    }

    @Test
    default void keeps_the_planned_work_of_each_page_to_itself() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var work = Stories.maintenance(page);
        change(tx -> tx.maintenances().add(work));

        assertThat(found(other, work.id())).isEmpty();
        var elsewhere = look(tx -> tx.maintenances().all(other));
        assertThat(elsewhere).isEmpty();
    }

    private Optional<Stored<Maintenance>> found(PageId page, MaintenanceId id) {
        return look(tx -> tx.maintenances().find(page, id));
    }

    private static Maintenance started(Maintenance work) {
        return work.start(notice(), "We begin.", Stories.NOW.plusSeconds(30), "Ines");
    }

    private static Maintenance starting(Maintenance work, Duration in) {
        var start = Stories.NOW.plus(in);
        return new Maintenance(
                work.id(),
                work.page(),
                work.title(),
                new Window(start, start.plusSeconds(60)),
                work.part(),
                work.kin(),
                Maintenance.unusable(Set.of(Area.whole(Stories.STOREFRONT))),
                work.details(),
                work.phase(),
                work.notices());
    }

    private static NoticeId notice() {
        return new NoticeId(Stories.unique("notice"));
    }
}
