package dev.allclear.coach.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One field of a message as the rules see it: its tokens, sentences and clock times. One thread reads it.
public final class Prose {

    private final String text;
    private final List<Token> tokens;
    private final List<Sentence> sentences;
    private final BitSet clocks = new BitSet();
    private final BitSet starts = new BitSet();
    private final int[] limits;
    private final String[] letters;

    /// Rules ask for the same phrases again and again, and phrases for each other.
    private final Map<PhraseList, long[]> ends = new HashMap<>();

    private final List<ClockTime> clockTimes;

    private Prose(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
        this.sentences = Sentences.of(text, tokens);
        sentences.forEach(it -> starts.set(it.firstToken()));
        this.limits = new int[tokens.size()];
        sentences.forEach(it -> Arrays.fill(limits, it.firstToken(), it.endToken(), it.endToken()));
        this.letters = tokens.stream()
                .map(it -> it.word()
                        .substring(0, Math.min(PhraseList.LETTERS, it.word().length())))
                .toArray(String[]::new);
        this.clockTimes = ClockTimes.in(text);
        markClocks();
    }

    public static Prose of(String text) {
        return new Prose(text);
    }

    /// Both are in the order of the text, so one walk finds the token in which each time begins.
    private void markClocks() {
        var at = 0;
        for (var time : clockTimes) {
            while (at < tokens.size() && tokens.get(at).end() <= time.start()) {
                at++;
            }
            if (at < tokens.size() && tokens.get(at).start() <= time.start()) {
                clocks.set(tokens.get(at).start());
            }
        }
    }

    public String text() {
        return text;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    public List<ClockTime> clockTimes() {
        return clockTimes;
    }

    /// Where the phrases of this list end that begin with this token, none beyond the limit: bit 3 is three tokens
    /// further.
    long ends(PhraseList list, int at, int limit) {
        var known = ends.computeIfAbsent(list, _ -> new long[tokens.size()]);
        // No phrase is empty, so the lowest bit is free to say that this place has been looked at.
        if (known[at] == 0) {
            known[at] = list.endsAfter(this, at, limits[at]) | 1;
        }
        var reach = Math.min(limit, limits[at]) - at;
        return reach <= 0 ? 0 : known[at] & -2L & (reach >= Long.SIZE - 1 ? -1L : (1L << (reach + 1)) - 1);
    }

    String letters(int token) {
        return letters[token];
    }

    boolean beginsSentence(int token) {
        return starts.get(token);
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    /// Whether a clock time begins within this token.
    boolean isClock(Token token) {
        return clocks.get(token.start());
    }

    public String textOf(Span span) {
        return text.substring(span.start(), span.end());
    }
}
