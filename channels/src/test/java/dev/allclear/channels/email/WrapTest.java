package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void long_lines_break_at_blanks() {
        var wrapped = Wrap.lines("word ".repeat(60).strip());

        assertThat(wrapped.lines()).allSatisfy(line -> assertThat(line.length()).isBetween(1, 72));
        assertThat(wrapped.replace('\n', ' ').strip())
                .isEqualTo("word ".repeat(60).strip());
    }

    @Test
    void an_address_is_never_broken() {
        var address = "https://status.example.com/" + "x".repeat(100);

        assertThat(Wrap.lines("Open " + address + " now")).isEqualTo("Open\n" + address + "\nnow\n");
    }

    @Test
    void further_lines_of_an_item_stand_below_its_words() {
        assertThat(Wrap.lines("- " + "word ".repeat(20).strip()).lines())
                .first()
                .asString()
                .startsWith("- word");
        assertThat(Wrap.lines("- " + "word ".repeat(20).strip()).lines().skip(1))
                .allMatch(line -> line.startsWith("  word"));
    }

    @Test
    void short_lines_and_the_mark_of_the_signature_stay() {
        assertThat(Wrap.lines("a\n\n-- \nb")).isEqualTo("a\n\n-- \nb\n");
    }
}
