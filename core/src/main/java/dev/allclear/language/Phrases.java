package dev.allclear.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The product's words in one language, read from its one file.
///
/// A phrase may hold `{name}` for values. A phrase that counts comes once per plural form of CLDR (`key.one`,
/// `key.other`); the file names its rule in `language.plural`.
public final class Phrases {

    private static final Pattern SLOT = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Language language;
    private final Map<String, String> phrases;
    private final PluralRule plural;

    private Phrases(Language language, Map<String, String> phrases) {
        this.language = language;
        this.phrases = phrases;
        this.plural = PluralRule.named(text(phrases, "language.plural"));
    }

    static Phrases read(Language language) {
        var properties = new Properties();
        try (var file = Objects.requireNonNull(
                Phrases.class.getResourceAsStream(language.tag() + ".properties"),
                "no language file for " + language.tag())) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var phrases = new TreeMap<String, String>();
        properties.forEach((key, phrase) -> phrases.put((String) key, (String) phrase));
        return new Phrases(language, Map.copyOf(phrases));
    }

    public Language language() {
        return language;
    }

    /// The phrase without values.
    public String get(String key) {
        return text(phrases, key);
    }

    /// The phrase with its values, given as name, value, name, value.
    public String get(String key, Object... namesAndValues) {
        var values = new TreeMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return SLOT.matcher(get(key)).replaceAll(slot -> filled(values, key, slot));
    }

    /// The phrase for that many; `{count}` is the number.
    public String count(String key, long count) {
        return get(key + "." + plural.formOf(count), "count", count);
    }

    Map<String, String> all() {
        return phrases;
    }

    private static String filled(Map<String, Object> values, String key, MatchResult slot) {
        var value = Objects.requireNonNull(
                values.get(slot.group(1)), () -> "phrase " + key + " wants {" + slot.group(1) + "}");
        return Matcher.quoteReplacement(value.toString());
    }

    private static String text(Map<String, String> phrases, String key) {
        return Objects.requireNonNull(phrases.get(key), () -> "no phrase " + key);
    }
}
