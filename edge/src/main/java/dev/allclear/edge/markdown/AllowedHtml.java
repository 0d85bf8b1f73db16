package dev.allclear.edge.markdown;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// What may stand in a text of ours on somebody's screen. Whatever isn't named here doesn't get there.
final class AllowedHtml {

    /// With a scheme: `//host` and `/path` would be read against the address of whoever shows the text.
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(?:https?://|mailto:)\\S.*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private AllowedHtml() {}

    static PolicyFactory policy() {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a")
                .allowUrlProtocols("http", "https", "mailto")
                .allowAttributes("href")
                .matching(ABSOLUTE)
                .onElements("a")
                .allowAttributes("start")
                .matching(NUMBER)
                .onElements("ol")
                .requireRelsOnLinks("nofollow", "noopener")
                .toFactory();
    }
}
