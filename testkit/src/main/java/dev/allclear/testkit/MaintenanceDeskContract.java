package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.delivery.Subject;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.WorkPlan;
import dev.allclear.status.Area;
import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the front door for planned work does over any store.
public interface MaintenanceDeskContract extends OnDesk {

    /// A desk with a clock of its own.
    record Desk(SettableClock clock, MaintenanceDesk works) {}

    private Desk desk() {
        var clock = new SettableClock(Stories.NOW);
        return new Desk(clock, new MaintenanceDesk(store(), clock, Stories.entropy()));
    }

    @Test
    default void announces_planned_work_and_changes_no_state_yet() {
        var page = Stories.opened(store()).id();

        var announced = announce(desk(), page);

        assertThat(found(page, announced.value().id())).contains(announced);
        var traces = traces(page);
        assertThat(traces.journal()).containsExactly("maintenance.announced");
        assertThat(traces.announced())
                .extracting(one -> one.subject())
                .containsExactly(new Subject.OfMaintenance(
                        announced.value().id(), announced.value().latest().id()));
        assertThat(traces.states()).isEmpty();
        assertThat(traces.revision()).isEqualTo(1);
    }

    @Test
    default void takes_planned_work_from_its_start_to_its_end() {
        var page = Stories.opened(store()).id();
        var desk = desk();
        var id = announce(desk, page).value().id();

        desk.clock().advance(Duration.ofHours(1));
        desk.works().start(page, id, "We begin.", INES);
        assertThat(traces(page).states()).extracting(StateChange::state).containsOnly(State.UNDER_MAINTENANCE);
        desk.clock().advance(Duration.ofMinutes(10));
        desk.works().progress(page, id, "Half of it is done.", INES);
        desk.clock().advance(Duration.ofMinutes(10));
        var completed = desk.works().complete(page, id, "All done.", INES);

        assertThat(found(page, id)).contains(completed);
        assertThat(completed.value().notices())
                .extracting(Notice::kind)
                .containsExactly(
                        Notice.Kind.ANNOUNCED, Notice.Kind.STARTED, Notice.Kind.PROGRESS, Notice.Kind.COMPLETED);
        var traces = traces(page);
        assertThat(traces.journal())
                .containsExactly(
                        "maintenance.announced", "maintenance.started", "maintenance.updated", "maintenance.completed");
        assertThat(traces.announced()).hasSize(4);
        assertThat(traces.states())
                .extracting(StateChange::state)
                .containsExactly(
                        State.UNDER_MAINTENANCE, State.UNDER_MAINTENANCE, State.OPERATIONAL, State.OPERATIONAL);
    }

    @Test
    default void leaves_nothing_of_planned_work_that_it_refuses() {
        var page = Stories.opened(store()).id();
        var desk = desk();
        var id = announce(desk, page).value().id();
        desk.works().cancel(page, id, "Not this week.", INES);
        var before = traces(page);

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> desk.works().start(page, id, "We begin.", INES));
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> desk.works()
                        .announce(page, plan(Set.of(Area.whole(new ComponentId("unknown")))), "Text.", INES));
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> desk.works().start(page, new MaintenanceId("unknown"), "We begin.", INES));

        assertThat(traces(page)).isEqualTo(before);
    }

    @Test
    default void shows_no_page_the_planned_work_of_another() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var desk = desk();
        var id = announce(desk, page).value().id();

        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> desk.works().start(other, id, "We begin.", INES));

        assertThat(traces(other)).isEqualTo(new Traces(List.of(), List.of(), List.of(), 0));
    }

    private Optional<Stored<Maintenance>> found(PageId page, MaintenanceId id) {
        return look(tx -> tx.maintenances().find(page, id));
    }

    private static Stored<Maintenance> announce(Desk desk, PageId page) {
        var areas = Set.of(Area.whole(Stories.INVOICES), Area.in(Stories.API, Stories.AMERICA));
        return desk.works().announce(page, plan(areas), "Ten minutes without invoices.", INES);
    }

    private static WorkPlan plan(Set<Area> areas) {
        return new WorkPlan("Moving invoices", window(), areas)
                .with(Details.NONE.withEmergency("The disk is about to fail."));
    }

    private static Window window() {
        return new Window(Stories.NOW.plus(Duration.ofHours(1)), Stories.NOW.plus(Duration.ofHours(3)));
    }
}
