package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import dev.allclear.people.Actor;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes an incident of the past from what was said then.
final class Backfill {

    private Backfill() {}

    /// @param now nothing entered like this lies after it
    /// @param cadence how soon we owe a word of our own if it is still open
    static Incident incident(
            PageId page, PastIncident past, Actor actor, Entropy entropy, Instant now, Duration cadence) {
        if (past.words().isEmpty()) {
            throw new Refused.Invalid("text", "Say at least one thing about it.");
        }
        if (past.startedAt().isAfter(now)) {
            throw new Refused.Invalid("startedAt", "An incident can't begin in the future.");
        }
        var id = new IncidentId(entropy.id());
        var updates = updates(past, actor, entropy);
        return past.resolvedAt()
                .map(end -> over(id, page, past, updates, end, now))
                .orElseGet(() -> open(id, page, past, updates, now.plus(cadence)));
    }

    private static Incident over(
            IncidentId id, PageId page, PastIncident past, List<Update> updates, Instant end, Instant now) {
        if (end.isAfter(now)) {
            throw new Refused.Invalid("resolvedAt", "It can't have ended in the future.");
        }
        return Incident.backfilled(
                id, page, past.title(), past.severity(), past.startedAt(), end, past.facts(), updates, past.origin());
    }

    private static Incident open(IncidentId id, PageId page, PastIncident past, List<Update> updates, Instant due) {
        var phase = new Phase.Open(stage(updates.getLast()), due);
        return new Incident(
                id,
                page,
                past.title(),
                past.severity(),
                past.severity(),
                phase,
                past.startedAt(),
                past.facts(),
                updates,
                true,
                past.origin());
    }

    private static Stage stage(Update latest) {
        return switch (latest.kind()) {
            case IDENTIFIED -> Stage.IDENTIFIED;
            case MONITORING -> Stage.MONITORING;
            case INVESTIGATING, RESOLVED, REOPENED, FALSE_ALARM, CANCELLED -> Stage.INVESTIGATING;
        };
    }

    private static List<Update> updates(PastIncident past, Actor actor, Entropy entropy) {
        var updates = new ArrayList<Update>();
        for (var word : past.words()) {
            var isLast = updates.size() == past.words().size() - 1;
            var usual = isLast && past.resolvedAt().isPresent() ? Update.Kind.RESOLVED : Update.Kind.INVESTIGATING;
            var kind = word.kind().orElse(usual);
            // A lone all-clear still has to say what was affected, or the history would not know.
            Map<Area, State> areas = kind == Update.Kind.RESOLVED && !updates.isEmpty() ? Map.of() : past.areas();
            updates.add(new Update(
                    new UpdateId(entropy.id()),
                    kind,
                    word.text(),
                    areas,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    word.at(),
                    actor.name(),
                    List.of()));
        }
        return updates;
    }
}
