package dev.allclear.channels.inbound;

import java.io.ByteArrayOutputStream;

/// Reads quoted-printable (RFC 2045, 6.7). What is not written by its rules stands for itself.
final class QuotedPrintable {

    private QuotedPrintable() {}

    /// @param text a character for each byte
    static byte[] decoded(String text) {
        var out = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter != '=') {
                out.write(letter);
            } else if (text.startsWith("\r\n", i + 1)) {
                i += 2;
            } else if (text.startsWith("\n", i + 1)) {
                i += 1;
            } else if (i + 2 < text.length() && digit(text, i + 1) >= 0 && digit(text, i + 2) >= 0) {
                out.write(digit(text, i + 1) << 4 | digit(text, i + 2));
                i += 2;
            } else {
                out.write(letter);
            }
        }
        return out.toByteArray();
    }

    private static int digit(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }
}
