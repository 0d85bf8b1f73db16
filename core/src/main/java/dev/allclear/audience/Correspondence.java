package dev.allclear.audience;

import dev.allclear.PageId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// What was sent to people, as long as it is kept.
public interface Correspondence {

    /// One message on its way to somebody, or past that.
    ///
    /// @param about what sort of news it was, such as `incident`
    /// @param thread the id of what it was about
    /// @param address where it went; empty once that is forgotten
    /// @param detail what the other side answered
    record Sent(
            String delivery,
            String about,
            String thread,
            Instant announced,
            String address,
            String state,
            long attempts,
            String detail) {}

    /// Newest first.
    List<Sent> of(PageId page, SubscriberId person, int limit);

    /// Forgets where the deliveries went that were announced before, and what was answered, some at a time.
    ///
    /// @return how many it forgot; empty when there is nothing left to forget
    OptionalInt forgetBefore(PageId page, Instant limit);
}
