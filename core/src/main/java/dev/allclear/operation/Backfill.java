package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import dev.allclear.people.Actor;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes an incident of the past from what was said then.
final class Backfill {

    private Backfill() {}

    static Incident incident(PageId page, PastIncident past, Actor actor, Entropy entropy) {
        if (past.words().isEmpty()) {
            throw new Refused.Invalid("text", "Say at least one thing about it.");
        }
        return Incident.backfilled(
                new IncidentId(entropy.id()),
                page,
                past.title(),
                past.severity(),
                past.startedAt(),
                past.resolvedAt(),
                past.facts(),
                updates(past, actor, entropy),
                past.origin());
    }

    /// A single word is the whole story; of several, the last one is the all-clear.
    private static List<Update> updates(PastIncident past, Actor actor, Entropy entropy) {
        var updates = new ArrayList<Update>();
        for (var word : past.words()) {
            var isLast = updates.size() == past.words().size() - 1;
            var kind = isLast ? Update.Kind.RESOLVED : Update.Kind.INVESTIGATING;
            // A lone all-clear still has to say what was affected, or the history would not know.
            Map<Area, State> areas = isLast && past.words().size() > 1 ? Map.of() : past.areas();
            updates.add(new Update(
                    new UpdateId(entropy.id()), kind, word.text(), areas, Optional.empty(), word.at(), actor.name(), List.of()));
        }
        return updates;
    }
}
