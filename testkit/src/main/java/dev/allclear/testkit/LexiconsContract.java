package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.coach.Context.Term;
import dev.allclear.coach.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every store must do with the words of a company.
public interface LexiconsContract extends OnStore {

    Lexicon FERNHILLS = new Lexicon(
            List.of("Fernhill Box", "Payouts"),
            List.of(new Term("failover", "switch to the second site"), new Term("p99", "the slowest pages")),
            List.of("Bluebird Ltd"),
            List.of("db-#", "OPS-#"),
            "help@fernhill.example");

    @Test
    default void a_company_has_no_words_of_its_own_until_somebody_writes_them_down() {
        var page = Stories.opened(store()).id();

        var words = look(tx -> tx.lexicons().of(page));
        assertThat(words).isEqualTo(new Stored<>(Lexicon.EMPTY, 0));
    }

    @Test
    default void words_are_kept_in_their_order_and_for_their_page_alone() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        change(tx -> tx.lexicons().save(page, Lexicon.EMPTY, 0));

        change(tx -> tx.lexicons().save(page, FERNHILLS, 1));

        var words = look(tx -> tx.lexicons().of(page));
        var others = look(tx -> tx.lexicons().of(other));
        assertThat(words).isEqualTo(new Stored<>(FERNHILLS, 2));
        assertThat(others).isEqualTo(new Stored<>(Lexicon.EMPTY, 0));
    }

    @Test
    default void words_that_somebody_changed_meanwhile_are_not_overwritten() {
        var page = Stories.opened(store()).id();
        change(tx -> tx.lexicons().save(page, FERNHILLS, 0));

        for (var seen : List.of(0L, 2L)) {
            assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                    .isThrownBy(() -> change(tx -> tx.lexicons().save(page, Lexicon.EMPTY, seen)));
        }
    }
}
