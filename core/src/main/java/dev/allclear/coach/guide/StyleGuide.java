package dev.allclear.coach.guide;

import dev.allclear.coach.text.PhraseBook;
import dev.allclear.coach.text.PhraseList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All pages of one language.
public final class StyleGuide {

    /// The words that several rules share.
    private static final String VOCABULARY = "vocabulary";

    private final String language;
    private final Map<String, GuidePage> pages;

    private StyleGuide(String language, Map<String, GuidePage> pages) {
        this.language = language;
        this.pages = pages;
    }

    /// @param rules the ids of the rules, each with a page
    public static StyleGuide read(String language, List<String> rules) {
        var shared = new PhraseBook(GuideFile.read(text(language, VOCABULARY)).words(), Map.of()).read();
        var pages = new LinkedHashMap<String, GuidePage>();
        rules.forEach(rule -> pages.put(rule, page(language, rule, shared)));
        return new StyleGuide(language, pages);
    }

    public String language() {
        return language;
    }

    public List<GuidePage> pages() {
        return List.copyOf(pages.values());
    }

    public GuidePage page(String rule) {
        return Objects.requireNonNull(pages.get(rule), () -> "no page about " + rule);
    }

    private static GuidePage page(String language, String rule, Map<String, PhraseList> shared) {
        var markdown = text(language, rule);
        var file = GuideFile.read(markdown);
        var words = new HashMap<>(new PhraseBook(file.words(), shared).read());
        return new GuidePage(rule, language, file.title(), markdown, file.sentences(), words, file.examples());
    }

    private static String text(String language, String name) {
        var path = "/dev/allclear/coach/" + language + "/" + name + ".md";
        try (var file = Objects.requireNonNull(StyleGuide.class.getResourceAsStream(path), () -> "no page " + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
