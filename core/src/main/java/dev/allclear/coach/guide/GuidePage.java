package dev.allclear.coach.guide;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Weight;
import dev.allclear.coach.text.PhraseList;
import dev.allclear.coach.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the style guide says about one rule in one language.
///
/// @param markdown the page as a writer reads it
/// @param sentences what the coach says, by key: `why`, `repair`, and variants such as `why.late`
/// @param words the lists of phrases it knows, by name
public record GuidePage(
        String rule,
        String language,
        String title,
        String markdown,
        Map<String, String> sentences,
        Map<String, PhraseList> words,
        List<Example> examples) {

    /// A message on the page, good or bad.
    ///
    /// @param situation phase, channel, audience and fields, as `phase` or `field=value`
    public record Example(boolean good, String title, String body, List<String> situation) {}

    public PhraseList words(String name) {
        return Objects.requireNonNull(words.get(name), () -> "the page " + language + "/" + rule + " lists no " + name);
    }

    public Finding finding(Weight weight, Field field, Span span) {
        return finding(weight, field, span, "");
    }

    /// @param variant which of the page's sentences; those without a variant serve where it has none
    /// @param namesAndValues for the `{slots}` of the sentences: name, value, name, value
    public Finding finding(Weight weight, Field field, Span span, String variant, Object... namesAndValues) {
        return new Finding(
                rule,
                weight,
                field,
                span,
                sentence("why", variant, namesAndValues),
                sentence("repair", variant, namesAndValues),
                Optional.empty());
    }

    public String sentence(String key, String variant, Object... namesAndValues) {
        var sentence = sentences.get(variant.isEmpty() ? key : key + "." + variant);
        if (sentence == null) {
            sentence = Objects.requireNonNull(
                    sentences.get(key), () -> "the page " + language + "/" + rule + " has no sentence " + key);
        }
        for (var i = 0; i < namesAndValues.length; i += 2) {
            sentence = sentence.replace("{" + namesAndValues[i] + "}", shortened(namesAndValues[i + 1].toString()));
        }
        return sentence;
    }

    /// What is quoted of a message stays one sentence long.
    private static String shortened(String value) {
        var one = value.replaceAll("\\s+", " ");
        return one.codePointCount(0, one.length()) <= 80 ? one : one.substring(0, one.offsetByCodePoints(0, 79)) + "…";
    }
}
