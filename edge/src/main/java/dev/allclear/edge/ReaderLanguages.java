package dev.allclear.edge;

import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What readers' browsers ask for, remembered: a million readers send a few hundred different wishes.
final class ReaderLanguages {

    private static final int REMEMBERED = 2_000;

    private static final int USUAL_LENGTH = 120;

    private record Wish(String header, Language fallback) {}

    private final Map<Wish, Language> known = new ConcurrentHashMap<>();

    /// @param header Accept-Language; null when the reader has no wish
    Language of(@Nullable String header, Language fallback) {
        if (header == null) {
            return fallback;
        }
        if (header.length() > USUAL_LENGTH) {
            return Languages.preferred(header, fallback);
        }
        var wish = new Wish(header, fallback);
        var language = known.get(wish);
        if (language == null) {
            language = Languages.preferred(header, fallback);
            // Made-up wishes can't push out the real ones, nor fill the memory.
            if (known.size() < REMEMBERED) {
                known.put(wish, language);
            }
        }
        return language;
    }
}
