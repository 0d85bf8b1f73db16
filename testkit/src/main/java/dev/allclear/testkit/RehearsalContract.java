package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.playbook.Occasion;
import dev.allclear.playbook.Slug;
import dev.allclear.rehearsal.Line;
import dev.allclear.rehearsal.Pace;
import dev.allclear.rehearsal.Rehearsal;
import dev.allclear.rehearsal.RehearsalDesk;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.transaction.Walled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What rehearsals must do over any store, and above all what they must leave alone.
public interface RehearsalContract extends OnDesk {

    /// A desk with a clock of its own.
    record Practice(SettableClock clock, RehearsalDesk desk) {

        Rehearsal begun(PageId page, Pace pace) {
            return desk.begin(page, new Slug("payments"), Language.ENGLISH, pace, true, "Ines");
        }

        Rehearsal said(Rehearsal rehearsal, Occasion occasion, int minutes) {
            var at = desk.find(rehearsal.page(), rehearsal.id()).played(clock.instant());
            return desk.say(rehearsal.page(), rehearsal.id(), line(occasion, at, Duration.ofMinutes(minutes)));
        }
    }

    private Practice practice() {
        var clock = new SettableClock(Stories.NOW);
        return new Practice(clock, new RehearsalDesk(new Walled(store()), clock, Stories.entropy()));
    }

    private static Line line(Occasion occasion, Instant at, Duration within) {
        var isOver = occasion == Occasion.RESOLVED;
        return new Line(
                occasion,
                "Card payments are declined",
                Severity.CRITICAL,
                isOver ? "Cards work again. We are sorry that you could not pay." : "Card payments are declined.",
                new Facts(
                        "Card payments are declined",
                        "All shops",
                        new Workaround.Given("Pay by invoice"),
                        "",
                        new RootCause.Unknown(),
                        "",
                        Optional.empty()),
                isOver
                        ? Map.of()
                        : Map.of(
                                Area.whole(Stories.CHECKOUT),
                                State.MAJOR_OUTAGE,
                                Area.in(Stories.API, Stories.EUROPE),
                                State.PARTIAL_OUTAGE),
                isOver ? Optional.empty() : Optional.of(at.plus(within)),
                isOver ? Optional.of(at) : Optional.empty(),
                isOver
                        ? Optional.of(new AllClear(
                                "cards work again",
                                "A certificate had expired.",
                                Optional.empty(),
                                new AllClear.Next.Report(LocalDate.of(2026, 3, 9))))
                        : Optional.empty(),
                at,
                "Ines",
                3);
    }

    @Test
    default void a_rehearsal_is_kept_with_all_that_was_said() {
        var page = Stories.opened(store()).id();
        var practice = practice();
        var rehearsal = practice.begun(page, Pace.REAL);
        practice.clock().advance(Duration.ofSeconds(40));

        practice.said(rehearsal, Occasion.INVESTIGATING, 15);
        practice.clock().advance(Duration.ofMinutes(10));
        var said = practice.said(rehearsal, Occasion.RESOLVED, 0);

        assertThat(practice.desk().find(page, rehearsal.id())).isEqualTo(said);
        assertThat(practice.desk().recent(page)).containsExactly(said);
        assertThat(said.incident().orElseThrow().isOpen()).isFalse();
    }

    @Test
    default void nothing_of_it_reaches_the_page_a_channel_or_an_incident() {
        var page = Stories.opened(store()).id();
        var before = traces(page);
        var practice = practice();
        var rehearsal = practice.begun(page, Pace.FAST);
        practice.said(rehearsal, Occasion.INVESTIGATING, 15);
        practice.said(rehearsal, Occasion.RESOLVED, 0);

        practice.desk().end(page, rehearsal.id(), "Ines");

        var after = traces(page);
        assertThat(after.announced()).isEqualTo(before.announced());
        assertThat(after.states()).isEqualTo(before.states());
        assertThat(after.revision()).isEqualTo(before.revision());
        assertThat(after.journal()).containsExactly("rehearsal.begun", "rehearsal.ended");
        var incidents = look(tx -> tx.incidents().all(page).size());
        assertThat(incidents).isZero();
    }

