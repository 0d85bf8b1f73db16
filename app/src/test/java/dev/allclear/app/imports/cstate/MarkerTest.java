package dev.allclear.app.imports.cstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.app.imports.cstate.Marker.Role;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [Initial message]                                            | FIRST   |
            [INITIAL]                                                    | FIRST   |
            [Initial message] -->                                        | FIRST   |
            [Open Issue]                                                 | FIRST   |
            **Initial Message at 2021-06-08 09:35 UTC**                  | FIRST   | 2021-06-08T09:35:00Z
            [Final Message]                                              | LAST    |
            [End of outage message]                                      | LAST    |
            [Closed]                                                     | LAST    |
            [Update 3]                                                   | BETWEEN |
            [Update - 2023-03-29 15h50 UTC]                              | BETWEEN | 2023-03-29T15:50:00Z
            **2021-06-07 16:37:00**                                      | BETWEEN | 2021-06-07T16:37:00Z
            [Edit - Monday 25th]                                         | BETWEEN |
            *Resolved* - Fine. {{< track "2018-05-25 05:54:00" >}}       | LAST    | 2018-05-25T05:54:00Z
            *Investigating* - Odd.                                       | BETWEEN |
            """)
    void knows_the_lines_that_begin_a_message(String line, Role role, String at) {
        var marker = Marker.read(line, UTC).orElseThrow();

        assertThat(marker.role()).isEqualTo(role);
        assertThat(marker.at().map(Object::toString).orElse(null)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Issue 4270](https://a.example)",
                "[Update center](https://a.example) is slow",
                "[update]: https://a.example",
                "[Open questions about the move]",
                "[infra.example] No builds run.",
                "**Please note**",
                "**Starter plans** are not affected.",
                "Updates follow.",
                "* a list"
            })
    void takes_no_other_line_for_one(String line) {
        assertThat(Marker.read(line, UTC)).isEmpty();
    }

    @Test
    void keeps_what_stands_on_the_same_line() {
        var marker = Marker.read("[Final message] It works again.", UTC).orElseThrow();

        assertThat(marker.rest()).isEqualTo("It works again.");
    }
}
