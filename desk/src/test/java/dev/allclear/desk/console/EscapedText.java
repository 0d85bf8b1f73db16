package dev.allclear.desk.console;

import dev.allclear.wording.Markdown;

/// No Markdown at all: one paragraph of text. The real one belongs to another module.
public final class EscapedText implements Markdown {

    @Override
    public String html(String source) {
        return "<p>" + source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>";
    }

    @Override
    public String text(String source) {
        return source;
    }
}
