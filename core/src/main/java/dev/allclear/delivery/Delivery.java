package dev.allclear.delivery;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// One announcement on its way to one person.
///
/// @param thread of its announcement's subject, for finding what a person was told before
/// @param attempts how often it was tried so far
public record Delivery(
        DeliveryId id,
        AnnouncementId announcement,
        PageId page,
        String thread,
        SubscriberId subscriber,
        EmailAddress address,
        int attempts,
        State state) {

    /// Stands where the address of somebody stood who was erased; nothing is ever sent there (RFC 2606, .invalid).
    public static final EmailAddress ERASED = new EmailAddress("erased@erased.invalid");

    public boolean isErased() {
        return address.equals(ERASED);
    }

    /// Where it stands.
    public sealed interface State {
        /// @param due not before
        /// @param why the last try failed; empty before the first
        record Waiting(Instant due, String why) implements State {}

        /// Somebody is at it until the lease ends; then it may be taken over.
        record Sending(Instant leaseUntil) implements State {}

        /// @param receipt what the other side answered
        record Sent(Instant at, String receipt) implements State {}

        record Failed(Instant at, String why) implements State {}
    }

    public static Delivery waiting(Announcement announcement, SubscriberId subscriber, EmailAddress address) {
        return new Delivery(
                idOf(announcement.id(), subscriber),
                announcement.id(),
                announcement.page(),
                announcement.subject().thread(),
                subscriber,
                address,
                0,
                new State.Waiting(announcement.at(), ""));
    }

    /// The same for the same pair, always: fanning out twice adds nothing, and a mail sent again after a crash carries
    /// the same Message-ID.
    public static DeliveryId idOf(AnnouncementId announcement, SubscriberId subscriber) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((announcement.value() + "." + subscriber.value()).getBytes(StandardCharsets.UTF_8));
            return new DeliveryId(HexFormat.of().formatHex(digest, 0, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
