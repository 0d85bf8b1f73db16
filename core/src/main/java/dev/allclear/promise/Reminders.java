package dev.allclear.promise;

import dev.allclear.PageId;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import java.util.List;
import java.util.Optional;

/// The steps that were taken, and who looks after what, where they are kept.
public interface Reminders {

    /// Notes that a step is taken now.
    ///
    /// @return false when it was taken before, by whomever
    boolean take(Reminder reminder);

    Optional<Reminder> find(PageId page, ReminderId id);

    /// What was done about an incident, oldest first.
    List<Reminder> of(PageId page, IncidentId incident);

    /// What was done about one promise.
    List<Reminder> of(PageId page, IncidentId incident, UpdateId promise);

    Ownership ownership(PageId page, IncidentId incident);

    void own(PageId page, IncidentId incident, Ownership ownership);
}
