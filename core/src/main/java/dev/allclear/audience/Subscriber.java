package dev.allclear.audience;

import dev.allclear.PageId;
import dev.allclear.language.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Somebody who asked to be told.
///
/// @param zone whose times the mails show; empty for the page's
public record Subscriber(
        SubscriberId id,
        PageId page,
        EmailAddress address,
        Standing standing,
        Choice choice,
        Language language,
        Optional<ZoneId> zone,
        Instant createdAt) {

    /// Whether we may write.
    public sealed interface Standing {
        /// Asked, and has yet to follow the link in the mail.
        record Pending() implements Standing {}

        /// @param proof how we know that they agreed: the link was followed, or who added them
        record Confirmed(Instant at, String proof) implements Standing {}

        record Left(Instant at, String why) implements Standing {}
    }

    public boolean isConfirmed() {
        return standing instanceof Standing.Confirmed;
    }

    public Subscriber standing(Standing next) {
        return new Subscriber(id, page, address, next, choice, language, zone, createdAt);
    }

    public Subscriber choosing(Choice next, Language nextLanguage, Optional<ZoneId> nextZone) {
        return new Subscriber(id, page, address, standing, next, nextLanguage, nextZone, createdAt);
    }
}
