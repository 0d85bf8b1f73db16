package dev.allclear.channels.email;

import dev.allclear.wording.Markdown;
import java.util.LinkedHashMap;
import java.util.Map;

/// Turns Markdown into its two shapes and keeps the last few: the mails of one announcement all carry the same texts.
final class MarkedTexts {

    private static final int KEPT = 100;

    private final Markdown markdown;
    private final Map<String, Marked> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Marked> eldest) {
            return size() > KEPT;
        }
    };

    MarkedTexts(Markdown markdown) {
        this.markdown = markdown;
    }

    Marked of(String source) {
        synchronized (kept) {
            return kept.computeIfAbsent(
                    source,
                    text -> new Marked(
                            markdown.html(text).strip(), markdown.text(text).strip()));
        }
    }
}
