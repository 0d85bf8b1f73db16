package dev.allclear.status;

import java.time.Instant;

/// From this instant on, this cause holds this area in this state, until its next change.
public record StateChange(Area area, Cause cause, State state, Instant at) {}
