package dev.allclear.desk.console.maintenance;

import dev.allclear.maintenance.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where planned work stands, for showing it.
///
/// @param key as in `data-phase`
/// @param end when it was over; empty before
public record Phases(String key, String label, Instant start, Optional<Instant> end) {

    static Phases of(Maintenance work) {
        return switch (work.phase()) {
            case Maintenance.Phase.Scheduled _ ->
                new Phases("scheduled", "Scheduled", work.window().start(), Optional.empty());
            case Maintenance.Phase.Running(var since) -> new Phases("running", "Running", since, Optional.empty());
            case Maintenance.Phase.Completed(var since, var at) ->
                new Phases("completed", "Completed", since, Optional.of(at));
            case Maintenance.Phase.Cancelled(var at) ->
                new Phases("cancelled", "Cancelled", work.window().start(), Optional.of(at));
        };
    }

    public boolean isRunning() {
        return key.equals("running");
    }

    public boolean isScheduled() {
        return key.equals("scheduled");
    }

    public boolean isCompleted() {
        return key.equals("completed");
    }

    public Duration took() {
        return Duration.between(start, end.orElse(start));
    }
}
