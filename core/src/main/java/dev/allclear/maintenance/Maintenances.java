package dev.allclear.maintenance;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.incident.IncidentId;
import java.util.List;
import java.util.Optional;

/// All planned work of all pages, where it is kept.
public interface Maintenances {

    void add(Maintenance maintenance);

    /// @throws dev.allclear.Refused.ChangedMeanwhile when somebody saved since `version` was read
    void save(Maintenance maintenance, long version);

    Optional<Stored<Maintenance>> find(PageId page, MaintenanceId id);

    /// All that were planned together, the soonest first.
    List<Stored<Maintenance>> series(PageId page, SeriesId series);

    /// Those that mend the incident or became it, the soonest first.
    List<Stored<Maintenance>> kinOf(PageId page, IncidentId incident);

    /// Those that are planned or running, the next one first.
    List<Stored<Maintenance>> open(PageId page);

    /// All, by start of the window, latest first.
    List<Stored<Maintenance>> all(PageId page);
}
