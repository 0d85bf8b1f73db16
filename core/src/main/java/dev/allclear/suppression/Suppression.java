package dev.allclear.suppression;

import dev.allclear.PageId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One address that nothing is sent to, with the reason, until somebody releases it.
///
/// @param masked for people who look at the list: `a***@example.com`; empty once the person was erased
/// @param detail what the mail server or whoever entered it said; holds no address
public record Suppression(
        PageId page,
        AddressMark mark,
        String masked,
        Reason reason,
        String detail,
        Instant at,
        Optional<Release> release) {

    /// Why nothing is sent.
    public enum Reason {
        /// The mailbox is gone, or gave back every mail for a while.
        BOUNCED,
        /// The reader called a mail of ours spam.
        COMPLAINED,
        BY_HAND;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Somebody decided to write there again.
    public record Release(Instant at, String by, String why) {}

    /// Whether nothing may be sent.
    public boolean holds() {
        return release.isEmpty();
    }

    public Suppression released(Instant now, String by, String why) {
        return new Suppression(page, mark, masked, reason, detail, at, Optional.of(new Release(now, by, why)));
    }
}
