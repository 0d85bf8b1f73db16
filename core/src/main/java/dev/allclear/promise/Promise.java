package dev.allclear.promise;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// "Next update by 14:30", and what became of it. Never stored: it follows from the timeline alone.
///
/// @param madeBy the update that promised
public record Promise(UpdateId madeBy, Instant due, Outcome outcome) {

    /// Times are told to the minute, so one promised for 14:30 is kept until that minute is over.
    static final Duration TOLD_TO = Duration.ofMinutes(1);

    /// What became of it.
    public sealed interface Outcome {
        /// Still time.
        record Ahead() implements Outcome {}

        /// The time has passed and nothing was said.
        record Overdue() implements Outcome {}

        record Kept(Instant at) implements Outcome {}

        /// @param by how much later the next word came
        record Missed(Instant at, Duration by) implements Outcome {}
    }

    /// All promises of an incident, oldest first. Backfilled ones never made any.
    public static List<Promise> of(Incident incident, Instant now) {
        var promises = new ArrayList<Promise>();
        var updates = incident.backfilled() ? List.<Update>of() : incident.updates();
        for (var i = 0; i < updates.size(); i++) {
            var update = updates.get(i);
            if (update.nextUpdateDue().isPresent()) {
                var due = update.nextUpdateDue().get();
                var outcome =
                        i + 1 < updates.size() ? kept(due, updates.get(i + 1).at()) : waiting(due, now);
                promises.add(new Promise(update.id(), due, outcome));
            }
        }
        return promises;
    }

    private static Outcome kept(Instant due, Instant at) {
        return at.isBefore(due.plus(TOLD_TO))
                ? new Outcome.Kept(at)
                : new Outcome.Missed(at, Duration.between(due, at));
    }

    private static Outcome waiting(Instant due, Instant now) {
        return now.isBefore(due.plus(TOLD_TO)) ? new Outcome.Ahead() : new Outcome.Overdue();
    }

    public boolean isMissed() {
        return outcome instanceof Outcome.Missed || outcome instanceof Outcome.Overdue;
    }

    public boolean isKept() {
        return outcome instanceof Outcome.Kept;
    }
}
