package dev.allclear.shape;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes a value harmless in every shape at once: no mark-up, no header lines, no pings, no invisible characters.
final class Clean {

    private static final Pattern BREAK = Pattern.compile("\\R");
    /// A line that a mail program would take for a header came from somebody who tries to write one.
    private static final Pattern HEADER = Pattern.compile(
            "(?i)\\s*(bcc|cc|to|from|sender|subject|reply-to|return-path|date|mime-version|content-[a-z-]+|x-[a-z-]+)\\s*:.*");
    private static final Pattern ELEMENT = Pattern.compile(
            "(?i)</?(a|abbr|b|big|blockquote|body|br|button|center|code|dd|div|dl|dt|em|embed|font|footer|form|h[1-6]"
                    + "|head|header|hr|html|i|iframe|img|input|kbd|li|link|main|mark|meta|nav|object|ol|option|p|pre|s"
                    + "|script|section|select|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot"
                    + "|th|thead|title|tr|tt|u|ul|video)(\\s[^<>]*)?/?>");
    private static final Pattern SCRIPT = Pattern.compile("(?is)<(script|style)[^>]*>.*?</\\1\\s*>");
    private static final Pattern CHAT_PING = Pattern.compile("<[!@#][^<>]*>");
    /// `@name` at the start of a word; an address has something before its sign.
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}._%+/-])[@＠](?=[\\p{L}\\p{N}_])");
    private static final Pattern HASHTAG = Pattern.compile("(?<![\\p{L}\\p{N}/&?=.])[#＃](?=[\\p{L}_])");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");
    private static final Pattern FULL_STOP = Pattern.compile("(?<=[^.])[.。]$");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u2009\\u202F]+");

    private Clean() {}

    /// One line; several lines become clauses.
    static String line(String value) {
        return BREAK.splitAsStream(value)
                .filter(line -> !HEADER.matcher(line).matches())
                .map(Clean::harmless)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /// One clause, to which we add the full stop ourselves; nothing where nothing is said.
    static @Nullable String optional(@Nullable String value) {
        if (value == null) {
            return null;
        }
        var line = FULL_STOP.matcher(line(value)).replaceFirst("");
        return line.isEmpty() ? null : line;
    }

    /// Several lines stay several lines.
    static @Nullable String prose(@Nullable String value) {
        if (value == null) {
            return null;
        }
        var prose = Arrays.stream(BREAK.split(value, -1))
                .filter(line -> !HEADER.matcher(line).matches())
                .map(Clean::harmless)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        return prose.isEmpty() ? null : prose;
    }

    private static String harmless(String line) {
        var text =
                SCRIPT.matcher(Normalizer.normalize(line, Normalizer.Form.NFC)).replaceAll("");
        text = ELEMENT.matcher(text).replaceAll("");
        text = CHAT_PING.matcher(text).replaceAll("");
        text = SPACES.matcher(text).replaceAll(" ");
        text = INVISIBLE.matcher(text).replaceAll("");
        text = MENTION.matcher(text).replaceAll("");
        return HASHTAG.matcher(text).replaceAll("").strip();
    }
}
