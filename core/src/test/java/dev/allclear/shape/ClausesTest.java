package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.language.Language;
import org.junit.jupiter.api.Test;

final class ClausesTest {

    @Test
    void a_value_gets_shorter_only_where_the_rest_stands_alone() {
        assertThat(Clauses.forms("reports open slowly (30 seconds instead of 3); exports work"))
                .containsExactly(
                        "reports open slowly (30 seconds instead of 3); exports work",
                        "reports open slowly; exports work",
                        "reports open slowly");
    }

    @Test
    void a_label_before_a_colon_is_not_a_clause() {
        assertThat(Clauses.forms("Note: press Sync once")).containsExactly("Note: press Sync once");
        assertThat(Clauses.forms("answer by email: conversations arrive there"))
                .containsExactly("answer by email: conversations arrive there", "answer by email");
    }

    @Test
    void a_day_with_a_point_ends_no_sentence() {
        assertThat(Clauses.first("Gutschriften erscheinen bis 6. November"))
                .isEqualTo("Gutschriften erscheinen bis 6. November");
    }

    @Test
    void a_long_impact_is_condensed_to_its_trouble_and_claims_no_more_than_is_true() {
        var condensed = new Condensed(Vocabulary.of(Language.ENGLISH))
                .of("orders that you place at night are accepted, but do not reach the shop and are not delivered");

        assertThat(condensed)
                .containsExactly(
                        "some orders do not reach the shop and are not delivered", "some orders do not reach the shop");
    }

    @Test
    void the_trouble_before_a_but_stays() {
        assertThat(new Condensed(Vocabulary.of(Language.ENGLISH)).of("uploads fail, but downloads work"))
                .containsExactly("uploads fail");
    }

    @Test
    void the_trouble_after_a_but_is_found() {
        assertThat(new Condensed(Vocabulary.of(Language.ENGLISH))
                        .of("orders are accepted, but confirmations do not arrive"))
                .containsExactly("confirmations do not arrive");
    }
}
