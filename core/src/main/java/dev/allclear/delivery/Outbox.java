package dev.allclear.delivery;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Announcements that still have to become deliveries, and those that have.
public interface Outbox {

    void add(Announcement announcement);

    /// Adds it, to be left alone until then: so long it can be stopped.
    void hold(Announcement announcement, Instant until);

    /// Stops one that is still held: nobody will hear of it.
    ///
    /// @return false when it is too late
    boolean stop(PageId page, AnnouncementId id, Instant now);

    /// Ends one that is under way: whoever was not looked at yet will not hear of it.
    void cut(PageId page, AnnouncementId id);

    boolean isStopped(PageId page, AnnouncementId id);

    /// When the next held one is let go; empty when none is held.
    Optional<Instant> nextHeld();

    /// An announcement that is being fanned out, and how far that has come.
    ///
    /// @param after the last subscriber that was looked at; empty at the beginning
    record Portion(Announcement announcement, Optional<SubscriberId> after) {}

    /// The oldest announcement whose fan-out is unfinished, locked for this transaction (so that two nodes never work
    /// on the same one); empty when there is none, or when others are at all of them.
    Optional<Portion> next(Instant now);

    /// Notes how far the fan-out has come. Same transaction as the deliveries that it added.
    void advanced(AnnouncementId announcement, SubscriberId after);

    void finished(AnnouncementId announcement);

    /// How many confirmation mails the subscriber was sent since then.
    int confirmationsSince(PageId page, SubscriberId subscriber, Instant since);

    Optional<Announcement> find(PageId page, AnnouncementId id);

    /// Announcements with how their deliveries stand, newest first.
    List<Progress> recent(PageId page, int limit);

    Optional<Progress> progress(PageId page, AnnouncementId id);

    /// Everything that was announced of one story, oldest first.
    List<Progress> of(PageId page, String thread);

    /// @param fannedOut false while deliveries are still being added
    /// @param heldUntil until when it can be stopped; empty for one that was never held
    /// @param stopped whether somebody did, before the first mail or in the middle of them
    record Progress(
            Announcement announcement, boolean fannedOut, Optional<Instant> heldUntil, boolean stopped, Tally tally) {

        /// Whether mails have still to leave, so that stopping them keeps some from being sent.
        public boolean canBeStopped() {
            return !stopped && (!fannedOut || tally.waiting() > 0);
        }

        /// Whether nobody has been written to yet, and nobody is before that instant.
        public boolean isHeld(Instant now) {
            return !fannedOut && !stopped && heldUntil.filter(now::isBefore).isPresent();
        }
    }

    /// How many deliveries stand where.
    record Tally(long waiting, long sending, long sent, long failed) {
        public long all() {
            return waiting + sending + sent + failed;
        }

        /// Those whom it has reached, or reaches at this moment.
        public long reached() {
            return sending + sent;
        }

        public boolean isDone() {
            return waiting + sending == 0;
        }
    }
}
