package dev.allclear.coach.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest(name = "{0} in \"{1}\"")
    @CsvSource({
        "db-#, Moved away from db-12 today., db-12",
        "DB-#, Moved away from db-12., db-12",
        "web-##.prod, See web-07.prod., web-07.prod",
        "*.corp, The page mail.eu.corp is late, mail.eu.corp",
        "zeus*, On zeus and zeus-standby., zeus|zeus-standby",
        "OPS-#, 'OPS-4411, OPS-9', OPS-4411|OPS-9",
        "db-#, A handydb-12 or db-12x or db-, ''",
        "web-##, web-7, ''",
        "a.b, axb a.b, a.b",
    })
    void names_stand_as_words_of_their_own(String pattern, String text, String found) {
        var expected = found.isEmpty() ? List.<String>of() : List.of(found.split("\\|", -1));

        assertThat(new NamePattern(pattern).all(text))
                .extracting(span -> text.substring(span.start(), span.end()))
                .isEqualTo(expected);
    }

    @Test
    void no_pattern_takes_long_over_any_text() {
        var text = "a".repeat(20_000) + " " + "a1-".repeat(5_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (var pattern : List.of("*a*a*a*a*a*a*a*a*a*a*a*b", "a#*#*#*#*#*b", "*".repeat(79) + "b")) {
                assertThat(new NamePattern(pattern).all(text)).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"db-#, true", "*, false", "#-#, false", "x*, false", "OPS-#, true"})
    void a_pattern_must_say_something(String pattern, boolean isTelling) {
        assertThat(new NamePattern(pattern).isTelling()).isEqualTo(isTelling);
    }
}
