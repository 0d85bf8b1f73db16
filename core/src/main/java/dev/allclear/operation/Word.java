package dev.allclear.operation;

import dev.allclear.incident.Stage;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The next thing to say about an open incident.
///
/// @param text Markdown
/// @param areas what is affected from now on; empty to leave it as it is
/// @param nextUpdateDue empty for what the cadence of the severity says
public record Word(Stage stage, String text, Optional<Map<Area, State>> areas, Optional<Instant> nextUpdateDue) {}
