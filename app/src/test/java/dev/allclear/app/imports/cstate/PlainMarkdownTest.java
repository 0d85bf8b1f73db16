package dev.allclear.app.imports.cstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.app.imports.Finding;
import dev.allclear.app.imports.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainMarkdownTest {

    private final Findings findings = new Findings();

    private String plain(String body) {
        return new PlainMarkdown(findings.in("a.md"), 10).of(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Call <b>us</b>, <EM>now</EM>.                  | Call **us**, *now*.
            See <a href="https://a.example">here</a>.      | See [here](https://a.example).
            <a name=x>Anchor</a> and <code>a</code>        | Anchor and `a`
            <img src='https://a.example/b.png' alt="a b">  | ![a b](https://a.example/b.png)
            <a href="https://a.example"><b>x</b></a>       | [**x**](https://a.example)
            """)
    void puts_markdown_in_place_of_simple_html(String html, String markdown) {
        assertThat(plain(html)).isEqualTo(markdown);
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void makes_lists_and_paragraphs() {
        var body = plain("<p>First.<br>Second.</p><ul><li>One</li>\n<li>Two</li></ul>");

        assertThat(body.strip()).isEqualTo("First.\nSecond.\n\n- One\n\n- Two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`<b>` and ``a ` <i> b``",
                "```\n<b>x</b> <!-- y -->\n```\nafter",
                "~~~~\n<b>\n~~~\n<i>\n~~~~",
                "<https://a.example/?a=b> and <mailto:a@b.example>",
                "a < b, c > d, <made-up>, <repo.example.org>",
                "an unfinished <!-- comment"
            })
    void leaves_code_and_links_and_plain_words_alone(String body) {
        assertThat(plain(body)).isEqualTo(body);
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void leaves_comments_out_and_says_where_they_stood() {
        var body = plain("One\n<!-- never\npublished -->\nTwo <!-- x --> three");

        assertThat(body).isEqualTo("One\nTwo  three");
        assertThat(findings.all())
                .containsExactly(
                        new Finding(Finding.Kind.COMMENT, "a.md", 11, "a comment was left out: never published"),
                        new Finding(Finding.Kind.COMMENT, "a.md", 13, "a comment was left out: x"));
    }

    @Test
    void takes_decoration_away_and_says_so() {
        var body = plain("<div><span class=\"x\">Sorry</span></div><script>alert(1)</script> <del>no</del>");

        assertThat(body).isEqualTo("Sorry ~~no~~");
        assertThat(findings.all())
                .extracting(Finding::kind)
                .containsOnly(Finding.Kind.HTML)
                .hasSize(4);
    }
}
