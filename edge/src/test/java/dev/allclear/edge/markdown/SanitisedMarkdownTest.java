package dev.allclear.edge.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.allclear.wording.Markdown;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SanitisedMarkdownTest {

    private static final Markdown MARKDOWN = new SanitisedMarkdown();

    @Test
    void shows_what_operators_emphasise_list_and_link() {
        var html = MARKDOWN.html("""
                **Card payments** fail for *some*.

                1. Use `SEPA`
                2. See [the guide](https://docs.example.com/a?b=1&c=2)
                """);

        assertThat(html)
                .contains("<strong>Card payments</strong>")
                .contains("<em>some</em>")
                .contains("<ol>")
                .contains("<code>SEPA</code>")
                .containsPattern(
                        "<a href=\"https://docs.example.com/a\\?b&#61;1&amp;c&#61;2\" rel=\"nofollow noopener\">the guide</a>");
    }

    @Test
    void keeps_the_line_breaks_that_were_typed() {
        assertThat(MARKDOWN.html("first\nsecond")).contains("first<br />second");
        assertThat(MARKDOWN.text("first\nsecond")).isEqualTo("first\nsecond");
    }

    @Test
    void shows_html_as_the_text_it_is() {
        assertThat(MARKDOWN.html("List<String> failed <b>today</b>"))
                .contains("List&lt;String&gt; failed &lt;b&gt;today&lt;/b&gt;");
        assertThat(MARKDOWN.text("List<String> failed")).isEqualTo("List<String> failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](//evil.invalid/x)",
                "[x](/desk/sign-out)",
                "[x](ftp://evil.invalid/x)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))"
            })
    void drops_every_link_that_is_not_web_or_mail(String source) {
        assertThat(MARKDOWN.html(source)).doesNotContain("href");
    }

    @Test
    void never_loads_an_image_but_offers_its_address() {
        assertThat(MARKDOWN.html("![graph of errors](https://img.example.com/a.png)"))
                .doesNotContain("<img")
                .contains("<a href=\"https://img.example.com/a.png\" rel=\"nofollow noopener\">graph of errors</a>");
    }

    @Test
    void a_heading_does_not_disturb_the_outline_of_the_page() {
        assertThat(MARKDOWN.html("# What we know\n\nLittle."))
                .isEqualTo("<p><strong>What we know</strong></p>\n<p>Little.</p>\n");
    }

    @Test
    void bare_addresses_become_links() {
        assertThat(MARKDOWN.html("See https://docs.example.com/x.")).contains("<a href=\"https://docs.example.com/x\"");
    }

    @Test
    void plain_text_says_where_links_lead() {
        var text = MARKDOWN.text("""
                ## News
                **Cards** fail; see [the guide](https://docs.example.com) or <https://status.example.com>.

                - one
                - two
                  lines

                Write to <ops@example.com>.
                """);

        assertThat(text).isEqualTo("""
                News

                Cards fail; see the guide (https://docs.example.com) or https://status.example.com.

                - one
                - two
                lines

                Write to ops@example.com.""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a _b ",
                "[",
                "![",
                "`",
                "> ",
                "- ",
                "1. ",
                "<",
                "&",
                "[a](",
                "**a*",
                "http://a.b/(",
                "a@b.c,",
                "\\",
                "[a]: x\n",
                "***",
                "~",
                "]",
                "<!--",
                "\t",
                "* * "
            })
    void takes_little_time_for_any_text(String repeated) {
        var source = repeated.repeat(60_000 / repeated.length());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> MARKDOWN.html(source));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> MARKDOWN.text(source));
    }

    @Test
    void text_beyond_measure_is_shown_as_it_stands() {
        var source = "<b>*x*</b>".repeat(10_000);

        assertThat(MARKDOWN.html(source))
                .startsWith("<pre>&lt;b&gt;*x*&lt;/b&gt;")
                .doesNotContain("<em>");
        assertThat(MARKDOWN.text(source)).isEqualTo(source);
    }
}
