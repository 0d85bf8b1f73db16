package dev.allclear.incident;

import dev.allclear.PageId;
import dev.allclear.Stored;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All incidents of all pages, where they are kept.
public interface Incidents {

    void add(Incident incident);

    /// @param version as it was read
    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since
    void save(Incident incident, long version);

    Optional<Stored<Incident>> find(PageId page, IncidentId id);

    Optional<Stored<Incident>> findByOrigin(PageId page, String origin);

    /// Those that are open, oldest first.
    List<Stored<Incident>> open(PageId page);

    /// Those that ended at or after `since` and have no report yet, oldest first; what was backfilled owes none.
    List<Stored<Incident>> unreported(PageId page, Instant since);

    /// Everything that began at or after `since`, and whatever is open, newest first.
    List<Stored<Incident>> since(PageId page, Instant since);

    /// Whatever is open, or ended at or after `since`, in any order.
    List<Stored<Incident>> lately(PageId page, Instant since);

    /// Which there are, each with the version in which it is stored.
    Map<IncidentId, Long> versions(PageId page);

    /// Those of them that are there, in any order.
    List<Stored<Incident>> all(PageId page, Collection<IncidentId> ids);

    /// All, newest first.
    List<Stored<Incident>> all(PageId page);
}
