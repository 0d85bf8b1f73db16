package dev.allclear.coach.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Guesses the language of a text from its script and its small words.
public final class LanguageGuess {

    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en",
                    words(
                            "the and is are was we our your to of for with this that have has been will be from not you at by an it on as"),
            "de",
                    words(
                            "der die das und ist sind wir unsere ihre mit von für nicht wurde wird werden bei den dem ein eine zu sie im auf auch haben uhr zur"),
            "fr",
                    words(
                            "le la les et est sont nous notre votre avec pour dans une des du pas sur vous au aux que qui cette ont été"),
            "es",
                    words(
                            "el los las y es son nuestro nuestra para con por una del se que no estamos su en al hemos esta este"),
            "it", words("il gli e è sono nostro nostra per con una del della che non stiamo di ai alle questo questa"),
            "pt", words("o os e é são nosso nossa para com por uma do da que não estamos em ao foi dos das este"),
            "nl", words("de het en is zijn wij onze uw met voor niet een van wordt op te dat deze er naar bij"),
            "pl", words("i jest są nasz nasza dla z nie w na się do oraz przez że został będą"),
            "sv", words("och är vi vår med för inte en ett av som på till har att det den"));

    private static final int LETTERS = 20;
    private static final int READ = 2_000;

    private LanguageGuess() {}

    private static Set<String> words(String words) {
        return Arrays.stream(words.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /// @return empty for a text too short to tell
    public static Optional<String> of(Prose prose) {
        var text = prose.text();
        var foreign = script(text);
        if (foreign.isPresent()) {
            return foreign;
        }
        var counts = new HashMap<String, Integer>();
        prose.tokens().stream()
                .limit(READ)
                .forEach(token -> SMALL_WORDS.forEach((language, words) -> {
                    if (words.contains(token.word())) {
                        counts.merge(language, 1, Integer::sum);
                    }
                }));
        return counts.entrySet().stream()
                .filter(it -> it.getValue() >= 2)
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparingInt(it -> it.getKey().equals("en") ? 1 : 0))
                .map(Map.Entry::getKey);
    }

    /// A text mostly in another script than the Latin one.
    public static Optional<String> script(String text) {
        var counts = new HashMap<Character.UnicodeScript, Integer>();
        text.codePoints()
                .limit(READ)
                .filter(Character::isLetter)
                .forEach(it -> counts.merge(Character.UnicodeScript.of(it), 1, Integer::sum));
        var all = counts.values().stream().mapToInt(it -> it).sum();
        var latin = counts.getOrDefault(Character.UnicodeScript.LATIN, 0);
        if (all < LETTERS / 2 || latin * 3 > all * 2) {
            return Optional.empty();
        }
        if (counts.containsKey(Character.UnicodeScript.HIRAGANA)
                || counts.containsKey(Character.UnicodeScript.KATAKANA)) {
            return Optional.of("ja");
        }
        return counts.entrySet().stream()
                .filter(it -> it.getKey() != Character.UnicodeScript.LATIN)
                .max(Map.Entry.comparingByValue())
                .map(it -> switch (it.getKey()) {
                    case HANGUL -> "ko";
                    case HAN -> "zh";
                    case CYRILLIC -> "ru";
                    case ARABIC -> "ar";
                    case HEBREW -> "he";
                    case GREEK -> "el";
                    case THAI -> "th";
                    case DEVANAGARI -> "hi";
                    default -> "und";
                });
    }
}
