package dev.allclear.page;

import dev.allclear.incident.AllClear;
import dev.allclear.incident.Estimate;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Update;
import dev.allclear.incident.Workaround;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One incident as readers see it: nothing in it is for the desk alone.
///
/// @param phase with the report, if there is one, as it is for readers
/// @param impact what customers notice; may be empty, as `scope`, `doing` and `fix` may
/// @param cause what we may say of it; empty when we don't know or may not say
/// @param affected what is affected now; for a closed incident, what was
/// @param updates newest first
public record PublicIncident(
        IncidentId id,
        String title,
        Severity severity,
        Phase phase,
        Instant startedAt,
        String impact,
        String scope,
        Workaround workaround,
        String doing,
        Optional<Cause> cause,
        String fix,
        Optional<Restoration> estimate,
        List<PublicArea> affected,
        List<PublicUpdate> updates,
        boolean backfilled) {

    /// What we say of the cause.
    public record Cause(boolean certain, String text) {}

    /// When service should be back, without the name of who confirmed it.
    ///
    /// @param former earlier estimates, oldest first
    public record Restoration(Instant restoredBy, List<Estimate.Former> former) {}

    public boolean isOpen() {
        return phase instanceof Phase.Open;
    }

    /// The promised next update; empty when none is owed.
    public Optional<Instant> nextUpdateDue() {
        return phase instanceof Phase.Open(var _, var due) ? Optional.of(due) : Optional.empty();
    }

    public boolean isLate(Instant now) {
        return nextUpdateDue().map(now::isAfter).orElse(false);
    }

    /// When service was back; for a withdrawn incident, when it was taken back; empty while it is open.
    public Optional<Instant> endedAt() {
        return switch (phase) {
            case Phase.Open _ -> Optional.empty();
            case Phase.Resolved(var at) -> Optional.of(at);
            case Phase.PostIncident(var at, var _) -> Optional.of(at);
            case Phase.Withdrawn(var at, var _) -> Optional.of(at);
        };
    }

    public Optional<Duration> lasted() {
        return endedAt().map(end -> Duration.between(startedAt, end));
    }

    /// What the all-clear answers, once it is given; empty while it is open.
    public Optional<AllClear> allClear() {
        return isOpen() || latest().kind() != Update.Kind.RESOLVED ? Optional.empty() : latest().answers();
    }

    public PublicUpdate latest() {
        return updates.getFirst();
    }

    /// The last time that any word of it changed.
    public Instant changedAt() {
        var published = phase instanceof Phase.PostIncident(var _, var report) ? report.publishedAt() : latest().at();
        return updates.stream()
                .flatMap(update -> update.corrections().stream())
                .map(correction -> correction.at())
                .filter(published::isBefore)
                .max(Instant::compareTo)
                .orElse(published.isAfter(latest().at()) ? published : latest().at());
    }
}
