package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.language.Language;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VocabularyTest {

    private static final Pattern SLOT = Pattern.compile("\\{[a-zA-Z]+}");
    /// What a language may lack: names of zones, forms for the ear, ways to condense.
    private static final Pattern OPTIONAL = Pattern.compile(
            "(zone|spoken|clause|length)\\..*|sms\\.alphabet|scope\\.(in|some|some_in|all|limits|word)|word\\..*");

    private final Vocabulary english = Vocabulary.of(Language.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"de", "pl", "ja", "und"})
    void a_language_has_every_phrase(String tag) {
        var phrases = Vocabulary.of(new Language(tag)).all().keySet();

        assertThat(required(phrases)).isEqualTo(required(english.all().keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "pl", "ja", "und"})
    void a_phrase_has_no_slot_that_nobody_fills(String tag) {
        Vocabulary.of(new Language(tag)).all().forEach((key, phrase) -> {
            if (english.all().containsKey(key) && !key.equals("spoken.ordinal")) {
                assertThat(slots(english.all().getOrDefault(key, ""))).as(key).containsAll(slots(phrase));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "xx-yy"})
    void a_language_without_a_file_borrows_no_words_from_another(String tag) {
        assertThat(Vocabulary.of(new Language(tag)).all())
                .isEqualTo(Vocabulary.of(new Language("und")).all());
    }

    private static Set<String> required(Set<String> keys) {
        return keys.stream()
                .filter(key -> !OPTIONAL.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> slots(String phrase) {
        return SLOT.matcher(phrase).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
