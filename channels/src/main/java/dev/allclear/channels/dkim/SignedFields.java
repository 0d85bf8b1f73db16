package dev.allclear.channels.dkim;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which header fields a signature covers.
///
/// Named one by one, because libraries leave out by default what one-click unsubscribing needs covered (RFC 8058).
final class SignedFields {

    /// In the order in which they are signed.
    static final List<String> NAMES = List.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "References",
            "In-Reply-To",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");

    /// Named once more than they occur: a second one, which some mail programs would show instead, breaks the
    /// signature.
    private static final Set<String> SEALED = Set.of("From", "To", "Subject");

    private SignedFields() {}

    /// The list for `h=` for a mail that has these fields.
    static List<String> of(HeaderBlock headers) {
        return NAMES.stream()
                .flatMap(name -> Collections.nCopies(times(name, headers), name).stream())
                .toList();
    }

    private static int times(String name, HeaderBlock headers) {
        return headers.count(name.toLowerCase(Locale.ROOT)) + (SEALED.contains(name) ? 1 : 0);
    }
}
