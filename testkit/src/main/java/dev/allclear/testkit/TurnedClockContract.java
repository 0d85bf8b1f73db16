package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Update;
import dev.allclear.operation.Declaration;
import dev.allclear.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Promises are kept in mind through the nights in which clocks are turned, with a restart at every look.
public interface TurnedClockContract extends OnCrew {

    @Test
    default void two_days_in_which_the_clocks_go_forward_lose_and_double_nothing() {
        twoDays("2026-03-28T12:00:00Z");
    }

    @Test
    default void two_days_in_which_the_clocks_go_back_lose_and_double_nothing() {
        twoDays("2026-10-24T12:00:00Z");
    }

    /// With a restart at every look, over a night in which Berlin's clocks are turned.
    private void twoDays(String start) {
        var from = Instant.parse(start);
        var crew = crew(Optional.of(Duration.ofMinutes(10)), new SettableClock(from.minus(Duration.ofMinutes(1))));
        var incident = declaredNow(crew);
        var spoken = 0;

        for (var minute = 0; minute <= 48 * 60; minute += 5) {
            crew.clock().set(from.plus(Duration.ofMinutes(minute)));
            look(crew);
            // By day Ines speaks every two hours, a promise too late; by night nobody does.
            if (minute % 120 == 0 && minute / 60 % 24 < 9) {
                crew.says(incident.id(), "Still working on it, word " + ++spoken + ".");
            }
        }

        var updates = look(tx -> tx.incidents()
                .find(crew.page(), incident.id())
                .orElseThrow()
                .value()
                .updates());
        var automatic = updates.stream().filter(update -> update.isAutomatic()).count();
        // One after each word of a person, but the declaration, which had an update at once, and the last.
        assertThat(automatic).isEqualTo(spoken - 1L);
        assertThat(updates)
                .filteredOn(update -> update.nextUpdateDue().isPresent())
                .allSatisfy(update -> assertThat(update.nextUpdateDue().orElseThrow())
                        .isEqualTo(update.at().plus(Duration.ofMinutes(30))));
        var taken = look(tx -> tx.reminders().of(crew.page(), incident.id()));
        assertThat(taken)
                .extracting(reminder ->
                        reminder.promise().value() + " " + reminder.call().key())
                .containsExactlyInAnyOrderElementsOf(owed(updates, crew.clock().instant()));
        assertThat(taken)
                .allSatisfy(
                        reminder -> assertThat(Duration.between(reminder.call().due(), reminder.at()))
                                .isBetween(Duration.ZERO, Duration.ofMinutes(5)));
    }

    /// Every step that must have been taken, and nothing else: five minutes before, at the time, then Jonas and Mira
    /// five minutes apart, and after ten minutes the holding update, unless the last word was one.
    private static List<String> owed(List<Update> updates, Instant end) {
        var steps = new ArrayList<String>();
        for (var i = 0; i < updates.size(); i++) {
            var update = updates.get(i);
            var due = update.nextUpdateDue().orElseThrow();
            // Whoever spoke did so after the look of that minute.
            var until = i + 1 < updates.size() ? updates.get(i + 1).at() : end;
            var minutes = new LinkedHashMap<String, Integer>();
            minutes.put("soon.0", -5);
            minutes.put("now.0", 0);
            minutes.put("overdue.0", 5);
            minutes.put("overdue.1", 10);
            if (!update.isAutomatic()) {
                minutes.put("holding.0", 10);
            }
            minutes.forEach((step, minute) -> {
                if (!due.plus(Duration.ofMinutes(minute)).isAfter(until)) {
                    steps.add(update.id().value() + " " + step);
                }
            });
        }
        return steps;
    }

    private Incident declaredNow(Crew crew) {
        var story = Stories.declaration();
        return crew.desk()
                .declare(
                        crew.page(),
                        new Declaration(
                                story.title(),
                                story.severity(),
                                story.stage(),
                                story.text(),
                                story.facts(),
                                story.areas(),
                                Optional.empty(),
                                Optional.empty()),
                        Actor.of(crew.ines()))
                .value();
    }
}
