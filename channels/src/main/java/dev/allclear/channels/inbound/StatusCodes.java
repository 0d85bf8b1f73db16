package dev.allclear.channels.inbound;

import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the status of RFC 3463, such as `5.1.1`, in what mail servers write.
final class StatusCodes {

    private static final Pattern STATUS = Pattern.compile("(?<![0-9.])([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?![0-9.])");
    private static final Pattern IN_REPLY =
            Pattern.compile("(?<![0-9.])[245][0-9]{2}[ -]#?([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?![0-9.])");
    private static final Pattern IN_WORDS = Pattern.compile("#([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?![0-9.])");
    private static final Pattern REPLY = Pattern.compile("(?:^|[;:] ?|said:? )([45])[0-9]{2}(?=[ -])");

    private StatusCodes() {}

    /// Of a report's `Status` and `Diagnostic-Code`: the more exact of the two.
    static Optional<String> of(String status, String diagnostic) {
        var written = found(STATUS, status);
        return written.filter(one -> !one.endsWith(".0.0"))
                .or(() -> inReply(diagnostic)
                        .filter(one -> written.isEmpty()
                                || one.charAt(0) == written.get().charAt(0)))
                .or(() -> written);
    }

    /// In a server's reply, or in words around one: `550 5.1.1 no such user`, `(#5.1.1)`, `550 no such user`.
    static Optional<String> inReply(String reply) {
        return found(IN_REPLY, reply)
                .or(() -> found(IN_WORDS, reply))
                .or(() -> found(REPLY, reply).map(one -> one + ".0.0"));
    }

    private static Optional<String> found(Pattern form, String text) {
        var match = form.matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
