package dev.allclear.rehearsal;

import dev.allclear.PageId;
import dev.allclear.policy.SeverityPolicy;
import java.time.Instant;
import java.util.function.Function;

/// What stands around a rehearsal. Inside there is no outbox, no page and no incident: whatever is done there, nobody
/// outside can hear of it.
public interface Walls {

    /// Runs the work in one transaction.
    <T> T inTransaction(Function<Inside, T> work);

    <T> T reading(Function<Inside, T> work);

    /// All that there is.
    interface Inside {
        Rehearsals rehearsals();

        SeverityPolicy policy(PageId page);

        /// Writes a line into the journal.
        void note(PageId page, Instant at, String actor, String action, String subject, String detail);
    }
}
