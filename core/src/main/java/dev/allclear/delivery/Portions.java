package dev.allclear.delivery;

import dev.allclear.audience.SubscriberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// Announcements cut into portions: the work that nodes share without knowing of each other.
///
/// Leases go by the clock of the database server, so that the clocks of nodes may differ; where the database is a file
/// of ours, by `now`.
public interface Portions {

    /// Takes a portion whose holder's lease ran out, or cuts the next one. Announcements that weigh more go first, then
    /// those of which the least was cut, so that a short one need not wait for a long one. Never one whose story has an
    /// earlier announcement that is unfinished: nobody hears the end before the beginning.
    ///
    /// @param size how many people at most
    /// @param now what is held back until later is left alone
    /// @return empty when there is nothing to do
    Optional<Portion> take(int size, Instant now, Duration lease);

    /// Makes the lease longer.
    ///
    /// @return false when it is somebody else's by now
    boolean keep(Portion portion, Instant now, Duration lease);

    /// What became of these people comes over a relay (see `Deliveries.addRelayed`); until then it stays open, in
    /// nobody's hands. The same when it is somebody else's by now.
    ///
    /// @param missed so long after, others may take it over
    void handOver(Portion portion, Collection<SubscriberId> people, Instant now, Duration missed);

    /// Everybody in it has an outcome, or a delivery of their own that waits.
    void finish(Portion portion);

    /// Ends the leases of everybody: whoever held them is known to be dead.
    void endLeases();
}