    @Test
    default void a_team_that_does_all_in_time_scores_in_full() {
        var page = Stories.opened(store()).id();
        var practice = practice();
        var rehearsal = practice.begun(page, Pace.REAL);
        practice.clock().advance(Duration.ofSeconds(28));
        practice.said(rehearsal, Occasion.INVESTIGATING, 15);
        practice.clock().advance(Duration.ofMinutes(14));
        practice.said(rehearsal, Occasion.MONITORING, 15);
        practice.clock().advance(Duration.ofMinutes(12));
        practice.said(rehearsal, Occasion.RESOLVED, 0);

        var score = practice.desk().score(practice.desk().end(page, rehearsal.id(), "Ines"));

        assertThat(score.firstMessage()).contains(Duration.ofSeconds(28));
        assertThat(score.isFirstInTime()).isTrue();
        assertThat(score.kept()).isEqualTo(2);
        assertThat(score.missed()).isZero();
        assertThat(score.allClear()).isEmpty();
        assertThat(score.decisions()).isEqualTo(9);
        assertThat(score.points()).isGreaterThanOrEqualTo(90);
    }

    @Test
    default void a_promise_that_never_came_due_counts_neither_for_nor_against() {
        var page = Stories.opened(store()).id();
        var practice = practice();
        var rehearsal = practice.begun(page, Pace.REAL);
        practice.clock().advance(Duration.ofSeconds(28));
        practice.said(rehearsal, Occasion.INVESTIGATING, 15);
        practice.clock().advance(Duration.ofMinutes(5));

        var score = practice.desk().score(practice.desk().end(page, rehearsal.id(), "Ines"));

        assertThat(score.isPromiseJudged()).isFalse();
        // In time and well written, but without an all-clear: 50 of the 70 points that could be had.
        assertThat(score.points()).isBetween(64, 71);
    }

    @Test
    default void late_words_and_missed_promises_cost() {
        var page = Stories.opened(store()).id();
        var practice = practice();
        var rehearsal = practice.begun(page, Pace.REAL);
        practice.clock().advance(Duration.ofMinutes(10));
        practice.said(rehearsal, Occasion.INVESTIGATING, 15);
        practice.clock().advance(Duration.ofMinutes(30));

        var score = practice.desk().score(practice.desk().end(page, rehearsal.id(), "Ines"));

        assertThat(score.isFirstInTime()).isFalse();
        assertThat(score.missed()).isEqualTo(1);
        assertThat(score.isResolved()).isFalse();
        assertThat(score.points()).isLessThanOrEqualTo(30);
    }

    @Test
    default void after_the_first_message_the_clock_goes_as_fast_as_was_chosen() {
        var page = Stories.opened(store()).id();
        var practice = practice();
        var rehearsal = practice.begun(page, Pace.BRISK);
        practice.clock().advance(Duration.ofSeconds(30));
        practice.said(rehearsal, Occasion.INVESTIGATING, 15);
        practice.clock().advance(Duration.ofMinutes(4));

        var said = practice.said(rehearsal, Occasion.MONITORING, 15);

        assertThat(said.lines().getLast().at())
                .isEqualTo(Stories.NOW.plus(Duration.ofSeconds(30)).plus(Duration.ofMinutes(20)));
        assertThat(practice.desk().score(said).missed()).isEqualTo(1);
    }

    @Test
    default void it_is_refused_what_would_be_refused_in_earnest() {
        var page = Stories.opened(store()).id();
        var practice = practice();
        var rehearsal = practice.begun(page, Pace.REAL);

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> practice.said(rehearsal, Occasion.RESOLVED, 0));
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> practice.said(rehearsal, Occasion.INVESTIGATING, -5));
        practice.desk().end(page, rehearsal.id(), "Ines");
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> practice.said(rehearsal, Occasion.INVESTIGATING, 15));
    }
}
