package dev.allclear.desk.console;

import dev.allclear.wording.Markdown;
import gg.jte.Content;
import gg.jte.TemplateOutput;

/// What operators wrote, as HTML that is safe to show.
public final class SafeHtml implements Content {

    private final String html;

    private SafeHtml(String html) {
        this.html = html;
    }

    public static SafeHtml of(Markdown markdown, String source) {
        return new SafeHtml(markdown.html(source));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }
}
