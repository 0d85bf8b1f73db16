package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.incident.Phase;
import dev.allclear.keeping.Keeper;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.people.Actor;
import dev.allclear.promise.Promise;
import dev.allclear.promise.Reminder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How promises are kept in mind, over any store and through whatever happens to the machine.
public interface PromiseContract extends OnCrew {

    @Test
    default void the_owner_is_reminded_and_then_one_after_another_until_somebody_speaks() {
        var crew = crew(Optional.empty());
        var incident = crew.declared();

        for (var minute : List.of(20, 25, 29, 30, 34, 35, 39, 40, 60)) {
            crew.after(minute);
            look(crew);
        }
        crew.says(incident.id(), "Cards still fail.");
        look(crew);

        assertThat(mailed(crew)).containsExactly("soon to ines", "now to ines", "overdue to jonas", "overdue to mira");
        var promises = look(tx -> Promise.of(
                tx.incidents().find(crew.page(), incident.id()).orElseThrow().value(),
                crew.clock().instant()));
        assertThat(promises.getFirst().outcome())
                .isEqualTo(new Promise.Outcome.Missed(crew.clock().instant(), Duration.ofMinutes(30)));
    }

    @Test
    default void whoever_is_on_the_list_is_called_although_the_one_before_them_took_the_incident_over() {
        var crew = crew(Optional.empty());
        var incident = crew.declared();
        crew.after(35);
        look(crew);

        promises(crew).own(crew.page(), incident.id(), crew.jonas().id(), Actor.of(crew.ines()));
        crew.after(41);
        look(crew);

        assertThat(mailed(crew)).containsExactly("now to ines", "overdue to jonas", "overdue to mira");
    }

    @Test
    default void what_goes_wrong_about_one_incident_keeps_nobody_from_being_reminded_of_another() {
        var crew = crew(Optional.of(Duration.ofMinutes(2)));
        var other = crew(Optional.empty(), crew.clock());
        crew.declared();
        other.declared();
        var broken = new IncidentDesk(
                store(),
                () -> {
                    throw new IllegalStateException("no clock");
                },
                Stories.entropy());

        crew.after(35);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new Keeper(store(), crew.clock(), Stories.entropy(), broken).look());

