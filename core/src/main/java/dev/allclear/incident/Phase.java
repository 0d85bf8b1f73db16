package dev.allclear.incident;

import java.time.Instant;

/// Where an incident stands in its life. An open one always owes a next update; no other ever does.
public sealed interface Phase {

    /// @param nextUpdateDue the instant by which we promised to speak again
    record Open(Stage stage, Instant nextUpdateDue) implements Phase {}

    /// @param at when the service was back, which may be earlier than the all-clear
    record Resolved(Instant at) implements Phase {}

    /// Resolved, and what we learned is published.
    record PostIncident(Instant resolvedAt, Report report) implements Phase {}

    /// It was no outage after all, or it was declared by mistake.
    record Withdrawn(Instant at, Reason reason) implements Phase {}

    /// Why an incident was withdrawn.
    enum Reason {
        FALSE_ALARM,
        CANCELLED
    }
}
