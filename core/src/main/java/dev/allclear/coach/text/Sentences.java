package dev.allclear.coach.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds where sentences end: at their stop, at an empty line, and where a list entry or a heading begins.
final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "approx", "etc", "vs", "mr", "mrs", "dr", "no", "nr", "inc", "ltd", "dept", "bzw", "ca", "evtl", "ggf",
            "inkl", "usw", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb",
            "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez", "std", "min", "st",
            "sr");

    static final int FULL_LINE = 60;

    private Sentences() {}

    static List<Sentence> of(String text, List<Token> tokens) {
        var sentences = new ArrayList<Sentence>();
        var first = 0;
        for (var next = 1; next <= tokens.size(); next++) {
            if (next == tokens.size() || endsBetween(text, tokens.get(next - 1), tokens.get(next))) {
                var span = new Span(tokens.get(first).start(), endOf(text, tokens, next));
                sentences.add(new Sentence(first, next, span));
                first = next;
            }
        }
        return sentences;
    }

    private static int endOf(String text, List<Token> tokens, int next) {
        var end = tokens.get(next - 1).end();
        return end < text.length() && ".!?。！？".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
    }

    private static boolean endsBetween(String text, Token before, Token after) {
        var lines = 0;
        var stop = false;
        var mark = false;
        for (var at = before.end(); at < after.start(); at++) {
            switch (text.charAt(at)) {
                case '\n' -> lines++;
                case '!', '?', '。', '！', '？' -> stop = true;
                // A dot ends a sentence only when a gap follows; "3.5" and "ci.example" are no ends.
                case '.' -> stop |= at + 1 < text.length() && !Character.isLetterOrDigit(text.charAt(at + 1));
                case '•', '|', '#', '*' -> mark |= lines > 0;
                case '-', '–' -> mark |= lines > 0;
                default -> {}
            }
        }
        var begins = after.written().codePointAt(0);
        if (lines > 1 || (lines == 1 && (mark || !isWrapped(text, before, begins)))) {
            return true;
        }
        return stop && !Character.isLowerCase(begins) && !isAbbreviation(before);
    }

    /// A line goes on in the next when that begins small, or when it was full.
    private static boolean isWrapped(String text, Token before, int begins) {
        if (Character.isLowerCase(begins)) {
            return true;
        }
        var lineStart = text.lastIndexOf('\n', before.start()) + 1;
        return Character.isLetter(begins) && before.end() - lineStart >= FULL_LINE && !endsWithStop(text, before.end());
    }

    private static boolean endsWithStop(String text, int at) {
        return at < text.length() && ".!?:;".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isAbbreviation(Token token) {
        return ABBREVIATIONS.contains(token.word())
                || (token.word().length() == 1
                        && Character.isLetter(token.word().charAt(0)));
    }
}
