package dev.allclear.edge.markdown;

import dev.allclear.wording.Markdown;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.PolicyFactory;

/// CommonMark without raw HTML, and an allow-list over what comes out of it: two locks, either of which would do.
public final class SanitisedMarkdown implements Markdown {

    /// What a person can have typed; whatever is longer is shown as it stands.
    private static final int LONGEST = 64 * 1024;

    private static final int DEEPEST = 24;

    private final Parser parser = Parser.builder()
            .extensions(List.of(AutolinkExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>")
            .nodeRendererFactory(PlainElements::new)
            .build();

    private final PolicyFactory allowed = AllowedHtml.policy();

    @Override
    public String html(String source) {
        return source.length() > LONGEST ? asItStands(source) : allowed.sanitize(renderer.render(parser.parse(source)));
    }

    @Override
    public String text(String source) {
        return source.length() > LONGEST ? source.strip() : PlainText.of(parser.parse(source));
    }

    private String asItStands(String source) {
        var escaped = source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return allowed.sanitize("<pre>" + escaped + "</pre>");
    }
}
