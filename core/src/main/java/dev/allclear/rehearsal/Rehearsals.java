package dev.allclear.rehearsal;

import dev.allclear.PageId;
import dev.allclear.Stored;
import java.util.List;
import java.util.Optional;

/// All rehearsals, where they are kept: apart from everything that is real.
public interface Rehearsals {

    void add(Rehearsal rehearsal);

    /// @param version as it was read
    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since
    void save(Rehearsal rehearsal, long version);

    Optional<Stored<Rehearsal>> find(PageId page, RehearsalId id);

    /// Newest first.
    List<Stored<Rehearsal>> recent(PageId page, int limit);
}
