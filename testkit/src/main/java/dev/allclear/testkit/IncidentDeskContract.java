package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.EstimateChange;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Workaround;
import dev.allclear.operation.Declaration;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.PastIncident;
import dev.allclear.operation.Revision;
import dev.allclear.operation.Word;
import dev.allclear.policy.Cadence;
import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What the front door for incidents does over any store: the change, the journal, the announcement and the states
/// together, or nothing.
public interface IncidentDeskContract extends OnDesk {

    /// A desk with a clock of its own.
    record Desk(SettableClock clock, IncidentDesk incidents) {}

    private Desk desk() {
        var clock = new SettableClock(Stories.NOW);
        return new Desk(clock, new IncidentDesk(store(), clock, Stories.entropy(), Cadence.USUAL));
    }

    @Test
    default void declares_journals_announces_and_turns_the_states_in_one_commit() {
        var page = Stories.opened(store()).id();

        var declared = desk().incidents().declare(page, Stories.declaration(), INES);

        assertThat(found(page, declared.value().id())).contains(declared);
        var traces = traces(page);
        assertThat(traces.journal()).containsExactly("incident.declared");
        assertThat(traces.announced()).extracting(Announcement::subject).containsExactly(news(declared.value()));
        assertThat(traces.states()).containsExactlyInAnyOrder(
                new StateChange(
                        Area.whole(Stories.CHECKOUT), cause(declared.value()), State.MAJOR_OUTAGE, declared.value().startedAt()),
                new StateChange(
                        Area.in(Stories.API, Stories.EUROPE),
                        cause(declared.value()),
                        State.DEGRADED_PERFORMANCE,
                        declared.value().startedAt()));
        assertThat(traces.revision()).isEqualTo(1);
    }

    @Test
    default void leaves_nothing_of_what_it_refuses() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var of = Stories.declaration();
        var before = traces(page);

