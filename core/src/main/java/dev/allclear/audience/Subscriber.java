package dev.allclear.audience;

import dev.allclear.PageId;
import dev.allclear.language.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Somebody who asked to be told.
///
/// @param zone whose times the mails show; empty for the page's
/// @param tags by which the desk finds them again
/// @param pause while it lasts they hear nothing; one that is over means nothing any more
public record Subscriber(
        SubscriberId id,
        PageId page,
        EmailAddress address,
        Standing standing,
        Choice choice,
        Language language,
        Optional<ZoneId> zone,
        Instant createdAt,
        Set<Tag> tags,
        Optional<Pause> pause) {

    /// Whether we may write.
    public sealed interface Standing {
        /// Asked, and has yet to follow the link in the mail.
        record Pending() implements Standing {}

        /// @param proof how we know that they agreed: the link was followed, or who added them
        record Confirmed(Instant at, String proof) implements Standing {}

        record Left(Instant at, String why) implements Standing {}
    }

    public Subscriber {
        tags = Set.copyOf(tags);
    }

    /// Somebody without tags, who does not pause.
    public Subscriber(
            SubscriberId id,
            PageId page,
            EmailAddress address,
            Standing standing,
            Choice choice,
            Language language,
            Optional<ZoneId> zone,
            Instant createdAt) {
        this(id, page, address, standing, choice, language, zone, createdAt, Set.of(), Optional.empty());
    }

    public boolean isConfirmed() {
        return standing instanceof Standing.Confirmed;
    }

    public boolean isPaused(Instant now) {
        return pause.filter(one -> one.holds(now)).isPresent();
    }

    /// Whether they are told what happens now.
    public boolean hears(Instant now) {
        return isConfirmed() && !isPaused(now);
    }

    public Subscriber standing(Standing next) {
        return new Subscriber(id, page, address, next, choice, language, zone, createdAt, tags, pause);
    }

    public Subscriber choosing(Choice next, Language nextLanguage, Optional<ZoneId> nextZone) {
        return new Subscriber(id, page, address, standing, next, nextLanguage, nextZone, createdAt, tags, pause);
    }

    /// They asked anew before they confirmed: their time to do so begins again.
    public Subscriber askedAgain(Instant at) {
        return new Subscriber(id, page, address, standing, choice, language, zone, at, tags, pause);
    }

    public Subscriber tagged(Set<Tag> next) {
        return new Subscriber(id, page, address, standing, choice, language, zone, createdAt, next, pause);
    }

    public Subscriber pausing(Optional<Pause> next) {
        return new Subscriber(id, page, address, standing, choice, language, zone, createdAt, tags, next);
    }
}
