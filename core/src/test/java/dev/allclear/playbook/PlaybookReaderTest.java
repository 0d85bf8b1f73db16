package dev.allclear.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaybookReaderTest {

    private static final Slug SLUG = new Slug("payments");
    private static final String RIGHT = Shipped.text("payments", Language.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "# Payments fail                 | Payments fail           | Line 1, column 1: A playbook begins with its name: # Payments fail",
                "Severity: critical              | Severity: bad           | Line 4, column 11: Severity is one of: notice, minor, major, critical.",
                "Kind: outage                    | Sort: outage            | Line 3, column 1: Here stand Kind, Severity, State and Words, such as Kind: outage",
                "Kind: outage                    | Sort: outage            | Line 1, column 1: Below the name belongs \"Kind:\" with one of: outage, planned work.",
                "- {scope} Who is affected?      | - {skope} Who?          | Line 19, column 3: There is no variable {skope}.",
                "- {scope} Who is affected?      | - {impact} Who?         | Line 19, column 3: {impact} is asked for twice.",
                "- {scope} Who is affected?      | Who is affected?        | Line 19, column 1: A question looks like \"- {scope} Who is affected?\", its answers like \"  - Everybody\".",
                "- {impact} What do customers notice? | - {fix} What?      | Line 1, column 1: The first message needs {impact}, so Ask must ask for it.",
                "Title: Payments do not go through\\n | Title: {fix}\\n    | Line 32, column 1: The last title is for the case that no other fits, so it can't need longer fields.",
                "## Monitoring                   | ## Watching             | Line 1, column 1: There must be text under \"## Monitoring\".",
                "## Monitoring                   | ## Watching             | Line 51, column 1: There is no part \"## Watching\" in such a playbook.",
                "## Monitoring                   | ## Identified           | Line 51, column 1: There is a second \"## Identified\".",
                "### How we fixed it             | ### The cure            | Line 73, column 1: A report has these parts, in this order: ### What went wrong, ### How we fixed it, ### What we change",
            })
    void a_mistake_is_told_with_its_line_and_what_would_be_right(String right, String wrong, String mistake) {
        var text = RIGHT.replaceFirst(
                java.util.regex.Pattern.quote(unescaped(right)),
                java.util.regex.Matcher.quoteReplacement(unescaped(wrong)));

        assertThat(text).isNotEqualTo(RIGHT);
        assertThat(PlaybookReader.read(SLUG, Language.ENGLISH, text))
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.mistakes())
                                .extracting(Mistake::toString)
                                .contains(mistake));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void an_open_message_without_its_promise_and_a_bare_all_clear_are_refused() {
        var text = RIGHT.replace("{nextUpdate}", "later").replace("{duration}", "a while");

        assertThat(PlaybookReader.read(SLUG, Language.ENGLISH, text))
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.mistakes())
                                .extracting(Mistake::what)
                                .contains(
                                        "This message must promise the next one: put {nextUpdate} into its text.",
                                        "An all-clear says since when and how long: {restoredAt}, {duration}."));
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_do_no_harm() {
        var text = "\uFEFF" + RIGHT.replace("\n", "\r\n");

        assertThat(PlaybookReader.read(SLUG, Language.ENGLISH, text))
                .isEqualTo(PlaybookReader.read(SLUG, Language.ENGLISH, RIGHT));
    }

    @Test
    void an_empty_text_is_a_list_of_what_to_write() {
        assertThat(PlaybookReader.read(SLUG, Language.ENGLISH, ""))
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.mistakes()).hasSizeGreaterThan(5));
    }

    @Test
    void whatever_is_torn_out_is_told_or_harmless_but_never_a_crash() {
        for (var slug : Shipped.SLUGS) {
            var text = Shipped.text(slug, Language.ENGLISH);
            for (var position = 0; position < text.length(); position += 211) {
                for (var length : new int[] {1, 12, 400}) {
                    var end = Math.min(text.length(), position + length);
                    var torn = text.substring(0, position) + text.substring(end);

                    var reading = PlaybookReader.read(new Slug(slug), Language.ENGLISH, torn);

                    if (reading instanceof Reading.Understood(var playbook)) {
                        assertThat(PlaybookReader.read(
                                        new Slug(slug), Language.ENGLISH, PlaybookWriter.write(playbook)))
                                .isEqualTo(reading);
                    }
                }
            }
        }
    }
}
