package dev.allclear.channels.email;

import dev.allclear.audience.EmailAddress;
import java.nio.charset.StandardCharsets;

/// One finished mail: what goes over the wire, and for whom.
final class WrittenMail {

    private final EmailAddress from;
    private final EmailAddress to;
    private final byte[] bytes;

    /// @param from to whom it comes back when it can't be delivered
    /// @param bytes the whole of RFC 5322: ASCII only, every line ended by CRLF and at most 998 long
    WrittenMail(EmailAddress from, EmailAddress to, byte[] bytes) {
        this.from = from;
        this.to = to;
        this.bytes = bytes;
    }

    EmailAddress from() {
        return from;
    }

    EmailAddress to() {
        return to;
    }

    /// Not a copy: thousands of these are sent in a second.
    byte[] bytes() {
        return bytes;
    }

    String message() {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
