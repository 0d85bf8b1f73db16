package dev.allclear.policy;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.maintenance.WorkPolicy;

/// What each page holds itself to, where it is kept.
public interface Policies {

    /// The usual one, at version 0, until a page has its own.
    Stored<SeverityPolicy> of(PageId page);

    /// @param version as it was read
    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since
    void save(PageId page, SeverityPolicy policy, long version);

    /// For planned work: the usual one, at version 0, until a page has its own.
    Stored<WorkPolicy> ofWork(PageId page);

    /// @param version as it was read
    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since
    void saveWork(PageId page, WorkPolicy policy, long version);
}
