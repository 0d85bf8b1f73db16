package dev.allclear.playbook;

import dev.allclear.incident.Severity;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How well a playbook fits what a person in a hurry has said so far. Its words are taken apart once, for all searches.
record Relevance(
        Playbook playbook, List<String> name, List<String> words, List<String> impacts, List<String> elsewhere) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int NAME = 12;
    private static final int WORD = 8;
    private static final int IMPACT = 3;
    private static final int ELSEWHERE = 1;
    private static final int SEVERITY = 2;
    private static final int SHORTEST_STEM = 4;
    private static final int SHORTEST_WORD = 3;

    static Relevance of(Playbook playbook) {
        var impacts = playbook.question(Variable.IMPACT).stream()
                .flatMap(question -> question.choices().stream())
                .map(Question.Choice::text);
        return new Relevance(
                playbook,
                apart(playbook.name()),
                apart(String.join(" ", playbook.words())),
                impacts.flatMap(impact -> apart(impact).stream()).toList(),
                apart(playbook.whenToUse() + " " + playbook.slug()));
    }

    /// Its single words, without capitals and accents.
    static List<String> apart(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// How many of the words occur in the text.
    static long common(List<String> query, String text) {
        var said = apart(text);
        return query.stream().filter(word -> says(said, word)).count();
    }

    /// Whether its name or the words by which people search for it say one of these.
    boolean isAbout(List<String> query) {
        return query.stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .anyMatch(word -> says(name, word) || says(words, word));
    }

    boolean matches(List<String> query) {
        return query.stream().allMatch(word -> score(word) > 0);
    }

    /// Of two that fit equally well, the one with the severity that was chosen comes first.
    int score(List<String> query, Optional<Severity> severity) {
        var said = query.stream().mapToInt(this::score).sum();
        var severe = severity.filter(chosen -> chosen == playbook.severity()).isPresent();
        return said + (severe ? SEVERITY : 0);
    }

    private int score(String word) {
        if (says(name, word)) {
            return NAME;
        }
        if (says(words, word)) {
            return WORD;
        }
        if (says(impacts, word)) {
            return IMPACT;
        }
        return says(elsewhere, word) ? ELSEWHERE : 0;
    }

    /// Half a word finds the whole one while it is typed, and a compound (Kartenzahlung) finds its part (Zahlung).
    private static boolean says(List<String> said, String word) {
        return said.stream()
                .anyMatch(one -> one.startsWith(word)
                        || (one.length() >= SHORTEST_STEM && word.startsWith(one))
                        || (one.length() > SHORTEST_STEM && word.endsWith(one)));
    }
}
