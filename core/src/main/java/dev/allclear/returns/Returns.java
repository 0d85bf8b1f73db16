package dev.allclear.returns;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.returns.ReturnNote.Kind;
import dev.allclear.suppression.AddressMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was noted of mails that came back, where it is kept.
public interface Returns {

    /// @return false where the same was noted of this delivery before
    boolean add(ReturnNote note);

    /// How many deliveries to that address came back for that reason since then.
    int count(PageId page, AddressMark mark, Kind kind, Instant since);

    /// When a mail to the subscriber was last taken by the other side that never came back.
    ///
    /// @param before later ones may come back yet
    Optional<Instant> lastKept(PageId page, SubscriberId subscriber, Instant before);

    /// Newest first.
    List<ReturnNote> recent(PageId page, Kind kind, Instant since, int limit);

    void removeBefore(PageId page, Instant limit);
}
