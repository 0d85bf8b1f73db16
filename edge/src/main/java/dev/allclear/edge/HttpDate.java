package dev.allclear.edge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The date that stands in every answer (RFC 9110, section 6.6.1), written once a second.
final class HttpDate {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static volatile HttpDate last = new HttpDate(0);

    private final long second;
    private final String text;
    private final byte[] line;

    private HttpDate(long second) {
        this.second = second;
        this.text = FORM.format(Instant.ofEpochSecond(second));
        this.line = ("Date: " + text + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    static HttpDate at(long epochMillis) {
        var second = epochMillis / 1_000;
        var current = last;
        if (current.second != second) {
            current = new HttpDate(second);
            last = current;
        }
        return current;
    }

    long second() {
        return second;
    }

    String text() {
        return text;
    }

    /// The whole header, and the empty line that ends all headers, as they go over the wire.
    byte[] line() {
        return line;
    }
}
