package dev.allclear.journal;

import dev.allclear.PageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The journal of each page, where it is kept: it only ever grows.
public interface Journal {

    void append(PageId page, Instant at, String actor, String action, String subject, String detail);

    /// Newest first, those with a number below `before` (empty: from the newest).
    List<Entry> page(PageId page, Optional<Long> before, int limit);

    /// Oldest first, from that number on.
    List<Entry> from(PageId page, long number, int limit);

    /// What was done to one thing, oldest first.
    List<Entry> about(PageId page, String subject);

    Optional<Entry> last(PageId page);
}
