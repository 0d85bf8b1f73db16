package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.incident.IncidentId;
import dev.allclear.language.Language;
import dev.allclear.playbook.Edition;
import dev.allclear.playbook.Slug;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store must do with playbooks of a page's own.
public interface PlaybooksContract extends OnStore {

    Slug CARDS = new Slug("cards");

    @Test
    default void versions_of_a_playbook_are_kept_newest_first() {
        var page = Stories.opened(store()).id();
        var first = edition(1, Optional.of("# Cards\n\nA “text” of its own.\n"));
        var second = edition(2, Optional.empty());

        change(tx -> tx.playbooks().add(page, first));
        change(tx -> tx.playbooks().add(page, second));

        assertThat(editions(page)).containsExactly(second, first);
    }

    @Test
    default void of_each_playbook_and_language_the_newest_version_counts() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var german = new Edition(CARDS, new Language("de"), 1, Optional.of("# Karten"), "Ines", Stories.NOW);
        change(tx -> {
            tx.playbooks().add(page, edition(1, Optional.of("# One")));
            tx.playbooks().add(page, edition(2, Optional.of("# Two")));
            tx.playbooks().add(page, german);
            tx.playbooks().add(other, edition(1, Optional.of("# Theirs")));
        });

        assertThat(newest(page)).containsExactly(german, edition(2, Optional.of("# Two")));
    }

    @Test
    default void no_version_is_overwritten() {
        var page = Stories.opened(store()).id();
        change(tx -> tx.playbooks().add(page, edition(1, Optional.of("# One"))));

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.playbooks().add(page, edition(1, Optional.of("# Other")))));
        assertThat(newest(page)).containsExactly(edition(1, Optional.of("# One")));
    }

    @Test
    default void an_incident_knows_what_it_was_declared_from() {
        var page = Stories.opened(store()).id();
        var incident = Stories.openIncident(page);
        change(tx -> {
            tx.incidents().add(incident);
            tx.playbooks().follow(page, incident.id(), CARDS);
        });

        assertThat(followed(page, incident.id())).contains(CARDS);
        assertThat(followed(page, new IncidentId("other"))).isEmpty();
    }

    private List<Edition> newest(PageId page) {
        return look(tx -> tx.playbooks().newest(page));
    }

    private List<Edition> editions(PageId page) {
        return look(tx -> tx.playbooks().editions(page, CARDS, Language.ENGLISH));
    }

    private Optional<Slug> followed(PageId page, IncidentId incident) {
        return look(tx -> tx.playbooks().followed(page, incident));
    }

    private static Edition edition(long number, Optional<String> text) {
        return new Edition(CARDS, Language.ENGLISH, number, text, "Ines", Stories.NOW);
    }
}
