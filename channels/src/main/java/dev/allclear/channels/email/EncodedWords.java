package dev.allclear.channels.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Text of any script as the encoded words of RFC 2047, each short enough for a line of its own.
final class EncodedWords {

    /// What fits between `=?UTF-8?B?` and `?=` when a word is to have 60 characters; RFC 2047 allows 75.
    private static final int ROOM = 48;

    private EncodedWords() {}

    /// The words, to be set apart by folding white space, which readers drop again.
    static List<String> of(String text) {
        var mostlyAscii = quoted(text).length() <= base64Length(text.getBytes(StandardCharsets.UTF_8).length);
        var words = new ArrayList<String>();
        var chunk = new StringBuilder();
        text.codePoints().forEach(point -> {
            var next = Character.toString(point);
            if (encodedLength(chunk + next, mostlyAscii) > ROOM) {
                words.add(word(chunk.toString(), mostlyAscii));
                chunk.setLength(0);
            }
            chunk.append(next);
        });
        words.add(word(chunk.toString(), mostlyAscii));
        return words;
    }

    private static int encodedLength(String text, boolean mostlyAscii) {
        return mostlyAscii ? quoted(text).length() : base64Length(text.getBytes(StandardCharsets.UTF_8).length);
    }

    private static int base64Length(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    private static String word(String text, boolean mostlyAscii) {
        return mostlyAscii
                ? "=?UTF-8?Q?" + quoted(text) + "?="
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /// The Q encoding in its narrowest form, which may stand in a display name as well (RFC 2047, section 5, rule 3).
    private static String quoted(String text) {
        var quoted = new StringBuilder();
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet == ' ') {
                quoted.append('_');
            } else if (isPlain(octet)) {
                quoted.append((char) octet);
            } else {
                quoted.append("=%02X".formatted(octet & 0xff));
            }
        }
        return quoted.toString();
    }

    private static boolean isPlain(byte octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9');
    }
}