        assertThat(mailed(other)).containsExactly("now to ines", "overdue to jonas");
    }

    @Test
    default void nobody_is_reminded_of_a_promise_that_was_kept() {
        var crew = crew(Optional.empty());
        var incident = crew.declared();

        crew.after(24);
        crew.says(incident.id(), "Cards still fail.");
        for (var minute = 24; minute < 49; minute++) {
            crew.after(minute);
            look(crew);
        }

        assertThat(mailed(crew)).isEmpty();
    }

    @Test
    default void no_step_is_taken_twice_however_often_and_late_one_looks() {
        var crew = crew(Optional.empty());
        crew.declared();

        crew.after(31);
        look(crew);
        look(crew);
        // The clock is set back, and goes over the same minutes again.
        for (var minute = 20; minute < 34; minute++) {
            crew.after(minute);
            look(crew);
        }

        assertThat(mailed(crew)).containsExactly("now to ines");
    }

    @Test
    default void after_a_pause_of_the_machine_each_person_hears_the_latest_only() {
        var crew = crew(Optional.empty());
        crew.declared();

        crew.after(3 * 60);
        look(crew);

        assertThat(mailed(crew)).containsExactly("now to ines", "overdue to jonas", "overdue to mira");
    }

    @Test
    default void who_says_to_be_on_it_spares_the_others() {
        var crew = crew(Optional.empty());
        var incident = crew.declared();
        crew.after(36);
        look(crew);

        promises(crew).take(crew.page(), incident.id(), crew.jonas().id(), Actor.of(crew.jonas()));
        crew.after(90);
        look(crew);

        assertThat(mailed(crew)).containsExactly("now to ines", "overdue to jonas");
    }

    @Test
    default void a_holding_update_is_sent_once_and_says_that_there_is_no_news() {
        var crew = crew(Optional.of(Duration.ofMinutes(10)));
        var incident = crew.declared();

        for (var minute = 30; minute < 300; minute++) {
            crew.after(minute);
            look(crew);
        }

        var updates = look(tx -> tx.incidents()
                .find(crew.page(), incident.id())
                .orElseThrow()
                .value()
                .updates());
        assertThat(updates).hasSize(2);
        assertThat(updates.getLast().isAutomatic()).isTrue();
        assertThat(updates.getLast().text()).contains("no news yet", "automatically");
        assertThat(updates.getLast().at()).isEqualTo(Stories.NOW.plus(Duration.ofMinutes(40)));
        assertThat(updates.getLast().nextUpdateDue()).contains(Stories.NOW.plus(Duration.ofMinutes(70)));
        assertThat(updates.getLast().areas()).isEqualTo(incident.areas());
    }

    @Test
    default void after_a_word_of_a_person_silence_is_held_again() {
        var crew = crew(Optional.of(Duration.ofMinutes(10)));
        var incident = crew.declared();
        crew.after(45);
        look(crew);
        crew.says(incident.id(), "Cards still fail.");

        crew.after(120);
        look(crew);

        var automatic =
                look(tx -> tx.incidents().find(crew.page(), incident.id()).orElseThrow().value().updates().stream()
                        .map(update -> update.isAutomatic())
                        .toList());
        assertThat(automatic).containsExactly(false, true, false, true);
    }

    @Test
    default void the_owner_is_reminded_of_the_report_that_is_owed() {
        var crew = crew(Optional.empty());
        var incident = crew.declared();
        crew.desk()
                .resolve(
                        crew.page(),
                        incident.id(),
                        "Cards work again.",
                        Optional.empty(),
                        Optional.empty(),
                        Actor.of(crew.ines()));

        for (var day = 1; day <= 25; day++) {
            crew.after(day * 24L * 60L);
            look(crew);
        }

        assertThat(mailed(crew))
                .containsExactly(
                        "report_soon to ines",
                        "report_now to ines",
                        "report_overdue to ines",
                        "report_overdue to ines");
        // Each of them says by when it is owed, whenever it comes.
        var taken = look(tx -> tx.reminders().of(crew.page(), incident.id()));
        assertThat(taken).extracting(Reminder::due).containsOnly(Stories.NOW.plus(Duration.ofDays(10)));
    }

    @Test
    default void whoever_takes_it_is_the_one_who_is_reminded_from_then_on() {
        var crew = crew(Optional.empty());
        var incident = crew.declared();

        promises(crew).take(crew.page(), incident.id(), crew.mira().id(), Actor.of(crew.mira()));
        crew.after(31);
        look(crew);
        promises(crew).own(crew.page(), incident.id(), crew.jonas().id(), Actor.of(crew.mira()));
        crew.says(incident.id(), "Cards still fail.");
        crew.after(63);
        look(crew);

        assertThat(mailed(crew)).containsExactly("now to mira", "now to jonas");
        var journal = look(tx -> tx.journal().about(crew.page(), incident.id().value()));
        assertThat(journal)
                .extracting(entry -> entry.action())
                .contains("promise.taken", "promise.reminded", "incident.owned");
    }

    @Test
    default void nobody_takes_what_is_not_owed() {
        var crew = crew(Optional.empty());
        var incident = crew.declared();
        crew.desk()
                .withdraw(
                        crew.page(),
                        incident.id(),
                        Phase.Reason.FALSE_ALARM,
                        "It was a test.",
                        Optional.empty(),
                        Actor.of(crew.ines()));

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> promises(crew)
                        .take(crew.page(), incident.id(), crew.mira().id(), Actor.of(crew.mira())));
    }

    @Test
    default void mails_can_be_stopped_while_they_are_held_back() {
        var crew = crew(Optional.empty());
        var held = Stories.announcement(Stories.openIncident(crew.page()));
        var late = Stories.announcement(Stories.openIncident(crew.page()));
        var until = Stories.NOW.plusSeconds(30);
        change(tx -> {
            tx.outbox().hold(held, until);
            tx.outbox().hold(late, until);
        });

        var stopped =
                store().inTransaction(tx -> tx.outbox().stop(crew.page(), held.id(), Stories.NOW.plusSeconds(29)));
        var tooLate = store().inTransaction(tx -> tx.outbox().stop(crew.page(), late.id(), until));

        assertThat(stopped).isTrue();
        assertThat(tooLate).isFalse();
        assertThat(look(tx -> tx.outbox().progress(crew.page(), held.id()))
                        .orElseThrow()
                        .stopped())
                .isTrue();
        change(tx -> tx.outbox().end(crew.page(), late.id()));
    }
}
