package dev.allclear.delivery;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Delivery.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    void end(PageId page, AnnouncementId id);

    /// When the next held one is let go; empty when none is. What then still has to wait for an earlier one of its
    /// thread is not counted.
    Optional<Instant> nextHeld();

    /// How many confirmation mails the subscriber was sent since then.
    int confirmationsSince(PageId page, SubscriberId subscriber, Instant since);

    Optional<Announcement> find(PageId page, AnnouncementId id);

    /// Announcements with how their deliveries stand, newest first.
    List<Progress> recent(PageId page, int limit);

    Optional<Progress> progress(PageId page, AnnouncementId id);

    /// Everything that was announced of one story, oldest first.
    List<Progress> of(PageId page, String thread);

    /// @param cut how far the audience was cut into portions
    /// @param heldUntil until when it can be stopped; empty for one that was never held
    /// @param stopped whether somebody did, before the first mail or in the middle of them
    record Progress(Announcement announcement, Cut cut, Optional<Instant> heldUntil, boolean stopped, Tally tally) {

        /// Whether everybody who must hear has a delivery.
        public boolean fannedOut() {
            return cut.isWhole() && cut.open() == 0;
        }

        /// Whether mails have still to leave, so that stopping them keeps some from being sent.
        public boolean canBeStopped() {
            return !stopped && (!fannedOut() || tally.waiting() > 0);
        }

        /// Whether nobody has been written to yet, and nobody is before that instant.
        public boolean isHeld(Instant now) {
            return !fannedOut() && !stopped && heldUntil.filter(now::isBefore).isPresent();
        }
    }

    /// How far an announcement was cut into portions.
    ///
    /// @param people how many subscribers the portions hold, listeners or not
    /// @param open portions in somebody's hands
    /// @param isWhole whether nobody is left to be looked at
    record Cut(long people, int open, boolean isWhole) {}

    /// What of an announcement that is under way may not be sent any more.
    enum Halt {
        STOPPED,
        REPLACED
    }

    /// Those of these announcements that are not to be sent any further.
    Map<AnnouncementId, Halt> halted(Collection<AnnouncementId> among);

    /// How many deliveries stand where.
    record Tally(Map<Kind, Long> counts) {

        public static final Tally NONE = new Tally(Map.of());

        public Tally {
            counts = Map.copyOf(counts);
        }

        public long of(Kind... kinds) {
            return Arrays.stream(kinds)
                    .mapToLong(kind -> counts.getOrDefault(kind, 0L))
                    .sum();
        }

        public long all() {
            return of(Kind.values());
        }

        /// Those who have yet to get it; also those whose server never answered and is asked again.
        public long waiting() {
            return of(Kind.WAITING);
        }

        public long sending() {
            return of(Kind.SENDING);
        }

        public long sent() {
            return of(Kind.ACCEPTED, Kind.DELIVERED);
        }

        public long failed() {
            return of(Kind.FAILED, Kind.BOUNCED);
        }

        /// Those whom it has reached, or reaches at this moment, or may have.
        public long reached() {
            return of(Kind.SENDING, Kind.ACCEPTED, Kind.DELIVERED, Kind.BOUNCED, Kind.UNKNOWN);
        }

        public boolean isDone() {
            return of(Kind.WAITING, Kind.SENDING) == 0;
        }
    }
}
