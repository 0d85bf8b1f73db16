package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import dev.allclear.operation.Declaration;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.status.Area;
import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What the front door for incidents refuses over any store, and that nothing is left of it.
public interface IncidentDeskRefusalContract extends OnIncidentDesk {
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
                    of.title(),
                    of.severity(),
                    of.stage(),
                    of.text(),
                    of.facts(),
                    areas,
                    of.startedAt(),
                    of.nextUpdateDue());
            assertThatExceptionOfType(Refused.Invalid.class).isThrownBy(() -> desk.declare(page, declaration, INES));
        }
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> desk.resolve(
                        page, new IncidentId("unknown"), "It works.", Optional.empty(), Optional.empty(), INES));

        assertThat(traces(page)).isEqualTo(before);
    }

    @Test
    default void refuses_to_act_on_what_has_changed_since_it_was_seen() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var declared = desk.declare(page, Stories.declaration(), INES).value();
        desk.postUpdate(
                page, declared.id(), OnIncidentDesk.word("We found it.", Optional.empty()), Optional.of(1L), INES);
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
                .containsExactlyInAnyOrderElementsOf(
                        updates.stream().map(Update::id).toList());
        assertThat(traces(page).journal()).hasSize(heard + 1);
    }

    private static boolean wasHeard(IncidentDesk desk, PageId page, IncidentId id) {
        try {
            desk.postUpdate(page, id, OnIncidentDesk.word("Still at it.", Optional.empty()), Optional.empty(), INES);
            return true;
        } catch (Refused.ChangedMeanwhile tooLate) {
            return false;
        }
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
                .isThrownBy(() -> desk.revise(other, id, OnIncidentDesk.revision(), Optional.empty(), INES));

        assertThat(traces(other)).isEqualTo(new Traces(List.of(), List.of(), List.of(), 0));
        assertThat(found(other, id)).isEmpty();
    }
}
