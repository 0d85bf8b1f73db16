package dev.allclear.channels.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Text as quoted-printable (RFC 2045, section 6.7): ASCII, CRLF, no line over 76, and nothing left that a careless mail
/// server could mistake for its own, such as a lone dot or a line that begins with From.
final class QuotedPrintable {

    private static final int LONGEST = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private final ByteArrayOutputStream out;
    private int column;

    private QuotedPrintable(byte[] text, ByteArrayOutputStream out) {
        this.text = text;
        this.out = out;
    }

    /// @param text UTF-8 with line ends of any kind
    static void write(byte[] text, ByteArrayOutputStream out) {
        new QuotedPrintable(text, out).write();
    }

    private void write() {
        for (var at = 0; at < text.length; at++) {
            if (isLineEnd(at)) {
                endLine();
                at += text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n' ? 1 : 0;
            } else {
                writeOctet(at);
            }
        }
        if (column > 0) {
            endLine();
        }
    }

    private boolean isLineEnd(int at) {
        return at >= text.length || text[at] == '\n' || text[at] == '\r';
    }

    private void endLine() {
        out.write('\r');
        out.write('\n');
        column = 0;
    }

    private void writeOctet(int at) {
        if (column + (isPlain(at) ? 1 : 3) > LONGEST - 1) {
            out.write('=');
            endLine();
        }
        // Asked again: what may stand within a line may not begin the one that was just begun.
        if (isPlain(at)) {
            out.write(text[at]);
            column += 1;
        } else {
            out.write('=');
            out.write(HEX[text[at] >> 4 & 0xf]);
            out.write(HEX[text[at] & 0xf]);
            column += 3;
        }
    }

    private boolean isPlain(int at) {
        return switch (text[at]) {
            case '=' -> false;
            case ' ', '\t' -> !isLineEnd(at + 1);
            case '.' -> column > 0;
            case 'F' -> column > 0 || !beginsFrom(at);
            default -> text[at] > ' ' && text[at] < 0x7f;
        };
    }

    private boolean beginsFrom(int at) {
        return at + 3 < text.length && text[at + 1] == 'r' && text[at + 2] == 'o' && text[at + 3] == 'm';
    }
}
