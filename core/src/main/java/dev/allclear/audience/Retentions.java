package dev.allclear.audience;

import dev.allclear.PageId;
import dev.allclear.Stored;

/// How long each page keeps what is over.
public interface Retentions {

    /// What is usual, with version 0, where the page has never said anything else.
    Stored<Retention> of(PageId page);

    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since
    void save(PageId page, Retention retention, long version);
}
