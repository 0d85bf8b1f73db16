package dev.allclear.desk.console.incidents;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Severity;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Something about to be said.
///
/// @param incident about which; empty for a new one
/// @param label the stage, as customers read it
/// @param areas what is hit from then on
/// @param action what the publish button does, beside mailing
record Saying(
        Optional<Incident> incident,
        Severity severity,
        String title,
        String label,
        String text,
        Map<Area, State> areas,
        Optional<Instant> due,
        String action) {}
