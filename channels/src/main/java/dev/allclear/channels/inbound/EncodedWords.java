package dev.allclear.channels.inbound;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads headers with letters beyond ASCII (RFC 2047): `=?utf-8?q?R=C3=A9ponse?=`. What can't be read stays as it is.
final class EncodedWords {

    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9_-]{1,40})\\?([bBqQ])\\?([^?\\s]{0,200})\\?=(?:\\s+(?==\\?))?");

    private EncodedWords() {}

    static String read(String value) {
        return WORD.matcher(value).replaceAll(word -> Matcher.quoteReplacement(decoded(word)));
    }

    private static String decoded(MatchResult word) {
        try {
            var bytes = word.group(2).toLowerCase(Locale.ROOT).equals("b")
                    ? Base64.getDecoder().decode(word.group(3))
                    : QuotedPrintable.decoded(word.group(3).replace('_', ' '));
            return new String(bytes, Charset.forName(word.group(1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return word.group();
        }
    }
}
