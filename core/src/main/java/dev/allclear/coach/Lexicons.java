package dev.allclear.coach;

import dev.allclear.PageId;
import dev.allclear.Stored;

/// The own words of each page's company, where they are kept.
public interface Lexicons {

    /// Nothing, at version 0, until somebody wrote some down.
    Stored<Lexicon> of(PageId page);

    /// @param version as it was read
    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since
    void save(PageId page, Lexicon lexicon, long version);
}
