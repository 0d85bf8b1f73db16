package dev.allclear.shape;

import dev.allclear.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The connecting words of the shapes in one language, read from its one file.
///
/// A language without a file gets `und.properties`: the author's values joined by signs and by the one word that is
/// read everywhere, so that no message mixes two languages.
final class Vocabulary {

    private static final Pattern SLOT = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Map<String, Vocabulary> READ = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Map<String, String> phrases;

    private Vocabulary(Locale locale, Map<String, String> phrases) {
        this.locale = locale;
        this.phrases = phrases;
    }

    static Vocabulary of(Language language) {
        return READ.computeIfAbsent(language.tag(), tag -> read(language));
    }

    private static Vocabulary read(Language language) {
        for (var tag : List.of(language.tag(), language.locale().getLanguage(), "und")) {
            var properties = new Properties();
            try (var file = Vocabulary.class.getResourceAsStream(tag + ".properties")) {
                if (file == null) {
                    continue;
                }
                properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            var phrases = new TreeMap<String, String>();
            properties.forEach((key, phrase) -> phrases.put((String) key, (String) phrase));
            return new Vocabulary(language.locale(), Map.copyOf(phrases));
        }
        throw new IllegalStateException("und.properties is missing");
    }

    /// For names of days and months, and for capital letters.
    Locale locale() {
        return locale;
    }

    /// The phrase with its values, given as name, value, name, value.
    String get(String key, String... namesAndValues) {
        return SLOT.matcher(Objects.requireNonNull(phrases.get(key), () -> "no phrase " + key))
                .replaceAll(slot -> Matcher.quoteReplacement(value(key, slot.group(1), namesAndValues)));
    }

    /// A phrase that a language may lack.
    Optional<String> find(String key) {
        return Optional.ofNullable(phrases.get(key)).filter(phrase -> !phrase.isEmpty());
    }

    /// A phrase that lists words, parted by bars.
    List<String> list(String key) {
        return find(key).map(words -> Arrays.asList(words.split("\\|"))).orElse(List.of());
    }

    /// Whether one of the listed beginnings of words occurs in the text.
    boolean speaksOf(String key, @Nullable String text) {
        if (text == null) {
            return false;
        }
        var lower = text.toLowerCase(locale);
        return list(key).stream().anyMatch(lower::contains);
    }

    Map<String, String> all() {
        return phrases;
    }

    private static String value(String key, String name, String... namesAndValues) {
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        throw new IllegalArgumentException("phrase " + key + " wants {" + name + "}");
    }
}
