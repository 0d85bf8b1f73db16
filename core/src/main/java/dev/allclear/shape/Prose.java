package dev.allclear.shape;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Joins clauses to sentences as the language does it.
final class Prose {

    private static final Pattern ENDED = Pattern.compile(".*[.!?。！？…](?:[\"'”»)）])?$", Pattern.DOTALL);
    private static final Pattern LOOSE_END = Pattern.compile("[,;:、，；：\\s]+$");
    /// A word of small letters alone; `iPhone`, `v2` and `/v2/messages` stay as they are.
    private static final Pattern PLAIN_WORD = Pattern.compile("^\\p{Ll}[\\p{Ll}'’-]*(?=$|[\\s,;:.)])");

    private final Vocabulary vocabulary;
    private final Map<String, String> sentences = new ConcurrentHashMap<>();

    Prose(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// With a capital at its start and a full stop at its end; nothing stays nothing.
    String sentence(String clause) {
        // A short text is laid out many times with the same clauses until it fits.
        return sentences.computeIfAbsent(clause, this::made);
    }

    private String made(String clause) {
        var text = LOOSE_END.matcher(clause.strip()).replaceAll("");
        if (text.isEmpty()) {
            return "";
        }
        return capital(text) + (ENDED.matcher(text).matches() ? "" : vocabulary.get("sentence.end"));
    }

    /// As the start of a headline: with a capital, without a full stop.
    String headline(String clause) {
        var text = LOOSE_END.matcher(clause.strip()).replaceAll("");
        return capital(text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text);
    }

    String capital(String text) {
        return PLAIN_WORD.matcher(text).find()
                ? text.substring(0, 1).toUpperCase(vocabulary.locale()) + text.substring(1)
                : text;
    }

    /// Sentences one after the other; empty ones leave no gap.
    String paragraph(String... clauses) {
        return Stream.of(clauses)
                .map(this::sentence)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(vocabulary.get("sentence.gap").replace("_", " ")));
    }

    /// `name: text`; without a name just the text
    String named(String name, String text) {
        return name.isEmpty() ? text : vocabulary.get("named", "name", name, "text", text);
    }

    /// `text (one, two)`, behind the clause that they belong to
    String aside(String text, List<String> asides) {
        var told = asides.stream().filter(aside -> !aside.isEmpty()).toList();
        if (told.isEmpty()) {
            return text;
        }
        var first = Clauses.first(text);
        if (first.endsWith(")")) {
            return vocabulary.get("list", "first", first, "second", list(told)) + Clauses.rest(text);
        }
        return vocabulary.get("aside", "text", first, "aside", list(told)) + Clauses.rest(text);
    }

    /// `text (aside)`, behind all of it
    String bracketed(String text, String aside) {
        return vocabulary.get("aside", "text", text, "aside", aside);
    }

    /// `text since 14:05 UTC`, behind the clause that it belongs to
    String appended(String text, String end) {
        if (end.isEmpty()) {
            return text;
        }
        return vocabulary.get("appended", "text", Clauses.first(text), "end", end) + Clauses.rest(text);
    }

    /// `one, two, three`
    String list(List<String> items) {
        return items.stream()
                .filter(item -> !item.isEmpty())
                .reduce((first, second) -> vocabulary.get("list", "first", first, "second", second))
                .orElse("");
    }
}
