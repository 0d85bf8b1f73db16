package dev.allclear.status;

import dev.allclear.PageId;
import java.time.Instant;
import java.util.List;

/// The record of all changes of state, from which everything about state and uptime is computed.
public interface States {

    /// Puts the changes of one cause in place of those that it had: correcting the past leaves no remains of it.
    void replace(PageId page, Cause cause, List<StateChange> changes);

    /// Adds changes to those that their cause already has.
    void add(PageId page, List<StateChange> changes);

    /// What is needed to know every state from `since` on, ordered by time: all changes after it, and for each area
    /// and cause the last one before it.
    List<StateChange> since(PageId page, Instant since);
}
