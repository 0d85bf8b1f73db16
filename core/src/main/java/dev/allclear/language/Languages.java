package dev.allclear.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The languages that the product speaks. To add one, write its file beside `en.properties` and name it here.
public final class Languages {

    public static final List<Language> ALL = List.of(Language.ENGLISH, new Language("de"));

    private static final int MOST_RANGES = 20;
    private static final Map<Language, Phrases> PHRASES = read();

    private Languages() {}

    private static Map<Language, Phrases> read() {
        var all = new LinkedHashMap<Language, Phrases>();
        ALL.forEach(language -> all.put(language, Phrases.read(language)));
        return all;
    }

    public static Phrases phrases(Language language) {
        return Objects.requireNonNull(PHRASES.getOrDefault(language, PHRASES.get(Language.ENGLISH)));
    }

    public static boolean speaks(Language language) {
        return PHRASES.containsKey(language);
    }

    /// The best of ours for what a browser asks (RFC 9110, section 12.5.4); `fallback` when none fits or it is
    /// unreadable.
    public static Language preferred(String acceptLanguage, Language fallback) {
        if (acceptLanguage.isBlank() || acceptLanguage.length() > 1_000) {
            return fallback;
        }
        try {
            var ranges = Locale.LanguageRange.parse(acceptLanguage.strip());
            var locales = ALL.stream().map(Language::locale).toList();
            var found = Locale.lookup(ranges.subList(0, Math.min(MOST_RANGES, ranges.size())), locales);
            return found == null ? fallback : new Language(found.toLanguageTag().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unreadable) {
            return fallback;
        }
    }
}
