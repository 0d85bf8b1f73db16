package dev.allclear.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LibraryTest {

    private static final Language GERMAN = new Language("de");
    private final Library library = Library.shipped();

    @Test
    void ships_every_playbook_in_every_language() {
        assertThat(library.in(Language.ENGLISH)).hasSize(Shipped.SLUGS.size());
        assertThat(library.in(GERMAN))
                .hasSameSizeAs(library.in(Language.ENGLISH))
                .hasSizeGreaterThanOrEqualTo(22);
    }

    @ParameterizedTest
    @CsvSource({
        "en, refund, payments",
        "en, cant log in, sign-in",
        "en, login, sign-in",
        "en, dns, address-unreachable",
        "en, breach, security",
        "en, hotline, hotline",
        "en, upgrade, planned-maintenance",
        "en, crash, mobile-app",
        "de, Erstattung, payments",
        "de, Passwort, sign-in",
        "de, Zertifikat, certificate",
        "de, Wartung, planned-maintenance",
        "de, überlastet, overload",
        "de, hochl, uploads",
    })
    void finds_by_the_words_of_a_person_in_a_hurry(String language, String query, String slug) {
        assertThat(library.fitting(new Language(language), List.of(), Optional.empty(), query))
                .first()
                .extracting(found -> found.slug().value())
                .isEqualTo(slug);
    }

    @Test
    void search_keeps_what_holds_every_word_and_gives_all_when_nothing_is_asked() {
        assertThat(library.search(Language.ENGLISH, "card declined"))
                .extracting(found -> found.slug().value())
                .containsExactly("payments");
        assertThat(library.search(Language.ENGLISH, "xyzzy")).isEmpty();
        assertThat(library.search(Language.ENGLISH, " ")).hasSameSizeAs(library.in(Language.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Checkout, payments",
        "en, REST API, api-errors",
        "de, Kundenkonto-Anmeldung, sign-in",
        "de, Kartenzahlung, payments"
    })
    void the_chosen_components_bring_their_playbook_to_the_top(String language, String component, String slug) {
        assertThat(library.fitting(new Language(language), List.of(component), Optional.of(Severity.CRITICAL), ""))
                .first()
                .extracting(found -> found.slug().value())
                .isEqualTo(slug);
    }

    @Test
    void of_equally_fitting_ones_those_of_the_chosen_severity_come_first() {
        assertThat(library.fitting(Language.ENGLISH, List.of(), Optional.of(Severity.MINOR), ""))
                .first()
                .extracting(Playbook::severity)
                .isEqualTo(Severity.MINOR);
    }

    @Test
    void an_owners_playbook_takes_the_place_of_the_shipped_one() {
        var shipped = library.find(new Slug("payments"), Language.ENGLISH).orElseThrow();
        var text = PlaybookWriter.write(shipped).replace("# Payments fail", "# Tills fail");
        var own = ((Reading.Understood) PlaybookReader.read(shipped.slug(), Language.ENGLISH, text)).playbook();

        var changed = library.with(own);

        assertThat(changed.all()).hasSameSizeAs(library.all());
        assertThat(changed.find(new Slug("payments"), Language.ENGLISH))
                .map(Playbook::name)
                .contains("Tills fail");
    }
}
