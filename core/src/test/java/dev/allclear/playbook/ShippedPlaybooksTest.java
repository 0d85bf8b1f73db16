package dev.allclear.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.language.Language;
import dev.allclear.playbook.Rendering.Filled;
import dev.allclear.playbook.Rendering.Missing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every playbook that ships must hold, in every language, whatever is known of the outage.
final class ShippedPlaybooksTest {

    private static final Language GERMAN = new Language("de");
    private static final int FIRST_MESSAGE = 500;
    private static final int LATER_MESSAGE = 1_200;

    static List<Playbook> all() {
        return Library.shipped().all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_written_back_to_the_same_text(Playbook playbook) {
        assertThat(PlaybookWriter.write(playbook))
                .isEqualTo(Shipped.text(playbook.slug().value(), playbook.language()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_whole_on_every_occasion_whatever_is_known(Playbook playbook) {
        for (var story : Stories.values()) {
            for (var occasion : Occasion.of(playbook.kind())) {
                var message = message(playbook, occasion, story);

                Whole.check(story + " " + occasion, message.title());
                Whole.check(story + " " + occasion, message.body());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void has_a_report_that_is_whole_whatever_is_known(Playbook playbook) {
        for (var story : Stories.values()) {
            playbook.report().ifPresent(report -> {
                var answers = value(report.fill(story.of(playbook)));

                Stream.of(answers.title(), answers.wentWrong(), answers.fixed(), answers.prevented())
                        .forEach(text -> Whole.check(story + " report", text));
                assertThat(answers.title().length()).isLessThanOrEqualTo(Titles.LIMIT);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void has_titles_that_fit_a_phone_for_every_impact_made_ready(Playbook playbook) {
        for (var choice : impacts(playbook)) {
            assertThat(choice.worksAgain()).as(choice.text()).isPresent();
            var values = Stories.FULL
                    .of(playbook)
                    .text(Variable.IMPACT, choice.text())
                    .text(Variable.WORKS_AGAIN, choice.worksAgain().orElseThrow());

            for (var occasion : Occasion.of(playbook.kind())) {
                var title = value(playbook.fill(occasion, values)).title();
                assertThat(title.codePointCount(0, title.length()))
                        .as(occasion + ": " + title)
                        .isLessThanOrEqualTo(Titles.LIMIT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void opens_with_the_impact_in_the_title_and_in_the_text(Playbook playbook) {
        if (playbook.slug().value().equals("region-down")) {
            return;
        }
        for (var choice : impacts(playbook)) {
            var values = Stories.FULL.of(playbook).text(Variable.IMPACT, choice.text());
            var message = value(playbook.fill(playbook.first(), values));

            assertThat(message.title()).contains(choice.text());
            assertThat(message.body()).contains(choice.text());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_short_enough_to_be_read_in_fear(Playbook playbook) {
        for (var story : Stories.values()) {
            for (var occasion : Occasion.of(playbook.kind())) {
                var body = message(playbook, occasion, story).body();
                assertThat(body.codePointCount(0, body.length()))
                        .as(story + " " + occasion + ": " + body)
                        .isLessThanOrEqualTo(occasion == playbook.first() ? FIRST_MESSAGE : LATER_MESSAGE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void promises_the_next_update_by_the_clock_with_its_zone_while_it_is_open(Playbook playbook) {
        var time = playbook.language().equals(GERMAN) ? "15:30 MEZ" : "14:30 GMT";
        Occasion.of(playbook.kind()).stream()
                .filter(Occasion::promises)
                .forEach(occasion -> assertThat(
                                message(playbook, occasion, Stories.MINIMAL).body())
                        .contains(time));
    }

    @ParameterizedTest
    @MethodSource("all")
    void gives_the_all_clear_in_full(Playbook playbook) {
        if (playbook.kind() != Playbook.Kind.OUTAGE) {
            return;
        }
        var zone = playbook.language().equals(GERMAN) ? "17:17 MEZ" : "16:17 GMT";
        for (var story : Stories.values()) {
            var values = story.of(playbook);
            var again = playbook.worksAgain(Stories.impact(playbook)).orElseThrow();

            assertThat(message(playbook, Occasion.RESOLVED, story).body())
                    .contains(again, zone, "2 h 12 min")
                    .containsIgnoringCase(values.get(Variable.FIX).orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void says_what_can_be_done_or_that_nothing_can(Playbook playbook) {
        if (playbook.kind() != Playbook.Kind.OUTAGE) {
            return;
        }
        var none = playbook.slug().value().equals("security")
                ? ""
                : playbook.language().equals(GERMAN)
                        ? "Einen Ausweg gibt es noch nicht."
                        : "There is no workaround yet.";
        assertThat(message(playbook, Occasion.INVESTIGATING, Stories.MINIMAL).body())
                .contains(none);
        assertThat(message(playbook, Occasion.INVESTIGATING, Stories.FULL).body())
                .contains(Stories.FULL.of(playbook).get(Variable.WORKAROUND).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("all")
    void asks_for_every_field_that_its_first_message_needs(Playbook playbook) {
        var asked = playbook.questionsFor(playbook.first()).stream()
                .map(Question::variable)
                .toList();

        assertThat(playbook.script(playbook.first()).needs())
                .allMatch(variable -> variable.isGiven() || asked.contains(variable));
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_the_same_playbook_in_every_language(Playbook playbook) {
        var english = Library.shipped().find(playbook.slug(), Language.ENGLISH).orElseThrow();

        assertThat(playbook.kind()).isEqualTo(english.kind());
        assertThat(playbook.severity()).isEqualTo(english.severity());
        assertThat(playbook.state()).isEqualTo(english.state());
        assertThat(playbook.questions())
                .extracting(Question::variable)
                .isEqualTo(english.questions().stream().map(Question::variable).toList());
    }

    private static List<Question.Choice> impacts(Playbook playbook) {
        return playbook.question(Variable.IMPACT).orElseThrow().choices();
    }

    private static Message message(Playbook playbook, Occasion occasion, Stories story) {
        return value(playbook.fill(occasion, story.of(playbook)));
    }

    private static <T> T value(Rendering<T> rendering) {
        return switch (rendering) {
            case Filled<T>(var value) -> value;
            case Missing<T>(var variables) -> throw new AssertionError("missing " + variables);
        };
    }
}
