package dev.allclear.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {

    private static final Values NONE = Values.none(Stories.formats(Language.ENGLISH));

    @Test
    void a_filled_template_is_text() {
        assertThat(filled("{impact}. Affected: {scope}.", known("Cards are declined", "Everybody")))
                .isEqualTo("Cards are declined. Affected: Everybody.");
    }

    @Test
    void without_its_fields_there_is_no_text_but_the_names_of_what_is_missing() {
        var rendering = template("{impact}. [[{scope}.]] {fix}.").fill(NONE);

        assertThat(rendering).isEqualTo(new Rendering.Missing<String>(Set.of(Variable.IMPACT, Variable.FIX)));
    }

    @Test
    void a_part_in_double_brackets_vanishes_with_its_field_and_leaves_no_gap() {
        var template = "First. [[{scope}.]] [[{doing}.]] Last.\n\n[[{leftovers}.]]\n\nEnd.";

        assertThat(filled(template, NONE)).isEqualTo("First. Last.\n\nEnd.");
        assertThat(filled(template, NONE.text(Variable.DOING, "we test"))).isEqualTo("First. We test. Last.\n\nEnd.");
        assertThat(filled(template, NONE.text(Variable.LEFTOVERS, "Some wait")))
                .isEqualTo("First. Last.\n\nSome wait.\n\nEnd.");
    }

    @Test
    void a_part_at_the_beginning_or_end_of_a_sentence_vanishes_as_cleanly() {
        assertThat(filled("[[{doing}.]] Write to us[[: {contact}]].", NONE)).isEqualTo("Write to us.");
        assertThat(filled("[[{doing}.]]\n\nWrite.\n\n[[{fix}.]]", NONE)).isEqualTo("Write.");
        assertThat(filled("Please write. [[{fix}.]]\n\nNext.", NONE)).isEqualTo("Please write.\n\nNext.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cards fail.       | Cards fail. Sorry.",
                "cards fail        | Cards fail. Sorry.",
                "Why do cards fail?| Why do cards fail? Sorry.",
                "iPhones fail      | iPhones fail. Sorry.",
                "äußerst langsam   | Äußerst langsam. Sorry.",
            })
    void the_seam_between_words_and_value_does_not_show(String impact, String text) {
        assertThat(filled("{impact}. Sorry.", NONE.text(Variable.IMPACT, impact)))
                .isEqualTo(text);
    }

    @Test
    void a_full_stop_is_dropped_where_the_sentence_goes_on() {
        assertThat(filled("{impact} since noon UTC.", NONE.text(Variable.IMPACT, "Cards fail.")))
                .isEqualTo("Cards fail since noon UTC.");
    }

    @Test
    void a_list_in_a_value_ends_before_the_text_goes_on() {
        var values = NONE.text(Variable.WORKAROUND, "You can:\n- pay by bank transfer\n- pay later");

        assertThat(filled("{workaround}. Sorry.", values))
                .isEqualTo("You can:\n- pay by bank transfer\n- pay later\n\nSorry.");
    }

    @Test
    void a_value_is_never_read_as_a_template() {
        assertThat(filled("{impact}.", known("See {scope} [[x]] $1 \\", "Everybody")))
                .isEqualTo("See {scope} [[x]] $1 \\.");
    }

    @Test
    void single_brackets_are_links_as_in_markdown() {
        assertThat(filled("See [our help](https://help.example).", NONE))
                .isEqualTo("See [our help](https://help.example).");
    }

    @Test
    void the_state_of_a_workaround_chooses_the_sentence() {
        var template = "Sorry. [[{workaround}.]] [[if no workaround yet: There is no workaround yet.]]";

        assertThat(filled(template, NONE.facts(facts(new Workaround.Given("Pay later"), new RootCause.Unknown()))))
                .isEqualTo("Sorry. Pay later.");
        assertThat(filled(template, NONE.facts(facts(new Workaround.NoneYet(), new RootCause.Unknown()))))
                .isEqualTo("Sorry. There is no workaround yet.");
        assertThat(filled(template, NONE.facts(facts(new Workaround.NotNeeded(), new RootCause.Unknown()))))
                .isEqualTo("Sorry.");
    }

    @Test
    void a_suspected_cause_is_never_told_as_a_confirmed_one() {
        var template = "Sorry. [[The cause: {cause}.]] [[We suspect: {suspectedCause}.]] [[if cause unknown: Unknown.]]"
                + " [[if cause not public: Secret.]]";

        assertThat(filled(template, NONE.facts(facts(new Workaround.NoneYet(), new RootCause.Suspected("Rain")))))
                .isEqualTo("Sorry. We suspect: Rain.");
        assertThat(filled(template, NONE.facts(facts(new Workaround.NoneYet(), new RootCause.Confirmed("Rain")))))
                .isEqualTo("Sorry. The cause: Rain.");
        assertThat(filled(template, NONE.facts(facts(new Workaround.NoneYet(), new RootCause.Unknown()))))
                .isEqualTo("Sorry. Unknown.");
        assertThat(filled(template, NONE.facts(facts(new Workaround.NoneYet(), new RootCause.ConfirmedNotPublic()))))
                .isEqualTo("Sorry. Secret.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sorry, {impct} fails            | Line 1, column 8: There is no variable {impct}. Did you mean {impact}?",
                "{somethingElse}                 | Line 1, column 1: There is no variable {somethingElse}.",
                "Sorry.\\n\\nNow {impact fails  | Line 3, column 5: { begins a variable, so a name and } must follow, such as {impact}.",
                "impact} fails                   | Line 1, column 7: } closes nothing: there is no { before it.",
                "Yes [[{impact}                  | Line 1, column 5: [[ is never closed. Put ]] where the part that may vanish ends.",
                "Yes {impact}]]                  | Line 1, column 13: ]] closes nothing: there is no [[ before it.",
                "[[Sorry]]                       | Line 1, column 1: Nothing makes this part vanish: put a variable into it, or take away [[ and ]].",
                "[[if tired: Sorry]]             | Line 1, column 3: There is no state \"tired\". There are: no workaround yet, cause unknown, cause not public, scope unknown, no estimate.",
            })
    void a_mistake_is_told_with_its_place_and_what_would_be_right(String source, String mistake) {
        assertThat(mistakes(source.replace("\\n", "\n")))
                .extracting(Mistake::toString)
                .contains(mistake);
    }

    @Test
    void nesting_is_told_and_not_followed() {
        assertThat(mistakes("[[".repeat(5_000) + "{impact}" + "]]".repeat(5_000)))
                .first()
                .extracting(Mistake::what)
                .isEqualTo("[[ can't stand inside another [[ ]]. Close the first with ]].");
    }

    @Test
    void who_is_affected_what_we_do_and_what_helped_are_fields_of_the_incident() {
        var facts = new Facts(
                "Cards fail",
                "all of Europe",
                new Workaround.NotNeeded(),
                "We renew it",
                new RootCause.Unknown(),
                "We renewed it",
                Optional.empty());

        assertThat(filled("{scope}: {doing}. {fix}.", NONE.facts(facts)))
                .isEqualTo("All of Europe: We renew it. We renewed it.");
    }

    private static Facts facts(Workaround workaround, RootCause cause) {
        return new Facts("Cards fail", workaround, cause, Optional.empty());
    }

    private static Values known(String impact, String scope) {
        return NONE.text(Variable.IMPACT, impact).text(Variable.SCOPE, scope);
    }

    private static String filled(String source, Values values) {
        return switch (template(source).fill(values)) {
            case Rendering.Filled<String>(var text) -> text;
            case Rendering.Missing<String>(var missing) -> throw new AssertionError("missing " + missing);
        };
    }

    private static Template template(String source) {
        var mistakes = new ArrayList<Mistake>();
        var template = TemplateReader.read(source, 1, 1, mistakes);
        assertThat(mistakes).isEmpty();
        return template;
    }

    private static List<Mistake> mistakes(String source) {
        var mistakes = new ArrayList<Mistake>();
        var _ = TemplateReader.read(source, 1, 1, mistakes);
        return mistakes;
    }
}
