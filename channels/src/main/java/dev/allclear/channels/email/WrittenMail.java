package dev.allclear.channels.email;

import dev.allclear.audience.EmailAddress;
import java.nio.charset.StandardCharsets;

/// One finished mail: what goes over the wire, and for whom.
///
/// @param message the whole of RFC 5322: ASCII only, every line ended by CRLF and at most 998 long
record WrittenMail(EmailAddress from, EmailAddress to, String message) {

    byte[] bytes() {
        return message.getBytes(StandardCharsets.US_ASCII);
    }
}
