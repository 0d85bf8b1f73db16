package dev.allclear.coach.rule;

import dev.allclear.coach.text.PhraseBook;
import dev.allclear.coach.text.PhraseList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The countries of the world, as a language calls them.
final class Countries {

    private static final Map<String, PhraseList> BY_LANGUAGE = Map.of("en", named("en"), "de", named("de"));

    private Countries() {}

    static PhraseList in(String language) {
        return BY_LANGUAGE.getOrDefault(language, PhraseBook.ofNames(List.of()));
    }

    private static PhraseList named(String language) {
        var reader = Locale.forLanguageTag(language);
        return PhraseBook.ofNames(Arrays.stream(Locale.getISOCountries())
                .map(code -> Locale.of("", code).getDisplayCountry(reader))
                .toList());
    }
}
