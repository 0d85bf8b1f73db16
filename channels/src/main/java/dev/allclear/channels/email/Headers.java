package dev.allclear.channels.email;

import dev.allclear.audience.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The header lines of one mail: the only place where text becomes a header.
///
/// What could end a line is refused here, whatever was checked before: control characters, NUL, and the line ends that
/// Unicode knows besides CR and LF. Lines are folded at 78 characters and can never pass 998 (RFC 5322, section 2.1.1).
final class Headers {

    private static final int FOLD_AT = 78;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_TOKEN = 900;

    private final StringBuilder lines = new StringBuilder();

    /// A header that only people read, such as the subject.
    Headers text(String name, String text) {
        return fold(name, words(safe(name, text)));
    }

    /// A display name with the address behind it.
    Headers mailbox(String name, String display, EmailAddress address) {
        return named(name, display, "<" + address.value() + ">");
    }

    /// A display name with something in angle brackets behind it.
    Headers named(String name, String display, String inBrackets) {
        var words = isQuotable(safe(name, display)) ? List.of(quoted(display)) : EncodedWords.of(display);
        return fold(name, join(words, token(name, inBrackets)));
    }

    /// A header for machines: visible ASCII, folded between its parts.
    Headers parts(String name, String... parts) {
        return fold(name, List.of(parts).stream().map(part -> token(name, part)).toList());
    }

    private static String safe(String name, String text) {
        if (text.codePoints().anyMatch(Headers::couldEndTheLine)) {
            throw new UnsafeHeader(name);
        }
        return text;
    }

    private static boolean couldEndTheLine(int point) {
        return Character.isISOControl(point)
                || point == 0x2028
                || point == 0x2029
                || Character.getType(point) == Character.SURROGATE;
    }

    private static String token(String name, String part) {
        if (part.isEmpty() || part.length() > LONGEST_TOKEN) {
            throw new UnsafeHeader(name);
        }
        // A loop, since this one runs for every reader.
        for (var i = 0; i < part.length(); i++) {
            if (part.charAt(i) < ' ' || part.charAt(i) >= 0x7f) {
                throw new UnsafeHeader(name);
            }
        }
        return part;
    }

    /// As it is where every reader would show the same; encoded where one could take it for something else.
    private static List<String> words(String text) {
        var plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7f)
                && !text.contains("=?")
                && !text.contains("  ")
                && text.equals(text.strip())
                && !text.isEmpty();
        var words = List.of(text.split(" ", -1));
        return plain && words.stream().allMatch(word -> word.length() <= LONGEST_WORD) ? words : EncodedWords.of(text);
    }

    private static boolean isQuotable(String display) {
        return !display.isEmpty()
                && display.length() <= LONGEST_WORD
                && !display.contains("=?")
                && display.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static String quoted(String display) {
        return '"' + display.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static List<String> join(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toList();
    }

    private Headers fold(String name, List<String> words) {
        lines.append(name).append(':');
        var column = name.length() + 1;
        for (var word : words) {
            // Where a fold would not help, as with long addresses, the line stays whole.
            if (column + 1 + word.length() > FOLD_AT && 1 + word.length() <= FOLD_AT) {
                lines.append("\r\n");
                column = 0;
            }
            lines.append(' ').append(word);
            column += 1 + word.length();
        }
        lines.append("\r\n");
        return this;
    }

    /// All lines so far.
    byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
