package dev.allclear.edge.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// HTML that the sanitiser made, to be put into a page as it is.
public final class SafeHtml implements Content {

    private final String html;

    SafeHtml(String html) {
        this.html = html;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }
}
