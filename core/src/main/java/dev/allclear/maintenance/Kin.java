package dev.allclear.maintenance;

import dev.allclear.incident.IncidentId;
import java.util.Optional;
import java.util.stream.Stream;

/// The incidents that a work has to do with.
///
/// @param mends what it puts right for good
/// @param ends whether that incident ended with the announcement of this work, and goes on as it
/// @param became what went wrong while it ran: the work goes on as this incident
public record Kin(Optional<IncidentId> mends, boolean ends, Optional<IncidentId> became) {

    public static final Kin NONE = new Kin(Optional.empty(), false, Optional.empty());

    public static Kin mending(IncidentId incident, boolean ends) {
        return new Kin(Optional.of(incident), ends, Optional.empty());
    }

    Kin becoming(IncidentId incident) {
        return new Kin(mends, ends, Optional.of(incident));
    }

    public Stream<IncidentId> incidents() {
        return Stream.concat(mends.stream(), became.stream());
    }
}
