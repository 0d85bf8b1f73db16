package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Update;
import dev.allclear.operation.Answers;
import dev.allclear.operation.PastIncident;
import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the front door for incidents does over any store: the change, the journal, the announcement and the states in
/// one commit.
public interface IncidentDeskContract extends OnIncidentDesk {
    @Test
    default void declares_journals_announces_and_turns_the_states_in_one_commit() {
        var page = Stories.opened(store()).id();

        var declared = desk().incidents().declare(page, Stories.declaration(), INES);

        assertThat(found(page, declared.value().id())).contains(declared);
        var traces = traces(page);
        assertThat(traces.journal()).containsExactly("incident.declared");
        assertThat(traces.announced()).extracting(Announcement::subject).containsExactly(news(declared.value()));
        assertThat(traces.states())
                .containsExactlyInAnyOrder(
                        new StateChange(
                                Area.whole(Stories.CHECKOUT),
                                cause(declared.value()),
                                State.MAJOR_OUTAGE,
                                declared.value().startedAt()),
                        new StateChange(
                                Area.in(Stories.API, Stories.EUROPE),
                                cause(declared.value()),
                                State.DEGRADED_PERFORMANCE,
                                declared.value().startedAt()));
        assertThat(traces.revision()).isEqualTo(1);
    }

    @Test
    default void tells_the_whole_story_of_an_incident() {
        var page = Stories.opened(store()).id();
        var desk = desk();
        var incidents = desk.incidents();
        var id = incidents.declare(page, Stories.declaration(), INES).value().id();
        var cause = Cause.incident(id.value());

        desk.clock().advance(Duration.ofMinutes(10));
        var half = Map.of(Area.whole(Stories.CHECKOUT), State.PARTIAL_OUTAGE);
        incidents.postUpdate(
                page, id, OnIncidentDesk.word("The certificate is renewed.", Optional.of(half)), Optional.of(1L), INES);
        desk.clock().advance(Duration.ofMinutes(10));
        incidents.resolve(page, id, "Payments work.", Optional.empty(), Optional.of(2L), INES);
        desk.clock().advance(Duration.ofMinutes(10));
        incidents.reopen(page, id, OnIncidentDesk.word("It is back.", Optional.empty()), Optional.of(3L), INES);
        desk.clock().advance(Duration.ofMinutes(10));
        incidents.resolve(page, id, "Payments work again.", Optional.empty(), Optional.of(4L), INES);
        var reported = incidents.report(
                page, id, new Answers("It expired.", "Renewed.", "Renews itself.", List.of()), Optional.of(5L), INES);

        assertThat(found(page, id)).contains(reported);
        assertThat(reported.version()).isEqualTo(6);
        assertThat(reported.value().updates())
                .extracting(Update::kind)
                .containsExactly(
                        Update.Kind.INVESTIGATING,
                        Update.Kind.IDENTIFIED,
                        Update.Kind.RESOLVED,
                        Update.Kind.REOPENED,
                        Update.Kind.RESOLVED);
        var traces = traces(page);
        assertThat(traces.journal())
                .containsExactly(
                        "incident.declared",
                        "incident.updated",
                        "incident.resolved",
                        "incident.reopened",
                        "incident.resolved",
                        "incident.reported");
        assertThat(traces.announced()).hasSize(6);
        assertThat(traces.announced().getLast().subject()).isEqualTo(new Subject.OfReport(id));
        assertThat(traces.states())
                .filteredOn(change -> change.area().component().equals(Stories.CHECKOUT))
                .extracting(StateChange::state)
                .containsExactly(
                        State.MAJOR_OUTAGE,
                        State.PARTIAL_OUTAGE,
                        State.OPERATIONAL,
                        State.PARTIAL_OUTAGE,
                        State.OPERATIONAL);
        assertThat(traces.states()).allMatch(change -> change.cause().equals(cause));
        assertThat(traces.revision()).isEqualTo(6);
    }

    @Test
    default void takes_the_downtime_back_when_nothing_was_broken() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var id = desk.declare(page, Stories.declaration(), INES).value().id();

        desk.withdraw(page, id, Phase.Reason.FALSE_ALARM, "It was our monitoring.", Optional.empty(), INES);

        assertThat(traces(page).states()).isEmpty();
        assertThat(traces(page).announced()).hasSize(2);
    }

    @Test
    default void corrects_and_revises_in_the_open_without_mailing_anybody() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var declared = desk.declare(page, Stories.declaration(), INES).value();
        var first = declared.first().id();

        desk.correct(
                page, declared.id(), first, "Nobody can pay by card.", "It said too little.", Optional.of(1L), INES);
        var revised = desk.revise(page, declared.id(), OnIncidentDesk.revision(), Optional.of(2L), INES);

        assertThat(found(page, declared.id())).contains(revised);
        assertThat(revised.value().first().corrections()).hasSize(1);
        assertThat(revised.value().facts().estimate()).isPresent();
        var traces = traces(page);
        assertThat(traces.journal()).containsExactly("incident.declared", "update.corrected", "incident.revised");
        assertThat(traces.announced()).hasSize(1);
        assertThat(traces.revision()).isEqualTo(3);
    }

    @Test
    default void enters_the_past_once_and_tells_nobody() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var past = past("cstate:2026-03-01.md");

        var entered = desk.backfill(page, past, INES);
        var again = desk.backfill(page, past, INES);

        assertThat(again).isEqualTo(entered);
        var all = look(tx -> tx.incidents().all(page));
        assertThat(all).containsExactly(entered);
        var traces = traces(page);
        assertThat(traces.announced()).isEmpty();
        assertThat(traces.journal()).containsExactly("incident.backfilled");
        assertThat(traces.states()).hasSize(2);
    }

    private static Subject news(Incident incident) {
        return new Subject.OfIncident(incident.id(), incident.latest().id());
    }

    private static Cause cause(Incident incident) {
        return Cause.incident(incident.id().value());
    }

    private static PastIncident past(String origin) {
        var start = Stories.NOW.minus(Duration.ofHours(5));
        return new PastIncident(
                "Invoices were late",
                Severity.MINOR,
                start,
                start.plus(Duration.ofHours(1)),
                Facts.UNKNOWN,
                Map.of(Area.whole(Stories.INVOICES), State.PARTIAL_OUTAGE),
                List.of(
                        new PastIncident.PastWord("Invoices are late.", start.plusSeconds(60)),
                        new PastIncident.PastWord("Invoices come again.", start.plus(Duration.ofHours(1)))),
                Optional.of(origin));
    }
}
