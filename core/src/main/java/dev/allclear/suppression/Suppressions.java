package dev.allclear.suppression;

import dev.allclear.PageId;
import dev.allclear.suppression.Suppression.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// All suppressed addresses of all pages, where they are kept.
public interface Suppressions {

    /// Adds, or puts in place of the one of the same address.
    void save(Suppression suppression);

    /// Also one that was released.
    Optional<Suppression> find(PageId page, AddressMark mark);

    /// Those that hold, of up to a thousand.
    List<Suppression> among(PageId page, Collection<AddressMark> marks);

    /// Whether one holds at all.
    boolean any(PageId page);

    /// Which are listed.
    ///
    /// @param reason empty for any
    /// @param released those that were released, else those that hold
    record Wanted(Optional<Reason> reason, boolean released) {}

    long count(PageId page, Wanted wanted);

    /// Newest first.
    List<Suppression> list(PageId page, Wanted wanted, int offset, int limit);

    /// The person is erased: only the mark and the reason stay.
    void forget(PageId page, AddressMark mark);
}
