package dev.allclear;

import java.text.Normalizer;

/// Checks what people type before it becomes part of the product: normal form C, no control characters or hidden
/// changes of direction, sane length.
public final class Text {

    private Text() {}

    /// One line that must say something, at most `limit` characters.
    public static String line(String field, String value, int limit) {
        var line = optionalLine(field, value, limit);
        if (line.isEmpty()) {
            throw new Refused.Invalid(field, "This can't be empty.");
        }
        return line;
    }

    /// One line that may be empty.
    public static String optionalLine(String field, String value, int limit) {
        var line = checked(field, value, limit).strip();
        if (line.codePoints().anyMatch(Text::breaksTheLine)) {
            throw new Refused.Invalid(field, "This must be one line without control characters.");
        }
        return line;
    }

    /// Text of several lines that must say something. Line ends become `\n`.
    public static String prose(String field, String value, int limit) {
        var prose = optionalProse(field, value, limit);
        if (prose.isEmpty()) {
            throw new Refused.Invalid(field, "This can't be empty.");
        }
        return prose;
    }

    /// Text of several lines that may be empty.
    public static String optionalProse(String field, String value, int limit) {
        var prose = checked(field, value, limit)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
        if (prose.codePoints().anyMatch(point -> point != '\n' && point != '\t' && Character.isISOControl(point))) {
            throw new Refused.Invalid(field, "This holds control characters; please type it anew.");
        }
        return prose;
    }

    private static String checked(String field, String value, int limit) {
        if (value.length() > limit) {
            throw new Refused.Invalid(field, "This can't be longer than " + limit + " characters.");
        }
        if (value.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new Refused.Invalid(field, "This holds half a character; please type it anew.");
        }
        // Normalising may lengthen the text, but at most threefold (Unicode, UAX #15), so the limit still bounds it.
        return Normalizer.normalize(withoutOverrides(value), Normalizer.Form.NFC);
    }

    /// Left out silently: they come along with pasted text, nobody sees them, and they turn words around, as `exe.txt`
    /// into `txt.exe`. What right-to-left languages and emoji do need stays: marks, joiners, embeddings and isolates;
    /// pages keep those to the element that they stand in.
    private static String withoutOverrides(String value) {
        if (value.chars().noneMatch(Text::isOverride)) {
            return value;
        }
        return value.codePoints()
                .filter(point -> !isOverride(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Of the Unicode bidirectional algorithm (UAX #9): from left to right, and from right to left.
    private static boolean isOverride(int point) {
        return point == 0x202D || point == 0x202E;
    }

    private static boolean breaksTheLine(int point) {
        return Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
    }
}
