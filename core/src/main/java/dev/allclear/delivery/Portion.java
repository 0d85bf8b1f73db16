package dev.allclear.delivery;

import dev.allclear.audience.SubscriberId;
import java.time.Instant;
import java.util.Optional;

/// Some of the people to whom an announcement may go, in the hands of one node at a time: those whose ids lie behind
/// `after`, up to and with `upto`.
///
/// @param number from 1, in the order in which an announcement was cut
/// @param upto empty for all that follow
/// @param fence counts up each time that it changes hands; whoever holds an older one has lost it
/// @param leaseUntil when others may take it over
/// @param isReplaced whether a newer update is sent to these people instead, so that this one is only written down
public record Portion(
        Announcement announcement,
        long number,
        Optional<SubscriberId> after,
        Optional<SubscriberId> upto,
        long fence,
        Instant leaseUntil,
        boolean isReplaced) {

    /// Whether nobody was at it before.
    public boolean isFresh() {
        return fence == 1;
    }
}
