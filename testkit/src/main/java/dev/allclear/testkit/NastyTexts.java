package dev.allclear.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Texts that break what is not careful.
public final class NastyTexts {

    /// Always at hand: what SQL, JSON, HTML, locales and encodings stumble over.
    public static final List<String> OURS = List.of(
            "Robert'); DROP TABLE incident; --",
            "\" OR \"\"=\"",
            "100 % _under_ !bang! \\back\\ ?1 :name {0} ${id}",
            "<script>alert(1)</script> &amp; ]]>",
            "u\u0308 \u212B \uFB01 \u1E9B\u0323",
            "I\u0130\u0131i \u00DF\u1E9E",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDE9\uD83C\uDDEA",
            "\u202Eesrever\u202C \u200F\u05D0\u05D1\u05D2 \uFEFFbom",
            "Z\u0351\u036B\u0343a\u0363\u0365l\u0357g\u0304o\u0306",
            "line one\r\nline two\ttab",
            "line\u2028separator",
            "nul \u0000 inside",
            "bell \u0007 and escape \u001B[31m",
            "half a character \uD83D alone",
            "other half \uDE80 alone",
            "\uFFFE\uFFFF noncharacters \uD83F\uDFFF",
            " \u00A0 \u3000 ",
            "");

    private static final Pattern VALUE = Pattern.compile("\"value\": \"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-f]{4})|.)");

    private NastyTexts() {}

    /// @param list JSON lines, each with a text under `value`
    public static List<String> read(Path list) {
        try (Stream<String> lines = Files.lines(list)) {
            return lines.flatMap(line -> VALUE.matcher(line).results())
                    .map(found -> ESCAPE.matcher(found.group(1)).replaceAll(NastyTexts::unescaped))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String unescaped(MatchResult escape) {
        var character = switch (escape.group(1).charAt(0)) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(escape.group(2), 16);
            default -> escape.group(1).charAt(0);
        };
        return Matcher.quoteReplacement(String.valueOf(character));
    }
}
