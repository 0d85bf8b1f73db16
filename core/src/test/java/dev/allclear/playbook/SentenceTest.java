package dev.allclear.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.language.Language;
import dev.allclear.playbook.Rendering.Filled;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SentenceTest {

    private static final Values VALUES = Values.none(Stories.formats(Language.ENGLISH))
            .text(Variable.IMPACT, "Cards are declined")
            .moment(Variable.NEXT_UPDATE, Instant.parse("2026-03-02T15:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We check. Next update by {nextUpdate}, earlier if something changes. | We check.",
                "Next update by {nextUpdate}. We check. | We check.",
                "We check. Next update by {nextUpdate}. {impact}. | We check. Cards are declined.",
                "{impact}. [[{doing}.]] Next update by {nextUpdate}. | Cards are declined.",
                "{impact}. [[Next update by {nextUpdate}.]] Bye. | Cards are declined. Bye.",
                "{impact}, and we speak by {nextUpdate}, {product} or not. Bye. | Bye.",
            })
    void the_sentence_that_names_the_field_is_left_out(String template, String rest) {
        assertThat(filled(template)).isEqualTo(rest);
    }

    @Test
    void paragraphs_stay_apart() {
        assertThat(filled("First.\n\nNext update by {nextUpdate}.\n\nLast.")).isEqualTo("First.\n\nLast.");
    }

    @Test
    void no_shipped_playbook_loses_more_than_its_promise() {
        for (var playbook : Library.shipped().all()) {
            playbook.scripts().forEach((occasion, script) -> {
                var whole = script.body().names();
                var rest = script.withoutPromise().body();
                assertThat(rest.names()).as("%s on %s", playbook, occasion).doesNotContain(Variable.NEXT_UPDATE);
                whole.remove(Variable.NEXT_UPDATE);
                assertThat(rest.names()).as("%s on %s", playbook, occasion).isEqualTo(whole);
            });
        }
    }

    private static String filled(String source) {
        var mistakes = new ArrayList<Mistake>();
        var template = TemplateReader.read(source, 1, 1, mistakes);
        assertThat(mistakes).isEmpty();
        return template.without(Variable.NEXT_UPDATE).fill(VALUES) instanceof Filled<String>(var text)
                ? text
                : "not filled";
    }
}
