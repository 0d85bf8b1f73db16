package dev.allclear.coach.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cuts a text into tokens, in one pass.
final class Tokens {

    // Every quantifier is possessive or bounded: no text makes this look twice at the same place for long.
    private static final Pattern TOKEN = Pattern.compile(
            "(?<link>(?:https?|ftp|javascript|data)://?[^\\s<>\\[\\]\"'|)]++|www\\.[^\\s<>\\[\\]\"'|)]++)"
                    + "|(?<email>[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++)"
                    + "|(?<domain>[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,62}+\\.(?=[\\p{L}\\p{N}])){1,6}+[\\p{Ll}]{2,18}+(?![\\p{L}\\p{N}_-]))"
                    + "|(?<number>\\p{Nd}++(?:[.,:]\\p{Nd}++)*+(?!\\p{L}{3})%?)"
                    + "|(?<word>[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_]*+(?:['’]\\p{L}++)*+)");

    private Tokens() {}

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>(text.length() / 5);
        var found = TOKEN.matcher(text);
        while (found.find()) {
            var written = found.group();
            var kind = found.start("word") >= 0
                    ? Token.Kind.WORD
                    : found.start("number") >= 0
                            ? Token.Kind.NUMBER
                            : found.start("domain") >= 0
                                    ? Token.Kind.DOMAIN
                                    : found.start("link") >= 0 ? Token.Kind.LINK : Token.Kind.EMAIL;
            if (kind == Token.Kind.LINK) {
                written = withoutStop(written);
            }
            var word = withoutGenitive(written.toLowerCase(Locale.ROOT).replace('’', '\''));
            tokens.add(new Token(kind, found.start(), found.start() + written.length(), word, written));
        }
        return tokens;
    }

    /// "The provider's network" is about the provider.
    private static String withoutGenitive(String word) {
        return word.endsWith("'s") && word.length() > 2 ? word.substring(0, word.length() - 2) : word;
    }

    private static String withoutStop(String link) {
        var end = link.length();
        while (end > 1 && ".,;:!?".indexOf(link.charAt(end - 1)) >= 0) {
            end--;
        }
        return link.substring(0, end);
    }
}
