package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.language.Language;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.PlaybookDesk;
import dev.allclear.playbook.Edition;
import dev.allclear.playbook.Library;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.PlaybookWriter;
import dev.allclear.playbook.Slug;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the front door for playbooks must do over any store.
public interface PlaybookDeskContract extends OnDesk {

    Slug PAYMENTS = new Slug("payments");

    private PlaybookDesk playbooks() {
        return new PlaybookDesk(store(), new SettableClock(Stories.NOW));
    }

    private static String shipped() {
        return PlaybookWriter.write(
                Library.shipped().find(PAYMENTS, Language.ENGLISH).orElseThrow());
    }

    private static String named(String name) {
        return shipped().replaceFirst("# Payments fail", "# " + name);
    }

    @Test
    default void a_playbook_of_ones_own_takes_the_place_of_the_one_that_ships() {
        var page = Stories.opened(store()).id();
        var desk = playbooks();

        desk.save(page, PAYMENTS, Language.ENGLISH, named("Cards fail"), 0, INES);

        assertThat(desk.library(page).find(PAYMENTS, Language.ENGLISH).map(Playbook::name))
                .contains("Cards fail");
        assertThat(desk.library(page).all()).hasSameSizeAs(Library.shipped().all());
        assertThat(desk.library(Stories.opened(store()).id()).find(PAYMENTS, Language.ENGLISH))
                .isEqualTo(Library.shipped().find(PAYMENTS, Language.ENGLISH));
    }

    @Test
    default void what_cannot_be_understood_is_refused_line_by_line() {
        var page = Stories.opened(store()).id();
        var desk = playbooks();
        var broken = shipped().replace("{scope}", "{scoop}");

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> desk.save(page, PAYMENTS, Language.ENGLISH, broken, 0, INES))
                .satisfies(refused -> assertThat(refused.faults())
                        .allMatch(fault -> fault.field().equals("text"))
                        .anyMatch(fault -> fault.message().startsWith("Line ")
                                && fault.message().contains("Did you mean {scope}?")));
        assertThat(desk.editions(page, PAYMENTS, Language.ENGLISH)).isEmpty();
    }

    @Test
    default void nobody_overwrites_what_they_have_not_seen() {
        var page = Stories.opened(store()).id();
        var desk = playbooks();
        desk.save(page, PAYMENTS, Language.ENGLISH, named("One"), 0, INES);

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> desk.save(page, PAYMENTS, Language.ENGLISH, named("Two"), 0, INES));
        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> desk.remove(page, PAYMENTS, Language.ENGLISH, 0, INES));
    }

    @Test
    default void taken_away_the_shipped_one_is_back_and_every_version_has_a_way_back() {
        var page = Stories.opened(store()).id();
        var desk = playbooks();
        desk.save(page, PAYMENTS, Language.ENGLISH, named("One"), 0, INES);
        desk.save(page, PAYMENTS, Language.ENGLISH, named("Two"), 1, INES);

        desk.remove(page, PAYMENTS, Language.ENGLISH, 2, INES);
        var without = desk.library(page).find(PAYMENTS, Language.ENGLISH).map(Playbook::name);
        desk.restore(page, PAYMENTS, Language.ENGLISH, 1, 3, INES);

        assertThat(without).contains("Payments fail");
        assertThat(desk.library(page).find(PAYMENTS, Language.ENGLISH).map(Playbook::name))
                .contains("One");
        assertThat(desk.editions(page, PAYMENTS, Language.ENGLISH).stream().map(Edition::number))
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(traces(page).journal()).contains("playbook.saved", "playbook.removed", "playbook.restored");
    }

    @Test
    default void what_only_ships_cannot_be_taken_away() {
        var page = Stories.opened(store()).id();

        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> playbooks().remove(page, PAYMENTS, Language.ENGLISH, 0, INES));
    }

    @Test
    default void an_incident_told_from_a_playbook_remembers_which() {
        var page = Stories.opened(store()).id();
        var incidents = new IncidentDesk(store(), new SettableClock(Stories.NOW), Stories.entropy());

        var declared = incidents.declare(page, Stories.declaration().from(Optional.of(PAYMENTS)), INES);

        Optional<Slug> followed =
                look(tx -> tx.playbooks().followed(page, declared.value().id()));
        assertThat(followed).contains(PAYMENTS);
    }

    @Test
    default void a_placeholder_goes_through_no_front_door() {
        var page = Stories.opened(store()).id();
        var incidents = new IncidentDesk(store(), new SettableClock(Stories.NOW), Stories.entropy());
        var incident = incidents.declare(page, Stories.declaration(), INES).value();
        var word = OnIncidentDesk.word("We found it: {cause}.", Optional.empty());

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> incidents.postUpdate(page, incident.id(), word, Optional.empty(), INES));
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> incidents.resolve(
                        page, incident.id(), "{worksAgain}.", Optional.empty(), Optional.empty(), INES));
        assertThat(traces(page).journal()).containsExactly("incident.declared");
    }
}
