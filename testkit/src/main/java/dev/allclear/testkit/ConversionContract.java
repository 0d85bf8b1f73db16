package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Stage;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Kin;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.Release;
import dev.allclear.operation.Word;
import dev.allclear.operation.WorkPlan;
import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.status.StateChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What turns into something else, over any store: linked both ways, and told of once.
public interface ConversionContract extends OnDesk {

    /// Both front doors of one page.
    record Both(PageId page, IncidentDesk incidents, MaintenanceDesk works) {}

    private Both both() {
        var clock = new SettableClock(Stories.NOW);
        return new Both(
                Stories.opened(store()).id(),
                new IncidentDesk(store(), clock, Stories.entropy()),
                new MaintenanceDesk(store(), clock, Stories.entropy()));
    }

    private static WorkPlan plan() {
        var window = new Window(Stories.NOW.plusSeconds(60), Stories.NOW.plus(Duration.ofHours(2)));
        return new WorkPlan("New disks", window, Set.of(Area.whole(Stories.STOREFRONT)))
                .with(Details.NONE.withEmergency("The disks are about to fail."));
    }

    private List<Subject> told(Both both) {
        return look(tx -> tx.outbox().recent(both.page(), 100).reversed().stream()
                .map(progress -> progress.announcement().subject())
                .toList());
    }

    @Test
    default void an_incident_goes_on_as_planned_work_and_one_word_tells_of_both() {
        var both = both();
        var incident = both.incidents()
                .declare(both.page(), Stories.declaration(), INES)
                .value();
        both.incidents().postUpdate(both.page(), incident.id(), watched(), Optional.empty(), INES);

        var work = both.works()
                .announce(both.page(), plan().mending(Optional.of(incident.id())), "We put new disks in.", INES)
                .value();

        assertThat(work.kin()).isEqualTo(Kin.mending(incident.id(), true));
        var closed = look(tx -> tx.incidents().find(both.page(), incident.id()).orElseThrow())
                .value();
        assertThat(closed.phase()).isInstanceOf(Phase.Resolved.class);
        assertThat(closed.latest().text()).contains("New disks");
        assertThat(told(both)).hasSize(4).last().isInstanceOf(Subject.OfMaintenance.class);
        var kin = look(tx -> tx.maintenances().kinOf(both.page(), incident.id()));
        assertThat(kin).extracting(stored -> stored.value().id()).containsExactly(work.id());
    }

    private static Word watched() {
        return new Word(Stage.MONITORING, "Paying works again. We watch it.", Optional.empty(), Optional.empty());
    }

    @Test
    default void work_for_an_incident_that_still_hurts_is_linked_and_ends_nothing() {
        var both = both();
        var open = both.incidents().declare(both.page(), Stories.declaration(), INES);

        var work = both.works()
                .announce(both.page(), plan().mending(Optional.of(open.value().id())), "We put new disks in.", INES)
                .value();

        assertThat(work.kin()).isEqualTo(Kin.mending(open.value().id(), false));
        var found = look(tx -> tx.incidents().find(both.page(), open.value().id()));
        assertThat(found).contains(open);
    }

    @Test
    default void work_for_an_incident_that_is_over_is_linked_and_changes_nothing_about_it() {
        var both = both();
        var incident = both.incidents()
                .declare(both.page(), Stories.declaration(), INES)
                .value();
        var over = both.incidents()
                .resolve(both.page(), incident.id(), "Paying works again.", Optional.empty(), Optional.empty(), INES);

        both.works().announce(both.page(), plan().mending(Optional.of(incident.id())), "We put new disks in.", INES);

        var found = look(tx -> tx.incidents().find(both.page(), incident.id()));
        assertThat(found).contains(over);
    }

    @Test
    default void work_that_goes_wrong_goes_on_as_an_incident_and_its_parts_are_the_incidents() {
        var both = both();
        var work = both.works()
                .announce(both.page(), plan(), "We put new disks in.", INES)
                .value();
        both.works().start(both.page(), work.id(), "We begin.", INES);

        var declaration = Stories.declaration().goingOnFrom(Optional.of(work.id()));
        var incident = both.incidents()
                .declare(both.page(), declaration, Release.by(INES))
                .value();

        var over = look(tx -> tx.maintenances().find(both.page(), work.id()).orElseThrow())
                .value();
        assertThat(over.phase()).isInstanceOf(Maintenance.Phase.Completed.class);
        assertThat(over.kin().became()).contains(incident.id());
        assertThat(over.latest().kind()).isEqualTo(Notice.Kind.BECAME_INCIDENT);
        assertThat(told(both)).hasSize(3).last().isInstanceOf(Subject.OfIncident.class);
        var states = look(tx -> tx.states().since(both.page(), Stories.NOW));
        assertThat(states)
                .extracting(StateChange::cause)
                .contains(Cause.incident(incident.id().value()));
    }

    @Test
    default void work_that_has_not_begun_can_not_become_an_incident_and_leaves_none() {
        var both = both();
        var work = both.works()
                .announce(both.page(), plan(), "We put new disks in.", INES)
                .value();
        var before = traces(both.page());

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> both.incidents()
                        .declare(
                                both.page(),
                                Stories.declaration().goingOnFrom(Optional.of(work.id())),
                                Release.by(INES)));

        assertThat(traces(both.page())).isEqualTo(before);
    }

    @Test
    default void work_that_ended_a_moment_before_is_linked_and_holds_up_no_incident() {
        var both = both();
        var work = both.works()
                .announce(both.page(), plan(), "We put new disks in.", INES)
                .value();
        both.works().start(both.page(), work.id(), "We begin.", INES);
        both.works().complete(both.page(), work.id(), "Done.", INES);

        var declaration = Stories.declaration().goingOnFrom(Optional.of(work.id()));
        var incident = both.incidents()
                .declare(both.page(), declaration, Release.by(INES))
                .value();

        var over = look(tx -> tx.maintenances().find(both.page(), work.id()).orElseThrow())
                .value();
        assertThat(over.kin().became()).contains(incident.id());
        assertThat(over.latest().kind()).isEqualTo(Notice.Kind.COMPLETED);
        assertThatExceptionOfType(Refused.Conflict.class)
                .as("nobody is thanked for an outage")
                .isThrownBy(() -> both.works().thank(both.page(), work.id(), "Thank you.", INES));
    }

    @Test
    default void an_incident_of_another_page_is_not_there() {
        var both = both();
        var other = both();
        var incident = other.incidents()
                .declare(other.page(), Stories.declaration(), INES)
                .value();

        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> both.works()
                        .announce(both.page(), plan().mending(Optional.of(incident.id())), "New disks.", INES));
    }
}
