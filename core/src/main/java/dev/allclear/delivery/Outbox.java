package dev.allclear.delivery;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Announcements that still have to become deliveries, and those that have.
public interface Outbox {

    void add(Announcement announcement);

    /// An announcement that is being fanned out, and how far that has come.
    ///
    /// @param after the last subscriber that was looked at; empty at the beginning
    record Portion(Announcement announcement, Optional<SubscriberId> after) {}

    /// The oldest announcement whose fan-out is unfinished, locked for this transaction (so that two nodes never work
    /// on the same one); empty when there is none, or when others are at all of them.
    Optional<Portion> next();

    /// Notes how far the fan-out has come. Same transaction as the deliveries that it added.
    void advanced(AnnouncementId announcement, SubscriberId after);

    void finished(AnnouncementId announcement);

    /// How many confirmation mails the subscriber was sent since then.
    int confirmationsSince(PageId page, SubscriberId subscriber, Instant since);

    Optional<Announcement> find(PageId page, AnnouncementId id);

    /// Announcements with how their deliveries stand, newest first.
    List<Progress> recent(PageId page, int limit);

    Optional<Progress> progress(PageId page, AnnouncementId id);

    /// @param fannedOut false while deliveries are still being added
    record Progress(Announcement announcement, boolean fannedOut, Tally tally) {}

    /// How many deliveries stand where.
    record Tally(long waiting, long sending, long sent, long failed) {
        public long all() {
            return waiting + sending + sent + failed;
        }

        public boolean isDone() {
            return waiting + sending == 0;
        }
    }
}
