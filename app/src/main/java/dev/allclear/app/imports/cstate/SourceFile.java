package dev.allclear.app.imports.cstate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// One file of the old page, taken apart into front matter and text.
///
/// @param name relative to the folder, with forward slashes
/// @param bodyLine the line on which the text begins
/// @param readAsLatin whether it was no UTF-8 and had to be read as Windows-1252
record SourceFile(String name, String front, String body, int bodyLine, boolean readAsLatin) {

    private static final Pattern FRONT =
            Pattern.compile("\\A---[ \\t]*\\n(.*?)(?:^|\\n)---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    static SourceFile of(String name, byte[] bytes) {
        var text = text(bytes);
        var readAsLatin = !text.equals(plain(new String(bytes, StandardCharsets.UTF_8)));
        var front = FRONT.matcher(text);
        if (!front.find()) {
            return new SourceFile(name, "", text, 1, readAsLatin);
        }
        var bodyLine = 1
                + (int) text.substring(0, front.end())
                        .chars()
                        .filter(point -> point == '\n')
                        .count();
        return new SourceFile(name, front.group(1), text.substring(front.end()), bodyLine, readAsLatin);
    }

    /// UTF-8, or Windows-1252 when it isn't that.
    static String text(byte[] bytes) {
        try {
            return plain(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return plain(new String(bytes, Charset.forName("windows-1252")));
        }
    }

    private static String plain(String text) {
        return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    }
}
