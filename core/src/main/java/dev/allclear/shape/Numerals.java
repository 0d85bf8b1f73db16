package dev.allclear.shape;

import dev.allclear.language.Language;
import java.util.Optional;

/// Numbers, hours and days in the words of one language, for listeners.
sealed interface Numerals permits EnglishNumerals, GermanNumerals, PolishNumerals, JapaneseNumerals {

    String cardinal(long number);

    /// The word for the mark before decimals.
    String point();

    String year(int year);

    /// `third`, where the language writes it in a way of its own (`3rd`); else the bare number's word.
    String ordinal(int number);

    String time(int hour, int minute, Reader.Clock clock);

    /// `the third of May`
    String date(int day, String month);

    String length(long days, int hours, int minutes);

    /// Empty for languages whose numbers we can't spell: an engine reads their digits better than we would.
    static Optional<Numerals> of(Language language) {
        return switch (language.locale().getLanguage()) {
            case "en" -> Optional.of(new EnglishNumerals());
            case "de" -> Optional.of(new GermanNumerals());
            case "pl" -> Optional.of(new PolishNumerals());
            case "ja" -> Optional.of(new JapaneseNumerals());
            default -> Optional.empty();
        };
    }
}
