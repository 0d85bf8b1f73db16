package dev.allclear.status;

import dev.allclear.PageId;
import dev.allclear.Stored;

/// The catalogue of each page, where it is kept.
public interface Catalogues {

    /// @return the page's catalogue, empty at first; its version covers the whole of it
    Stored<Catalogue> of(PageId page);

    /// Puts `next` in place of the catalogue: adds, changes and removes what differs.
    ///
    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since `version` was read
    void save(PageId page, Catalogue next, long version);
}
