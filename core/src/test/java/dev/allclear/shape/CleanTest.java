package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CleanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>Ops</b> & \"Co\" @everyone #1 | Ops & \"Co\" everyone #1",
                "<script>alert(1)</script>search fails | search fails",
                "<!channel> search fails | search fails",
                "ask help@ops.example | ask help@ops.example",
                "#down for all | down for all",
                "responses < 200 and > 100 | responses < 200 and > 100",
                "List<String> is empty | List<String> is empty",
                "a\u202Eb\u200Bc | abc",
                "two  blanks | two blanks",
            })
    void nothing_harmful_is_left_and_nothing_else_is_lost(String typed, String kept) {
        assertThat(Clean.line(typed)).isEqualTo(kept);
    }

    @Test
    void a_line_that_looks_like_a_mail_header_goes() {
        assertThat(Clean.line("search shows no results\r\nBcc: victim@example.com"))
                .isEqualTo("search shows no results");
    }

    @Test
    void other_lines_become_clauses() {
        assertThat(Clean.line("search fails\nfilters too\n")).isEqualTo("search fails; filters too");
    }

    @Test
    void emoji_of_several_parts_stay_whole() {
        assertThat(Clean.line("👩‍👩‍👧‍👦 ok")).isEqualTo("👩‍👩‍👧‍👦 ok");
    }
}
