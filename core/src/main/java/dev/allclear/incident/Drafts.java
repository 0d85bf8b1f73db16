package dev.allclear.incident;

import dev.allclear.PageId;
import java.util.List;
import java.util.Optional;

/// Drafts, where they are kept.
public interface Drafts {

    /// Adds it, or puts it in place of the one with the same id.
    void save(Draft draft);

    Optional<Draft> find(PageId page, DraftId id);

    /// Newest first.
    List<Draft> all(PageId page);

    void remove(PageId page, DraftId id);
}
