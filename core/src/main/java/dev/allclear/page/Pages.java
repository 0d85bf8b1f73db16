package dev.allclear.page;

import dev.allclear.PageId;
import dev.allclear.Stored;
import java.util.List;
import java.util.Optional;

/// All pages of the installation, where they are kept.
public interface Pages {

    /// @throws dev.allclear.Refused.Conflict when the slug or the host is taken
    void add(Page page);

    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since `version` was read
    void save(Page page, long version);

    Optional<Stored<Page>> find(PageId id);

    /// Oldest first: the first one is the installation's default.
    List<Stored<Page>> all();

    /// Counts each change that the public can see; from it every node knows that its copy is old.
    long revision(PageId id);
}
