package dev.allclear.desk.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads percent-encoded text strictly: broken escapes, bytes that are no UTF-8 and NUL are refused, never guessed.
final class Percent {

    private Percent() {}

    static String decode(String encoded, boolean plusIsBlank) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (var i = 0; i < encoded.length(); i++) {
            var character = encoded.charAt(i);
            if (character == '%') {
                bytes.write(octet(encoded, i));
                i += 2;
            } else if (character == '+' && plusIsBlank) {
                bytes.write(' ');
            } else if (character > 0x7f) {
                throw unreadable();
            } else {
                bytes.write(character);
            }
        }
        return text(bytes.toByteArray());
    }

    private static int octet(String encoded, int percent) {
        if (percent + 2 >= encoded.length()) {
            throw unreadable();
        }
        var high = Character.digit(encoded.charAt(percent + 1), 16);
        var low = Character.digit(encoded.charAt(percent + 2), 16);
        if (high < 0 || low < 0) {
            throw unreadable();
        }
        return high * 16 + low;
    }

    static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw unreadable();
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw unreadable();
        }
    }

    private static Malformed unreadable() {
        return Malformed.request("This is not valid UTF-8, or it holds NUL characters.");
    }
}
