package dev.allclear.delivery;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One message to one person, with what became of it.
///
/// @param thread the story that it belongs to; see `Subject.thread`
/// @param address where it goes, or went
/// @param attempts how often it was begun
public record Delivery(
        AnnouncementId announcement,
        PageId page,
        String thread,
        SubscriberId subscriber,
        EmailAddress address,
        int attempts,
        State state) {

    /// Stands where the address of somebody stood who was erased; nothing is ever sent there (RFC 2606, .invalid).
    public static final EmailAddress ERASED = new EmailAddress("erased@erased.invalid");

    public DeliveryId id() {
        return new DeliveryId(announcement, subscriber);
    }

    public boolean isErased() {
        return address.equals(ERASED);
    }

    public Delivery in(State next) {
        return new Delivery(announcement, page, thread, subscriber, address, attempts, next);
    }

    /// Where it stands.
    public sealed interface State {

        /// @param due not before
        /// @param why the last try failed; empty before the first
        record Waiting(Instant due, String why) implements State {}

        /// Somebody is at it until the lease ends; then it may be taken over.
        record Sending(Instant leaseUntil) implements State {}

        /// The other side took responsibility.
        ///
        /// @param receipt what it answered
        record Accepted(Instant at, String receipt) implements State {}

        /// The other side says that it arrived.
        record Delivered(Instant at, String receipt) implements State {}

        /// The other side had accepted it, and gave it back.
        record Bounced(Instant at, String why) implements State {}

        /// It was refused, or we gave up; somebody may let it be tried again.
        record Failed(Instant at, String why) implements State {}

        /// We don't write to this address.
        record Suppressed(Instant at, String why) implements State {}

        /// A newer update was sent instead.
        record Superseded(Instant at) implements State {}

        /// It was written out and never answered: it may have arrived.
        ///
        /// @param again when it is repeated, recognisable as a repeat; empty when it is not
        record Unknown(Instant at, Optional<Instant> again, String why) implements State {}

        default Kind kind() {
            return switch (this) {
                case Waiting _ -> Kind.WAITING;
                case Sending _ -> Kind.SENDING;
                case Accepted _ -> Kind.ACCEPTED;
                case Delivered _ -> Kind.DELIVERED;
                case Bounced _ -> Kind.BOUNCED;
                case Failed _ -> Kind.FAILED;
                case Suppressed _ -> Kind.SUPPRESSED;
                case Superseded _ -> Kind.SUPERSEDED;
                case Unknown _ -> Kind.UNKNOWN;
            };
        }
    }

    /// The names of the states.
    public enum Kind {
        WAITING,
        SENDING,
        ACCEPTED,
        DELIVERED,
        BOUNCED,
        FAILED,
        SUPPRESSED,
        SUPERSEDED,
        UNKNOWN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
