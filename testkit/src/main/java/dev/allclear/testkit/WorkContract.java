package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Fault;
import dev.allclear.Refused;
import dev.allclear.delivery.Subject;
import dev.allclear.keeping.WorkKeeper;
import dev.allclear.maintenance.Blackout;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.Window;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.WorkPlan;
import dev.allclear.operation.WorkSteps;
import dev.allclear.page.Page;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The ladder of planned work, over any store and through whatever happens to the machine.
public interface WorkContract extends OnDesk {

    /// Where work is planned for two weeks from `NOW`.
    record Site(Page page, SettableClock clock, MaintenanceDesk desk) {

        void at(Instant instant) {
            clock.set(instant);
        }
    }

    private Site site() {
        var clock = new SettableClock(Stories.NOW);
        return new Site(Stories.opened(store()), clock, new MaintenanceDesk(store(), clock, Stories.entropy()));
    }

    private static Window planned() {
        var start = Stories.NOW.plus(Duration.ofDays(14));
        return new Window(start, start.plus(Duration.ofHours(6)));
    }

    private static MaintenanceId announced(Site site, Details details) {
        var plan = new WorkPlan("Moving invoices", planned(), Set.of(Area.whole(Stories.INVOICES))).with(details);
        return site.desk()
                .announce(site.page().id(), plan, "Ten minutes without invoices.", INES)
                .value()
                .id();
    }

    /// Each look is a new process: nothing is remembered but what is stored.
    private void look(Site site) {
        var steps = new WorkSteps(store(), site.clock(), Stories.entropy());
        new WorkKeeper(store(), site.clock(), steps).look(site.page());
    }

    private void lookAlong(Site site, Duration every, Instant until) {
        while (site.clock().instant().isBefore(until)) {
            site.clock().advance(every);
            look(site);
            look(site);
        }
    }

    private Maintenance found(Site site, MaintenanceId id) {
        return look(tx -> tx.maintenances().find(site.page().id(), id).orElseThrow())
                .value();
    }

    private List<Notice.Kind> kinds(Site site, MaintenanceId id) {
        return found(site, id).notices().stream().map(Notice::kind).toList();
    }

    @Test
    default void a_fortnight_goes_by_with_every_step_once() {
        var site = site();
        var id = announced(site, Details.NONE.goingByItself());

        lookAlong(site, Duration.ofMinutes(7), planned().end().plus(Duration.ofHours(1)));

        assertThat(kinds(site, id))
                .containsExactly(
                        Notice.Kind.ANNOUNCED,
                        Notice.Kind.REMINDER,
                        Notice.Kind.REMINDER,
                        Notice.Kind.REMINDER,
                        Notice.Kind.REMINDER,
                        Notice.Kind.STARTED,
                        Notice.Kind.CHECK_IN,
                        Notice.Kind.COMPLETED);
        assertThat(found(site, id).notices().stream()
                        .flatMap(notice -> notice.rung().stream())
                        .toList())
                .isEqualTo(WorkPolicy.USUAL.rungs());
        assertThat(told(site)).hasSize(8).doesNotHaveDuplicates();
        var states = look(tx -> tx.states().since(site.page().id(), Stories.NOW));
        assertThat(states).extracting(StateChange::state).containsExactly(State.UNDER_MAINTENANCE, State.OPERATIONAL);
    }

    private List<Subject> told(Site site) {
        return look(tx -> tx.outbox().recent(site.page().id(), 1_000).stream()
                .map(progress -> progress.announcement().subject())
                .toList());
    }

    @Test
    default void a_postponement_moves_what_is_ahead_and_repeats_nothing() {
        var site = site();
        var id = announced(site, Details.NONE.goingByItself());
        lookAlong(site, Duration.ofHours(5), planned().start().minus(Duration.ofDays(2)));
        var later = new Window(
                planned().start().plus(Duration.ofDays(10)), planned().end().plus(Duration.ofDays(10)));

        site.desk().move(site.page().id(), id, later, "A supplier is late.", INES);
        lookAlong(site, Duration.ofMinutes(30), later.start().plus(Duration.ofMinutes(30)));

        assertThat(found(site, id).notices().stream()
                        .flatMap(notice -> notice.rung().stream())
                        .toList())
                .isEqualTo(WorkPolicy.USUAL.rungs());
        assertThat(kinds(site, id)).contains(Notice.Kind.MOVED).endsWith(Notice.Kind.STARTED);
    }

