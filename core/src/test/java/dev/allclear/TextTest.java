package dev.allclear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {

    @Test
    void a_line_is_put_in_normal_form_and_freed_of_blanks_around_it() {
        assertThat(Text.line("title", "  Cafe\u0301 is slow ", 100)).isEqualTo("Caf\u00e9 is slow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "two\nlines", "carriage\rreturn", "nul\u0000", "line\u2028separator", "half \ud83d"})
    void a_line_refuses_what_is_no_line(String value) {
        assertThatExceptionOfType(Refused.Invalid.class).isThrownBy(() -> Text.line("title", value, 100));
    }

    @Test
    void prose_keeps_its_lines_in_one_form() {
        assertThat(Text.prose("text", "one\r\ntwo\rthree\n", 100)).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void prose_refuses_control_characters() {
        assertThatExceptionOfType(Refused.Invalid.class).isThrownBy(() -> Text.prose("text", "bell \u0007", 100));
    }

    @Test
    void nothing_that_turns_later_words_around_stays() {
        assertThat(Text.line("title", "\u202eexe.yap is \u202ddown", 100)).isEqualTo("exe.yap is down");
        assertThat(Text.prose("text", "\u202a\u202b\u2067\u2068kept\u2069", 100))
                .isEqualTo("\u202a\u202b\u2067\u2068kept\u2069");
        assertThatExceptionOfType(Refused.Invalid.class).isThrownBy(() -> Text.line("title", "\u202e", 100));
    }

    @Test
    void joiners_and_marks_that_languages_need_stay() {
        var text = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \ud83d\udc69\u200d\ud83d\ude92 \u200e\u200f";

        assertThat(Text.line("title", text + "x", 100)).isEqualTo(text + "x");
    }

    @Test
    void what_is_too_long_is_refused_with_the_limit() {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> Text.line("title", "x".repeat(101), 100))
                .withMessageContaining("100");
    }
}
