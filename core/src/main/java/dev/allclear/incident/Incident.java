package dev.allclear.incident;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One outage as customers live it, with every promise we made about it.
///
/// @param strictest the severest it has been since two people last stood behind a word about it: who lowers the
/// severity
///     alone does not free the next message from the second person
/// @param startedAt since when customers felt it, which may be earlier than the first update
/// @param updates oldest first; never empty
/// @param backfilled entered after the fact: nobody was told
/// @param origin where it was imported from, so that importing twice changes nothing; empty for our own
public record Incident(
        IncidentId id,
        PageId page,
        String title,
        Severity severity,
        Severity strictest,
        Phase phase,
        Instant startedAt,
        Facts facts,
        List<Update> updates,
        boolean backfilled,
        Optional<String> origin) {

    public Incident {
        title = Text.line("title", title, 200);
        updates = List.copyOf(updates);
        if (updates.isEmpty()) {
            throw new IllegalArgumentException("an incident begins with its first update");
        }
    }

    /// The first word about an outage, with the promise of the next.
    public static Incident declared(
            IncidentId id,
            PageId page,
            String title,
            Severity severity,
            Instant startedAt,
            Facts facts,
            Map<Area, State> areas,
            Stage stage,
            Words words,
            Instant nextUpdateDue) {
        if (startedAt.isAfter(words.at())) {
            throw new Refused.Invalid("startedAt", "An incident can't begin in the future.");
        }
        promised(nextUpdateDue, words.at());
        var first = update(Update.Kind.of(stage), words, areas, Optional.of(nextUpdateDue));
        return new Incident(
                id,
                page,
                title,
                severity,
                severity,
                new Phase.Open(stage, nextUpdateDue),
                startedAt,
                facts,
                List.of(first),
                false,
                Optional.empty());
    }

    /// An incident of the past, whole, entered silently.
    public static Incident backfilled(
            IncidentId id,
            PageId page,
            String title,
            Severity severity,
            Instant startedAt,
            Instant resolvedAt,
            Facts facts,
            List<Update> updates,
            Optional<String> origin) {
        if (resolvedAt.isBefore(startedAt)) {
            throw new Refused.Invalid("resolvedAt", "It can't have ended before it began.");
        }
        return new Incident(
                id,
                page,
                title,
                severity,
                severity,
                new Phase.Resolved(resolvedAt),
                startedAt,
                facts,
                updates,
                true,
                origin);
    }

    /// Says something new while it is open, and renews the promise.
    public Incident post(Stage stage, Words words, Map<Area, State> areas, Instant nextUpdateDue) {
        mustBeOpen();
        promised(nextUpdateDue, words.at());
        var update = update(Update.Kind.of(stage), words, areas, Optional.of(nextUpdateDue));
        return with(new Phase.Open(stage, nextUpdateDue), update);
    }

    /// The all-clear in words alone.
    public Incident resolve(Words allClear, Instant restoredAt) {
        return resolve(allClear, restoredAt, Optional.empty());
    }

    /// The all-clear. Everything works again.
    ///
    /// @param restoredAt when it did, at the latest now
    public Incident resolve(Words allClear, Instant restoredAt, Optional<AllClear> answers) {
        mustBeOpen();
        if (restoredAt.isAfter(allClear.at()) || restoredAt.isBefore(startedAt)) {
            throw new Refused.Invalid("restoredAt", "Choose a time between the start of the incident and now.");
        }
        var update = new Update(
                allClear.id(),
                Update.Kind.RESOLVED,
                allClear.text(),
                Map.of(),
                Optional.empty(),
                Optional.of(restoredAt),
                answers,
                allClear.at(),
                allClear.author(),
                List.of());
        return with(new Phase.Resolved(restoredAt), update);
    }

    /// It is back: the all-clear was too early.
    public Incident reopen(Stage stage, Words words, Map<Area, State> areas, Instant nextUpdateDue) {
        if (phase instanceof Phase.Open) {
            throw new Refused.Conflict("This incident is still open.");
        }
        if (phase instanceof Phase.PostIncident) {
            throw new Refused.Conflict("The report on this incident is published, and would be lost if it were"
                    + " reopened. Declare a new incident instead.");
        }
        promised(nextUpdateDue, words.at());
        var update = update(Update.Kind.REOPENED, words, areas, Optional.of(nextUpdateDue));
        return with(new Phase.Open(stage, nextUpdateDue), update);
    }

    /// Takes it back: nothing was broken. The words stay, and no downtime remains.
    public Incident withdraw(Phase.Reason reason, Words words) {
        mustBeOpen();
        var kind = switch (reason) {
            case FALSE_ALARM -> Update.Kind.FALSE_ALARM;
            case CANCELLED -> Update.Kind.CANCELLED;
        };
        return with(new Phase.Withdrawn(words.at(), reason), update(kind, words, Map.of(), Optional.empty()));
    }

    /// Publishes the post-incident report, or a better version of it.
    public Incident report(Report report) {
        return switch (phase) {
            case Phase.Resolved(var at) -> with(new Phase.PostIncident(at, report));
            case Phase.PostIncident(var at, var _) -> with(new Phase.PostIncident(at, report));
            case Phase.Open _ -> throw new Refused.Conflict("Resolve the incident before its report is published.");
            case Phase.Withdrawn _ -> throw new Refused.Conflict("A withdrawn incident has no report.");
        };
    }

    /// Puts published words right, visibly.
    public Incident correct(UpdateId wrong, String right, String why, Instant now) {
        var found = updates.stream().filter(update -> update.id().equals(wrong)).findFirst();
        if (found.isEmpty()) {
            throw new Refused.NotFound("update");
        }
        if (found.get().text().equals(Text.prose("text", right, Update.TEXT_LIMIT))) {
            throw new Refused.Invalid("text", "This is what it says already.");
        }
        var next = updates.stream()
                .map(update -> update.id().equals(wrong) ? update.corrected(right, why, now) : update)
                .toList();
        return new Incident(id, page, title, severity, strictest, phase, startedAt, facts, next, backfilled, origin);
    }

    /// Changes what is known, without a new word in the timeline.
    public Incident revise(String newTitle, Severity newSeverity, Facts newFacts) {
        var severest = newSeverity.compareTo(strictest) > 0 ? newSeverity : strictest;
        return new Incident(
                id, page, newTitle, newSeverity, severest, phase, startedAt, newFacts, updates, backfilled, origin);
    }

    /// Two people stand behind it as it is, and behind how severe it is.
    public Incident agreed() {
        return new Incident(id, page, title, severity, severity, phase, startedAt, facts, updates, backfilled, origin);
    }

    /// As it stood when we said that, for whoever hears it late: later updates are not there yet, and what was only
    /// estimated or found out about it is left out once there were any, since nobody knows any more since when. Title,
    /// severity and corrections are those of today.
    public Incident asOf(UpdateId id) {
        var then = new ArrayList<Update>();
        for (var update : updates) {
            then.add(update);
            if (update.id().equals(id)) {
                break;
            }
        }
        if (then.size() == updates.size()) {
            return this;
        }
        // Today's workaround, or its absence, may be wrong of then: nothing is said of one.
        var known = new Facts(facts.impact(), new Workaround.NotNeeded(), new RootCause.Unknown(), Optional.empty());
        return new Incident(
                this.id,
                page,
                title,
                severity,
                strictest,
                then.getLast().phase(),
                startedAt,
                known,
                then,
                backfilled,
                origin);
    }

    public boolean isOpen() {
        return phase instanceof Phase.Open;
    }

    public Update latest() {
        return updates.getLast();
    }

    public Update first() {
        return updates.getFirst();
    }

    /// When service was back; empty while it isn't, and for what never was an outage.
    public Optional<Instant> resolvedAt() {
        return switch (phase) {
            case Phase.Resolved(var at) -> Optional.of(at);
            case Phase.PostIncident(var at, var _) -> Optional.of(at);
            case Phase.Open _, Phase.Withdrawn _ -> Optional.empty();
        };
    }

    /// What is affected now, and in which state.
    public Map<Area, State> areas() {
        return latest().areas();
    }

    /// What is affected; of a closed incident, what was when it was last open.
    public Map<Area, State> lastAreas() {
        return updates.reversed().stream()
                .map(Update::areas)
                .filter(areas -> !areas.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /// Everything that was affected at any time.
    public Set<Area> everAffected() {
        var all = new HashSet<Area>();
        updates.forEach(update -> all.addAll(update.areas().keySet()));
        return all;
    }

    /// What this incident adds to the record of states: the first areas since it began, then update by update, and
    /// all of them back to operational when service was, whatever we said after that; reopened, the same again. A
    /// withdrawn incident leaves no trace.
    public List<StateChange> stateChanges() {
        return phase instanceof Phase.Withdrawn ? List.of() : new Trace(this).changes();
    }

    private void mustBeOpen() {
        if (!isOpen()) {
            throw new Refused.Conflict("This incident is closed. Reopen it to say more.");
        }
    }

    private static void promised(Instant due, Instant now) {
        if (!due.isAfter(now)) {
            throw new Refused.Invalid(
                    "nextUpdateDue", "The next update must lie ahead: an open incident always owes one.");
        }
    }

    private static Update update(Update.Kind kind, Words words, Map<Area, State> areas, Optional<Instant> due) {
        return new Update(
                words.id(),
                kind,
                words.text(),
                areas,
                due,
                Optional.empty(),
                Optional.empty(),
                words.at(),
                words.author(),
                List.of());
    }

    private Incident with(Phase next, Update update) {
        var all = new ArrayList<>(updates);
        all.add(update);
        return new Incident(id, page, title, severity, strictest, next, startedAt, facts, all, backfilled, origin);
    }

    private Incident with(Phase next) {
        return new Incident(id, page, title, severity, strictest, next, startedAt, facts, updates, backfilled, origin);
    }
}
