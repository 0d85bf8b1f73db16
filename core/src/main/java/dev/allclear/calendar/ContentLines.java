package dev.allclear.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes properties, one after the other: nothing in a value can become a line of its own (RFC 5545, section 3.1).
final class ContentLines {

    /// In octets, without the end of the line.
    private static final int LONGEST = 75;

    private static final String LINE_END = "\r\n";
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    /// @param value holds nothing that people typed
    ContentLines property(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    ContentLines text(String name, String value) {
        fold(name + ":" + escaped(value));
        return this;
    }

    /// Somebody with a name, which stands in quotes (RFC 6868).
    ContentLines named(String property, String name, String address) {
        var quoted = new StringBuilder();
        name.codePoints().filter(point -> !Character.isISOControl(point)).forEach(point -> {
            switch (point) {
                case '^' -> quoted.append("^^");
                case '"' -> quoted.append("^'");
                default -> quoted.appendCodePoint(whole(point));
            }
        });
        return property(property + ";CN=\"" + quoted + "\"", address);
    }

    ContentLines time(String name, Instant at) {
        return property(name, UTC.format(at));
    }

    /// Parts a line between two characters, never within one.
    private void fold(String line) {
        var room = LONGEST;
        for (var at = 0; at < line.length(); ) {
            var point = line.codePointAt(at);
            var octets = octets(point);
            if (octets > room) {
                out.append(LINE_END).append(' ');
                room = LONGEST - 1;
            }
            out.appendCodePoint(point);
            room -= octets;
            at += Character.charCount(point);
        }
        out.append(LINE_END);
    }

    private static int octets(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.replace("\r\n", "\n").codePoints().forEach(point -> escape(point, escaped));
        return escaped.toString();
    }

    private static void escape(int point, StringBuilder into) {
        switch (point) {
            case '\\', ',', ';' -> into.append('\\').appendCodePoint(point);
            // Each of them ends a line for some reader.
            case '\n', '\r', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> into.append("\\n");
            case '\t' -> into.append(' ');
            default -> {
                if (!Character.isISOControl(point)) {
                    into.appendCodePoint(whole(point));
                }
            }
        }
    }

    /// Half a character has no place in UTF-8.
    private static int whole(int point) {
        return Character.getType(point) == Character.SURROGATE ? 0xFFFD : point;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