    @Test
    default void an_extension_is_told_with_both_ends_and_the_work_ends_at_the_new_one() {
        var site = site();
        var id = announced(site, Details.NONE.goingByItself());
        site.at(planned().start());
        look(site);
        site.at(planned().end().minus(Duration.ofMinutes(20)));
        look(site);
        var end = planned().end().plus(Duration.ofHours(2));
        site.desk().extend(site.page().id(), id, end, "The copy takes longer.", INES);

        site.at(planned().end());
        look(site);
        assertThat(kinds(site, id)).endsWith(Notice.Kind.EXTENDED);
        site.at(end);
        look(site);

        var work = found(site, id);
        assertThat(work.latest().kind()).isEqualTo(Notice.Kind.COMPLETED);
        assertThat(work.notices())
                .filteredOn(notice -> notice.kind() == Notice.Kind.EXTENDED)
                .allSatisfy(notice -> {
                    assertThat(notice.move().orElseThrow().before().end())
                            .isEqualTo(planned().end());
                    assertThat(notice.move().orElseThrow().after().end()).isEqualTo(end);
                    assertThat(notice.move().orElseThrow().isInTime(notice.at()))
                            .isTrue();
                });
    }

    @Test
    default void a_machine_that_slept_through_it_all_says_so_once_and_one_that_slept_for_years_not_at_all() {
        var brief = site();
        var one = announced(brief, Details.NONE.goingByItself());
        brief.at(planned().end().plus(Duration.ofHours(3)));
        look(brief);
        look(brief);
        var years = site();
        var other = announced(years, Details.NONE.goingByItself());
        years.at(planned().end().plus(Duration.ofDays(3650)));
        look(years);

        assertThat(kinds(brief, one)).containsExactly(Notice.Kind.ANNOUNCED, Notice.Kind.COMPLETED);
        assertThat(told(brief)).hasSize(2);
        assertThat(kinds(years, other)).containsExactly(Notice.Kind.ANNOUNCED, Notice.Kind.COMPLETED);
        assertThat(told(years)).hasSize(1);
    }

    @Test
    default void a_clock_that_was_never_set_does_nothing() {
        var site = site();
        var id = announced(site, Details.NONE.goingByItself());
        site.at(Instant.parse("2001-01-01T00:00:00Z"));

        var steps = new WorkSteps(store(), site.clock(), Stories.entropy());
        assertThat(new WorkKeeper(store(), site.clock(), steps).look()).isEmpty();

        assertThat(kinds(site, id)).containsExactly(Notice.Kind.ANNOUNCED);
    }

    @Test
    default void work_at_short_notice_says_why() {
        var site = site();
        var start = Stories.NOW.plus(Duration.ofDays(6));
        var plan = new WorkPlan("New disk", new Window(start, start.plus(Duration.ofHours(1))), Set.of());
        var page = site.page().id();

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> site.desk().announce(page, plan, "No uploads for an hour.", INES))
                .satisfies(refused ->
                        assertThat(refused.faults()).extracting(Fault::field).containsExactly("emergency"))
                .withMessageContaining("7 days");
        var urgent = plan.with(Details.NONE.withEmergency("The disk is about to fail."));
        var announced = site.desk().announce(page, urgent, "No uploads for an hour.", INES);

        assertThat(found(site, announced.value().id()).details().emergency()).contains("The disk is about to fail.");
    }

    @Test
    default void customers_are_thanked_once_when_it_is_over() {
        var site = site();
        var id = announced(site, Details.NONE);
        var page = site.page().id();
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> site.desk().thank(page, id, "Thank you.", INES));
        site.at(planned().start());
        site.desk().start(page, id, "We begin.", INES);
        site.desk().complete(page, id, "Done.", INES);

        site.desk().thank(page, id, "All invoices are in one place now.", INES);

        assertThat(kinds(site, id)).endsWith(Notice.Kind.COMPLETED, Notice.Kind.THANKS);
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> site.desk().thank(page, id, "Thank you again.", INES));
    }

    @Test
    default void keeps_a_policy_for_planned_work_of_each_page() {
        var page = Stories.opened(store()).id();
        var policy = new WorkPolicy(
                Duration.ofDays(3),
                List.of(new Rung(Duration.ofHours(2)), new Rung(Duration.ofDays(2))),
                Duration.ofHours(2),
                List.of(new Blackout(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 30), "Black Friday")));

        assertThat(look(tx -> tx.policies().ofWork(page)).value()).isEqualTo(WorkPolicy.USUAL);
        change(tx -> tx.policies().saveWork(page, policy, 0));

        var kept = look(tx -> tx.policies().ofWork(page));
        assertThat(kept.value()).isEqualTo(policy);
        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.policies().saveWork(page, policy, 0)));
        change(tx -> tx.policies().saveWork(page, WorkPolicy.USUAL, kept.version()));
        assertThat(look(tx -> tx.policies().ofWork(page)).value()).isEqualTo(WorkPolicy.USUAL);
    }
}
