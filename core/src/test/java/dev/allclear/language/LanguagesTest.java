package dev.allclear.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LanguagesTest {

    private static final Pattern SLOT = Pattern.compile("\\{[a-zA-Z]+}");
    private static final Pattern FORM = Pattern.compile("\\.(one|few|many|other)$");

    static Iterable<Language> all() {
        return Languages.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_language_says_everything_that_english_says(Language language) {
        assertThat(keys(Languages.phrases(language))).isEqualTo(keys(Languages.phrases(Language.ENGLISH)));
    }

    /// Plural forms differ from language to language, so they count as one phrase.
    private static Set<String> keys(Phrases phrases) {
        return phrases.all().keySet().stream()
                .map(key -> FORM.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_translation_keeps_the_values_that_the_english_phrase_has(Language language) {
        var english = Languages.phrases(Language.ENGLISH).all();

        Languages.phrases(language).all().forEach((key, phrase) -> {
            var original = english.get(key);
            if (original != null && !key.endsWith(".one")) {
                assertThat(slots(phrase)).as(key).isEqualTo(slots(original));
            }
        });
    }

    private static Set<String> slots(String phrase) {
        return SLOT.matcher(phrase).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-AT, de;q=0.9, en;q=0.5 | de",
                "fr, de;q=0.3 | de",
                "en-US | en",
                "ja | en",
                "*;;q=nonsense | en",
            })
    void the_browsers_preference_decides(String asked, String spoken) {
        assertThat(Languages.preferred(asked, Language.ENGLISH).tag()).isEqualTo(spoken);
    }

    @Test
    void polish_numbers_have_three_forms() {
        assertThat(PluralRule.POLISH.formOf(1)).isEqualTo("one");
        assertThat(PluralRule.POLISH.formOf(3)).isEqualTo("few");
        assertThat(PluralRule.POLISH.formOf(13)).isEqualTo("many");
        assertThat(PluralRule.POLISH.formOf(22)).isEqualTo("few");
    }
}