        for (var areas : List.of(
                Map.of(Area.whole(new ComponentId("unknown")), State.MAJOR_OUTAGE),
                Map.of(Area.in(Stories.CHECKOUT, Stories.EUROPE), State.MAJOR_OUTAGE),
                Map.of(Area.whole(Stories.CHECKOUT), State.OPERATIONAL))) {
            var declaration = new Declaration(
                    of.title(), of.severity(), of.stage(), of.text(), of.facts(), areas, of.startedAt(), of.nextUpdateDue());
            assertThatExceptionOfType(Refused.Invalid.class).isThrownBy(() -> desk.declare(page, declaration, INES));
        }
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> desk.resolve(
                        page, new IncidentId("unknown"), "It works.", Optional.empty(), Optional.empty(), INES));

        assertThat(traces(page)).isEqualTo(before);
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
        incidents.postUpdate(page, id, word("The certificate is renewed.", Optional.of(half)), Optional.of(1L), INES);
        desk.clock().advance(Duration.ofMinutes(10));
        incidents.resolve(page, id, "Payments work.", Optional.empty(), Optional.of(2L), INES);
        desk.clock().advance(Duration.ofMinutes(10));
        incidents.reopen(page, id, word("It is back.", Optional.empty()), Optional.of(3L), INES);
        desk.clock().advance(Duration.ofMinutes(10));
        incidents.resolve(page, id, "Payments work again.", Optional.empty(), Optional.of(4L), INES);
        var reported = incidents.report(page, id, "It expired.", "Renewed.", "Renews itself.", Optional.of(5L), INES);

        assertThat(found(page, id)).contains(reported);
        assertThat(reported.version()).isEqualTo(6);
        assertThat(reported.value().updates()).extracting(Update::kind).containsExactly(
                Update.Kind.INVESTIGATING,
                Update.Kind.IDENTIFIED,
                Update.Kind.RESOLVED,
                Update.Kind.REOPENED,
                Update.Kind.RESOLVED);
        var traces = traces(page);
        assertThat(traces.journal()).containsExactly(
                "incident.declared", "incident.updated", "incident.resolved", "incident.reopened", "incident.resolved", "incident.reported");
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

        desk.correct(page, declared.id(), first, "Nobody can pay by card.", "It said too little.", Optional.of(1L), INES);
        var revised = desk.revise(page, declared.id(), revision(), Optional.of(2L), INES);

        assertThat(found(page, declared.id())).contains(revised);
        assertThat(revised.value().first().corrections()).hasSize(1);
        assertThat(revised.value().facts().estimate()).isPresent();
        var traces = traces(page);
        assertThat(traces.journal()).containsExactly("incident.declared", "update.corrected", "incident.revised");
        assertThat(traces.announced()).hasSize(1);
        assertThat(traces.revision()).isEqualTo(3);
    }

    @Test
    default void refuses_to_act_on_what_has_changed_since_it_was_seen() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var declared = desk.declare(page, Stories.declaration(), INES).value();
        desk.postUpdate(page, declared.id(), word("We found it.", Optional.empty()), Optional.of(1L), INES);
        var before = traces(page);

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> desk.resolve(page, declared.id(), "Done.", Optional.empty(), Optional.of(1L), INES));
        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> desk.correct(
                        page, declared.id(), new UpdateId("any"), "Right.", "Wrong.", Optional.of(1L), INES));

        assertThat(traces(page)).isEqualTo(before);
    }

    @Test
    default void announces_exactly_what_was_stored_when_many_speak_at_once()
            throws InterruptedException, ExecutionException {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var id = desk.declare(page, Stories.declaration(), INES).value().id();
        var speakers = new ArrayList<Future<Boolean>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var speaker = 0; speaker < 8; speaker++) {
                speakers.add(threads.submit(() -> wasHeard(desk, page, id)));
            }
        }

        var heard = 0;
        for (var speaker : speakers) {
            heard += speaker.get() ? 1 : 0;
        }
        var updates = found(page, id).orElseThrow().value().updates();
        assertThat(updates).hasSize(heard + 1);
        assertThat(traces(page).announced())
                .extracting(one -> ((Subject.OfIncident) one.subject()).update())
                .containsExactlyInAnyOrderElementsOf(updates.stream().map(Update::id).toList());
        assertThat(traces(page).journal()).hasSize(heard + 1);
    }

    private static boolean wasHeard(IncidentDesk desk, PageId page, IncidentId id) {
        try {
            desk.postUpdate(page, id, word("Still at it.", Optional.empty()), Optional.empty(), INES);
            return true;
        } catch (Refused.ChangedMeanwhile tooLate) {
            return false;
        }
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

    @Test
    default void shows_no_page_the_incidents_of_another() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var desk = desk().incidents();
        var id = desk.declare(page, Stories.declaration(), INES).value().id();

        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> desk.resolve(other, id, "Done.", Optional.empty(), Optional.empty(), INES));
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> desk.revise(other, id, revision(), Optional.empty(), INES));

        assertThat(traces(other)).isEqualTo(new Traces(List.of(), List.of(), List.of(), 0));
        assertThat(found(other, id)).isEmpty();
    }

    private Optional<Stored<Incident>> found(PageId page, IncidentId id) {
        return look(tx -> tx.incidents().find(page, id));
    }

    private static Subject news(Incident incident) {
        return new Subject.OfIncident(incident.id(), incident.latest().id());
    }

    private static Cause cause(Incident incident) {
        return Cause.incident(incident.id().value());
    }

    private static Word word(String text, Optional<Map<Area, State>> areas) {
        return new Word(Stage.IDENTIFIED, text, areas, Optional.empty());
    }

    private static Revision revision() {
        return new Revision(
                "Card payments fail in all shops",
                Severity.CRITICAL,
                "Nobody can pay by card.",
                new Workaround.NoneYet(),
                new RootCause.Unknown(),
                new EstimateChange.Confirm(Stories.NOW.plus(Duration.ofHours(2)), "Operations", ""));
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
