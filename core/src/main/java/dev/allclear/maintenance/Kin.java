package dev.allclear.maintenance;

import dev.allclear.incident.IncidentId;
import java.util.Optional;
import java.util.stream.Stream;

/// The incidents that a work has to do with.
///
/// @param mends what it puts right for good: the incident goes on as this work
/// @param became what went wrong while it ran: the work goes on as this incident
public record Kin(Optional<IncidentId> mends, Optional<IncidentId> became) {

    public static final Kin NONE = new Kin(Optional.empty(), Optional.empty());

    public static Kin mending(IncidentId incident) {
        return new Kin(Optional.of(incident), Optional.empty());
    }

    Kin becoming(IncidentId incident) {
        return new Kin(mends, Optional.of(incident));
    }

    public Stream<IncidentId> incidents() {
        return Stream.concat(mends.stream(), became.stream());
    }
}
