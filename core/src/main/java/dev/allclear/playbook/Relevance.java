package dev.allclear.playbook;

import dev.allclear.incident.Severity;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How well a playbook fits what a person in a hurry has said so far.
final class Relevance {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int NAME = 12;
    private static final int WORD = 8;
    private static final int IMPACT = 3;
    private static final int ELSEWHERE = 1;
    private static final int SEVERITY = 2;
    private static final int SHORTEST_STEM = 4;

    private Relevance() {}

    static boolean matches(Playbook playbook, String query) {
        return words(query).allMatch(word -> score(playbook, word) > 0);
    }

    /// Of two that fit equally well, the one with the severity that was chosen comes first.
    static int of(Playbook playbook, String query, Optional<Severity> severity) {
        var words = words(query).mapToInt(word -> score(playbook, word)).sum();
        var severe = severity.filter(chosen -> chosen == playbook.severity()).isPresent() ? SEVERITY : 0;
        return words + severe;
    }

    private static int score(Playbook playbook, String word) {
        if (says(List.of(playbook.name()), word)) {
            return NAME;
        }
        if (says(playbook.words(), word)) {
            return WORD;
        }
        if (says(impacts(playbook), word)) {
            return IMPACT;
        }
        return says(List.of(playbook.whenToUse(), playbook.slug().value()), word) ? ELSEWHERE : 0;
    }

    private static List<String> impacts(Playbook playbook) {
        return playbook.question(Variable.IMPACT).stream()
                .flatMap(question -> question.choices().stream())
                .map(Question.Choice::text)
                .toList();
    }

    /// Half a word finds the whole one while it is typed, and a compound (Kartenzahlung) finds its part (Zahlung).
    private static boolean says(List<String> texts, String word) {
        Predicate<String> alike = said -> said.startsWith(word)
                || (said.length() >= SHORTEST_STEM && word.startsWith(said))
                || (said.length() > SHORTEST_STEM && word.endsWith(said));
        return texts.stream().flatMap(Relevance::words).anyMatch(alike);
    }

    private static Stream<String> words(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS.splitAsStream(plain.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }
}
