package dev.allclear.channels.inbound;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads what a mail client sends: lines that end with CR LF and with nothing else. A CR or LF alone is refused
/// wherever it stands (RFC 5321, 2.3.8): what one server takes for the end of a mail and the next does not lets a
/// second mail be smuggled in.
final class SmtpLines {

    private final InputStream in;
    private final byte[] buffer = new byte[8 * 1024];
    private int at;
    private int end;

    SmtpLines(InputStream in) {
        this.in = in;
    }

    /// It does not keep to the rules, so that nothing more of it can be understood.
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        /// What was found, with a capital.
        private final String what;

        Broken(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    /// It is too long; its end was reached.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("too long");
        }
    }

    /// Whether the client has sent more already.
    boolean hasMore() throws IOException {
        return at < end || in.available() > 0;
    }

    /// @param limit in bytes, without its end
    /// @throws TooLong past the end of a line that is longer, which may be twenty times the limit
    String command(int limit) throws IOException {
        var line = new ByteArrayOutputStream();
        var length = 0;
        for (int next; (next = octet()) != '\r'; length++) {
            if (next == '\n' || next == 0) {
                throw new Broken("A bare line feed or a null");
            }
            if (length > limit * 20) {
                throw new Broken("A line without an end");
            }
            if (length < limit) {
                line.write(next);
            }
        }
        lineFeed();
        if (length > limit) {
            throw new TooLong();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /// A mail up to the line with the dot alone, without the dots that were stuffed into it.
    ///
    /// @param limit in bytes
    /// @throws TooLong past the end of a mail that is larger, which may be eight times the limit
    byte[] mail(int limit) throws IOException {
        var mail = new ByteArrayOutputStream();
        long length = 0;
        while (true) {
            var next = octet();
            if (next == '.') {
                next = octet();
                if (next == '\r') {
                    lineFeed();
                    if (length > limit) {
                        throw new TooLong();
                    }
                    return mail.toByteArray();
                }
            }
            for (; next != '\r'; next = octet()) {
                if (next == '\n') {
                    throw new Broken("A bare line feed");
                }
                if (length++ < limit) {
                    mail.write(next);
                }
            }
            lineFeed();
            length += 2;
            if (length <= limit) {
                mail.write('\r');
                mail.write('\n');
            }
            if (length > 8L * limit) {
                throw new Broken("A mail without an end");
            }
        }
    }

    private void lineFeed() throws IOException {
        if (octet() != '\n') {
            throw new Broken("A bare carriage return");
        }
    }

    private int octet() throws IOException {
        if (at == end) {
            end = in.read(buffer);
            at = 0;
            if (end < 0) {
                end = 0;
                throw new EOFException("the other side is gone");
            }
        }
        return buffer[at++] & 0xFF;
    }
}
