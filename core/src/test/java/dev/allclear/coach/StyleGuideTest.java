package dev.allclear.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.guide.GuidePage.Example;
import dev.allclear.coach.rule.Rules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples on the pages of the style guide are the tests of its rules.
class StyleGuideTest {

    private static final Coach COACH = Coach.create();

    private record Shown(GuidePage page, Example example) {
        @Override
        public String toString() {
            return page.language() + "/" + page.rule() + (example.good() ? " leaves alone: " : " finds: ")
                    + example.title() + " | " + example.body() + " " + example.situation();
        }
    }

    private static Stream<Shown> examples() {
        return Stream.of("en", "de")
                .flatMap(language -> COACH.guide(language).orElseThrow().pages().stream())
                .flatMap(page -> page.examples().stream().map(example -> new Shown(page, example)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void every_example_is_judged_as_its_page_says(Shown shown) {
        var review =
                COACH.review(ExampleReader.read(shown.example(), shown.page().language()));

        if (shown.example().good()) {
            assertThat(review.flags()).doesNotContain(shown.page().rule());
        } else {
            assertThat(review.flags()).contains(shown.page().rule());
        }
    }

    @Test
    void every_rule_has_a_page_with_a_good_and_a_bad_example_in_each_language() {
        for (var language : new String[] {"en", "de"}) {
            for (var rule : Rules.all()) {
                var page = COACH.guide(language).orElseThrow().page(rule.id());
                assertThat(page.title()).as(language + "/" + rule.id()).isNotBlank();
                assertThat(page.examples())
                        .as(language + "/" + rule.id())
                        .extracting(Example::good)
                        .contains(true, false);
            }
        }
    }

    @Test
    void every_finding_is_one_sentence_why_and_one_repair_within_its_field() {
        examples().forEach(shown -> {
            var manuscript = ExampleReader.read(shown.example(), shown.page().language());
            for (var finding : COACH.review(manuscript).findings()) {
                var text = finding.field() == Field.TITLE ? manuscript.title() : manuscript.body();
                assertThat(finding.span().start()).isBetween(0, text.length());
                assertThat(finding.span().end()).isBetween(finding.span().start(), text.length());
                assertThat(finding.why()).endsWith(".").doesNotContain("\n");
                assertThat(finding.repair()).matches("(?s).*[.”»«\"].?");
                finding.fix().ifPresent(fix -> assertThat(fix.label()).isNotBlank());
            }
        });
    }
}
