package dev.allclear.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the trouble in a long impact: `orders that you place at night are accepted, but do not arrive and ...` becomes
/// `some orders do not arrive`.
///
/// It works by a language's own words for "but", "that" and "are"; a language that lists none is left alone.
final class Condensed {

    private final Vocabulary vocabulary;

    Condensed(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// Shorter ways to tell the impact, the fullest first; empty where we can't tell it shorter and true.
    List<String> of(String impact) {
        var forms = new ArrayList<String>();
        var clause = Clauses.withoutAsides(Clauses.first(impact));
        var trouble = trouble(clause);
        if (!trouble.equals(clause)) {
            forms.add(trouble);
        }
        var firstVerb = beforeSecondVerb(trouble);
        if (!firstVerb.equals(trouble)) {
            forms.add(firstVerb);
        }
        return forms;
    }

    /// The side of the "but" on which something goes wrong.
    private String trouble(String clause) {
        if (vocabulary.list("clause.but").isEmpty()) {
            return clause;
        }
        var parts = Pattern.compile(",? +(?:" + words("clause.but") + ") +").split(clause, 2);
        if (parts.length < 2) {
            return clause;
        }
        if (startsWithVerb(parts[1])) {
            return vocabulary.speaksOf("clause.trouble", parts[0]) ? parts[0] : subject(parts[0], parts[1]);
        }
        return !vocabulary.speaksOf("clause.trouble", parts[0]) && vocabulary.speaksOf("clause.trouble", parts[1])
                ? parts[1]
                : parts[0];
    }

    /// The second half has no subject of its own: it gets that of the first. A subject that was restricted (`readings
    /// that managers enter`) becomes "some", so that we never claim more than is true.
    private String subject(String first, String second) {
        var restricted =
                Pattern.compile(",? +(?:" + words("clause.that") + ")\\b").split(first, 2);
        if (restricted.length == 2) {
            return vocabulary.get("clause.some", "what", restricted[0]) + " " + second;
        }
        var plain =
                Pattern.compile(" +(?=(?:" + words("clause.verbs") + ")\\b)").split(first, 2);
        return plain[0] + " " + second;
    }

    private String beforeSecondVerb(String clause) {
        return vocabulary.list("clause.verbs").isEmpty()
                ? clause
                : Pattern.compile(",? +" + vocabulary.get("clause.and") + " +(?=(?:" + words("clause.verbs") + ")\\b)")
                        .split(clause, 2)[0];
    }

    private boolean startsWithVerb(String clause) {
        return Pattern.compile("^(?:" + words("clause.verbs") + ")\\b")
                .matcher(clause)
                .find();
    }

    private String words(String key) {
        return String.join("|", vocabulary.list(key));
    }
}
