package dev.allclear.policy;

import dev.allclear.PageId;
import dev.allclear.Stored;

/// The severity policy of each page, where it is kept.
public interface Policies {

    /// The usual one, at version 0, until a page has its own.
    Stored<SeverityPolicy> of(PageId page);

    /// @param version as it was read
    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since
    void save(PageId page, SeverityPolicy policy, long version);
}
