package dev.allclear.operation;

import dev.allclear.maintenance.Details;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.util.Map;
import java.util.Optional;

/// What somebody changes about planned work after it was announced.
///
/// @param expected in which state each affected part is meanwhile; while it runs, since it began
/// @param word told to everybody who hears of the work; empty to change it quietly
public record WorkRevision(String title, Map<Area, State> expected, Details details, Optional<String> word) {

    public WorkRevision {
        expected = Map.copyOf(expected);
    }
}
