package dev.allclear.coach.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A list of phrases, arranged by their first word so that a thousand cost little more than ten.
public final class PhraseList {

    static final int LETTERS = 3;

    private final Map<String, List<Phrase>> byWord = new HashMap<>();
    private final Map<String, List<Phrase>> byStart = new HashMap<>();
    private final List<Phrase> others = new ArrayList<>();

    PhraseList(List<Phrase> phrases) {
        phrases.forEach(this::add);
    }

    private void add(Phrase phrase) {
        switch (firstWord(phrase)) {
            case Phrase.Either(var ways)
            when ways.stream().allMatch(PhraseList::isIndexed) -> ways.forEach(way -> add(phrase, way));
            case Phrase.Element first -> add(phrase, first);
        }
    }

    private static Phrase.Element firstWord(Phrase phrase) {
        var elements = phrase.elements();
        return elements.getFirst() instanceof Phrase.Begin && elements.size() > 1
                ? elements.get(1)
                : elements.getFirst();
    }

    private static boolean isIndexed(Phrase.Element element) {
        return element instanceof Phrase.Literal
                || element instanceof Phrase.Exact
                || (element instanceof Phrase.Start(var letters) && letters.length() >= LETTERS);
    }

    private void add(Phrase phrase, Phrase.Element first) {
        switch (first) {
            case Phrase.Literal(var word) -> kept(byWord, word).add(phrase);
            case Phrase.Exact(var written) ->
                kept(byWord, written.toLowerCase(Locale.ROOT)).add(phrase);
            case Phrase.Start(var letters)
            when letters.length() >= LETTERS ->
                kept(byStart, letters.substring(0, LETTERS)).add(phrase);
            case Phrase.Listed(var list) -> addBehind(phrase, list);
            default -> others.add(phrase);
        }
    }

    /// A phrase that begins with a list begins with any first word of that list.
    private void addBehind(Phrase phrase, PhraseList list) {
        if (list.others.isEmpty()) {
            list.byWord.keySet().forEach(word -> kept(byWord, word).add(phrase));
            list.byStart.keySet().forEach(start -> kept(byStart, start).add(phrase));
        } else {
            others.add(phrase);
        }
    }

    private static List<Phrase> kept(Map<String, List<Phrase>> index, String key) {
        return index.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    /// Where the phrases end that begin with this token: bit 3 is three tokens further.
    long endsAfter(Prose prose, int at, int limit) {
        var word = prose.tokens().get(at).word();
        var ends = endsAfter(byWord.get(word), prose, at, limit) | endsAfter(others, prose, at, limit);
        return word.length() < LETTERS ? ends : ends | endsAfter(byStart.get(prose.letters(at)), prose, at, limit);
    }

    private static long endsAfter(@Nullable List<Phrase> phrases, Prose prose, int at, int limit) {
        if (phrases == null) {
            return 0;
        }
        var ends = 0L;
        for (var phrase : phrases) {
            var end = phrase.match(prose, at, limit);
            if (end > at && end - at < Long.SIZE) {
                ends |= 1L << (end - at);
            }
        }
        return ends;
    }

    /// Every place of the text where a phrase of this list stands, none within another.
    public List<Match> all(Prose prose) {
        var matches = new ArrayList<Match>();
        prose.sentences().forEach(sentence -> search(prose, sentence, matches, _ -> false));
        return matches;
    }

    public List<Match> all(Prose prose, Sentence sentence) {
        var matches = new ArrayList<Match>();
        search(prose, sentence, matches, _ -> false);
        return matches;
    }

    public Optional<Match> first(Prose prose) {
        return prose.sentences().stream()
                .flatMap(one -> first(prose, one).stream())
                .findFirst();
    }

    public Optional<Match> first(Prose prose, Sentence sentence) {
        var matches = new ArrayList<Match>();
        search(prose, sentence, matches, _ -> true);
        return matches.stream().findFirst();
    }

    public boolean in(Prose prose) {
        return first(prose).isPresent();
    }

    public boolean in(Prose prose, Sentence sentence) {
        return first(prose, sentence).isPresent();
    }

    private void search(Prose prose, Sentence sentence, List<Match> matches, Predicate<Match> enough) {
        for (var at = sentence.firstToken(); at < sentence.endToken(); ) {
            var end = longestAt(prose, at, sentence.endToken());
            if (end > at) {
                var match = new Match(at, end, spanOf(prose, at, end), sentence);
                matches.add(match);
                if (enough.test(match)) {
                    return;
                }
            }
            at = Math.max(end, at + 1);
        }
    }

    /// The end of the longest phrase that begins with this token; -1 when none does.
    public int longestAt(Prose prose, int at, int limit) {
        var ends = at < limit ? prose.ends(this, at, limit) : 0;
        return ends == 0 ? -1 : at + Long.SIZE - 1 - Long.numberOfLeadingZeros(ends);
    }

    private static Span spanOf(Prose prose, int first, int end) {
        return new Span(
                prose.tokens().get(first).start(), prose.tokens().get(end - 1).end());
    }

    /// One place where a phrase was found.
    public record Match(int firstToken, int endToken, Span span, Sentence sentence) {}
}
