package dev.allclear.edge.markdown;

import static java.lang.Integer.parseInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.Shared;
import dev.allclear.wording.Markdown;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What comes out is read again with a far stricter eye than a browser's: any `<` that is no allowed tag is a fault.
final class HostileMarkdownTest {

    private static final Set<String> ELEMENTS =
            Set.of("p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a");

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)((?: [a-z]+=\"[^\"<>]*\")*) ?/?>");

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "href=\"(?:https?://|mailto:)[^\"<>]*\"|rel=\"nofollow noopener\"|start=\"[0-9]+\"",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9a-f]+)|([0-9]+));");

    private static final Markdown MARKDOWN = new SanitisedMarkdown();

    @Test
    void no_payload_gets_through() throws IOException {
        for (var line : Shared.lines("hardening/xss.jsonl")) {
            var payload = line.get("payload").asString();

            mustBeHarmless(line, MARKDOWN.html(payload));
            mustBeHarmless(line, MARKDOWN.html("- > " + payload));
            mustBeHarmless(line, MARKDOWN.html("[x](" + payload + ") ![" + payload + "](<" + payload + ">)"));
        }
    }

    @Test
    void no_friendly_text_is_harmed() throws IOException {
        for (var line : Shared.lines("hardening/xss-benign.jsonl")) {
            var value = line.get("value").asString();
            if (value.contains("&lt;")) {
                continue; // CommonMark reads entities; the list means fields of plain text.
            }

            var seen = seen(MARKDOWN.html(value));

            assertThat(seen)
                    .isEqualTo(
                            line.get("expect_visible_text").asString().replace("<ops@example.com>", "ops@example.com"));
        }
    }

    private static void mustBeHarmless(JsonNode line, String html) {
        var rest = TAG.matcher(html).replaceAll(tag -> {
            assertThat(ELEMENTS).as("%s: %s", line.get("id"), html).contains(tag.group(2));
            assertThat(ATTRIBUTE.matcher(tag.group(3)).replaceAll(""))
                    .as("%s: %s", line.get("id"), html)
                    .isBlank();
            return "";
        });
        assertThat(rest.replace("<!-- -->", ""))
                .as("%s: %s", line.get("id"), html)
                .doesNotContain("<");
    }

    private static String seen(String html) {
        var words = TAG.matcher(html)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
        return REFERENCE
                .matcher(words)
                .replaceAll(it -> Matcher.quoteReplacement(
                        Character.toString(it.group(1) == null ? parseInt(it.group(2)) : parseInt(it.group(1), 16))))
                .replace("&amp;", "&")
                .strip();
    }
}
