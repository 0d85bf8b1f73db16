package dev.allclear.rehearsal;

import dev.allclear.incident.AllClear;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Severity;
import dev.allclear.playbook.Leftovers;
import dev.allclear.playbook.Occasion;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One message of a rehearsal: everything that would have gone out.
///
/// @param occasion how far the outage was: one of an outage's
/// @param title of the whole incident; that of the first line counts
/// @param due by when the next one is promised, in the time of the rehearsal; empty for an all-clear
/// @param restoredAt for an all-clear, when service was back
/// @param answers what an all-clear answers beside its text; empty where it answers nothing
/// @param at in the time of the rehearsal
/// @param decisions what somebody had to decide for it
public record Line(
        Occasion occasion,
        String title,
        Severity severity,
        String text,
        Facts facts,
        Map<Area, State> areas,
        Optional<Instant> due,
        Optional<Instant> restoredAt,
        Optional<AllClear> answers,
        Instant at,
        String author,
        int decisions) {

    public Line {
        areas = Map.copyOf(areas);
        Leftovers.refuse("title", title);
        Leftovers.refuse("text", text);
    }

    boolean isAllClear() {
        return occasion == Occasion.RESOLVED;
    }
}
