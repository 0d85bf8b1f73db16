package dev.allclear.channels.email;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text as quoted-printable (RFC 2045, section 6.7): ASCII, CRLF, no line over 76, and nothing left that a careless
/// mail server could mistake for its own, such as a lone dot or a line that begins with From.
///
/// A gap has its lines for itself: soft line breaks part it from what stands beside it, so that whatever comes to stand
/// there moves nothing else.
final class QuotedPrintable {

    private static final int LONGEST = 76;
    private static final boolean[] PLAIN = plain();
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    // An octet becomes three at most, and every 25 of those take a soft line break of three.
    private final byte[] written;
    private int length;
    private int column;

    private QuotedPrintable(byte[] text) {
        this.text = text;
        this.written = new byte[text.length * 3 + text.length / 8 + 16];
    }

    private static boolean[] plain() {
        var plain = new boolean[256];
        Arrays.fill(plain, '!', '~' + 1, true);
        plain['='] = false;
        return plain;
    }

    /// @param text UTF-8 with line ends of any kind, from the beginning or from behind a gap
    static void writeBeforeGap(byte[] text, boolean isBehindGap, Draft out) {
        var quoted = new QuotedPrintable(text);
        quoted.write(isBehindGap);
        if (quoted.column > 0) {
            quoted.breakLine();
        }
        out.bytes(quoted.written, quoted.length);
    }

    /// What is left of a text, or all of it.
    static void writeRest(byte[] text, boolean isBehindGap, Draft out) {
        var quoted = new QuotedPrintable(text);
        quoted.write(isBehindGap);
        if (quoted.column > 0 || (isBehindGap && text.length == 0)) {
            quoted.endLine();
        }
        out.bytes(quoted.written, quoted.length);
    }

    /// What stands in a gap.
    ///
    /// @param text one line
    static byte[] inGap(String text) {
        var quoted = new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8));
        quoted.write(false);
        return Arrays.copyOf(quoted.written, quoted.length);
    }

    private void write(boolean isBehindGap) {
        if (isBehindGap && !isLineEnd(0)) {
            breakLine();
        }
        for (var at = 0; at < text.length; at++) {
            if (isLineEnd(at)) {
                endLine();
                at += text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n' ? 1 : 0;
            } else {
                writeOctet(at);
            }
        }
    }

    /// A line end that readers drop again.
    private void breakLine() {
        written[length++] = '=';
        endLine();
    }

    private boolean isLineEnd(int at) {
        return at >= text.length || text[at] == '\n' || text[at] == '\r';
    }

    private void endLine() {
        written[length++] = '\r';
        written[length++] = '\n';
        column = 0;
    }

    private void writeOctet(int at) {
        var plain = isPlain(at);
        if (column + (plain ? 1 : 3) > LONGEST - 1) {
            breakLine();
            // What may stand within a line may not begin the one that was just begun.
            plain = isPlain(at);
        }
        if (plain) {
            written[length++] = text[at];
            column += 1;
        } else {
            written[length++] = '=';
            written[length++] = HEX[text[at] >> 4 & 0xf];
            written[length++] = HEX[text[at] & 0xf];
            column += 3;
        }
    }

    private boolean isPlain(int at) {
        return switch (text[at]) {
            case ' ', '\t' -> !isLineEnd(at + 1);
            case '.' -> column > 0;
            case 'F' -> column > 0 || !beginsFrom(at);
            default -> PLAIN[text[at] & 0xff];
        };
    }

    private boolean beginsFrom(int at) {
        return at + 3 < text.length && text[at + 1] == 'r' && text[at + 2] == 'o' && text[at + 3] == 'm';
    }
}
