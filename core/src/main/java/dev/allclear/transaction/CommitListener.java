package dev.allclear.transaction;

import dev.allclear.PageId;
import java.util.Set;

/// Wants to know when there is something to publish or to deliver. Returns at once: the work is done elsewhere.
public interface CommitListener {

    /// @param published pages of which the public sees something new
    /// @param announced whether something was added to the outbox or to the deliveries
    void committed(Set<PageId> published, boolean announced);
}
