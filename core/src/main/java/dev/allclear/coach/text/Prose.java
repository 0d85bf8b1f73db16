package dev.allclear.coach.text;

import java.util.BitSet;
import java.util.List;

/// One field of a message as the rules see it: its tokens, sentences and clock times.
public final class Prose {

    private final String text;
    private final List<Token> tokens;
    private final List<Sentence> sentences;
    private final BitSet clocks = new BitSet();
    private final BitSet starts = new BitSet();
    private final List<ClockTime> clockTimes;

    private Prose(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
        this.sentences = Sentences.of(text, tokens);
        sentences.forEach(it -> starts.set(it.firstToken()));
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
