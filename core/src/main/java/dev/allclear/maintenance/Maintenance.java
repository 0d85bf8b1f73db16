package dev.allclear.maintenance;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.incident.IncidentId;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Planned work on the service, as announced to customers.
///
/// @param window as it is planned now
/// @param part where it is one of several that were planned together
/// @param kin the incidents that it has to do with
/// @param expected in which state each affected part will be meanwhile
/// @param notices oldest first; never empty
public record Maintenance(
        MaintenanceId id,
        PageId page,
        String title,
        Window window,
        Optional<Part> part,
        Kin kin,
        Map<Area, State> expected,
        Details details,
        Phase phase,
        List<Notice> notices) {

    /// What planned work may do to a part: an outage that is planned counts as maintenance.
    private static final Set<State> EXPECTABLE =
            Set.of(State.OPERATIONAL, State.DEGRADED_PERFORMANCE, State.UNDER_MAINTENANCE);

    /// Where the work stands.
    public sealed interface Phase {
        record Scheduled() implements Phase {}

        record Running(Instant since) implements Phase {}

        record Completed(Instant since, Instant at) implements Phase {}

        record Cancelled(Instant at) implements Phase {}
    }

    public Maintenance {
        title = Text.line("title", title, 200);
        expected = Map.copyOf(expected);
        if (!EXPECTABLE.containsAll(expected.values())) {
            throw new Refused.Invalid("areas", "During planned work a part is under maintenance, slower or as usual.");
        }
        notices = List.copyOf(notices);
    }

    public static Maintenance announced(
            MaintenanceId id,
            PageId page,
            String title,
            Window window,
            Map<Area, State> expected,
            Details details,
            NoticeId notice,
            String text,
            Instant now,
            String author) {
        if (!window.end().isAfter(now)) {
            throw new Refused.Invalid("end", "Planned work must end in the future.");
        }
        var first = new Notice(notice, Notice.Kind.ANNOUNCED, text, now, author);
        return new Maintenance(
                id,
                page,
                title,
                window,
                Optional.empty(),
                Kin.NONE,
                expected,
                details,
                new Phase.Scheduled(),
                List.of(first));
    }

    /// One of several that are planned together.
    public Maintenance partOf(SeriesId series, Instant remindedFrom) {
        var place = Optional.of(new Part(series, remindedFrom));
        return new Maintenance(id, page, title, window, place, kin, expected, details, phase, notices);
    }

    /// Each of them not to be used meanwhile.
    public static Map<Area, State> unusable(Set<Area> areas) {
        return areas.stream().collect(Collectors.toMap(area -> area, _ -> State.UNDER_MAINTENANCE));
    }

    /// Puts right for good what the incident began.
    ///
    /// @param ends whether the incident ends with the announcement
    public Maintenance mending(IncidentId incident, boolean ends) {
        return new Maintenance(
                id, page, title, window, part, Kin.mending(incident, ends), expected, details, phase, notices);
    }

    /// Goes on as an incident, and ends here unless it just has.
    public Maintenance become(IncidentId incident, NoticeId notice, Instant now, String author) {
        return switch (phase) {
            case Phase.Running(var since) ->
                turned(
                        incident,
                        new Phase.Completed(since, now),
                        and(new Notice(notice, Notice.Kind.BECAME_INCIDENT, "", now, author)));
            case Phase.Completed _ -> turned(incident, phase, notices);
            case Phase.Scheduled _, Phase.Cancelled _ ->
                throw new Refused.Conflict("Only work that has begun can turn into an incident.");
        };
    }

    private Maintenance turned(IncidentId incident, Phase next, List<Notice> said) {
        return new Maintenance(id, page, title, window, part, kin.becoming(incident), expected, details, next, said);
    }

    public Maintenance start(NoticeId notice, String text, Instant now, String author) {
        if (!(phase instanceof Phase.Scheduled)) {
            throw new Refused.Conflict("This work has already started, or is over.");
        }
        return with(new Phase.Running(now), new Notice(notice, Notice.Kind.STARTED, text, now, author));
    }

    /// Reminds everybody, once for each rung; one that is longer than the last comes too late.
    public Maintenance remind(Rung rung, NoticeId notice, Instant now, String author) {
        if (!(phase instanceof Phase.Scheduled) || !isAhead(rung)) {
            throw new Refused.Conflict("Everybody has been reminded of this work.");
        }
        return with(
                phase, new Notice(notice, Notice.Kind.REMINDER, "", now, author, Optional.empty(), Optional.of(rung)));
    }

    /// Whether nobody has been reminded as late as that.
    public boolean isAhead(Rung rung) {
        return notices.stream().flatMap(notice -> notice.rung().stream()).allMatch(sent -> sent.compareTo(rung) < 0);
    }

    /// At half time, by itself.
    public Maintenance checkIn(NoticeId notice, Instant now, String author) {
        if (!(phase instanceof Phase.Running) || has(Notice.Kind.CHECK_IN)) {
            throw new Refused.Conflict("Only running work says how it stands, and by itself once.");
        }
        return with(phase, new Notice(notice, Notice.Kind.CHECK_IN, "", now, author));
    }

    public boolean has(Notice.Kind kind) {
        return notices.stream().anyMatch(notice -> notice.kind() == kind);
    }

    /// Takes longer than planned.
    public Maintenance extend(Instant end, NoticeId notice, String text, Instant now, String author) {
        if (!(phase instanceof Phase.Running)) {
            throw new Refused.Conflict("Only running work can take longer. Move the work to another time.");
        }
        if (!end.isAfter(window.end()) || !end.isAfter(now)) {
            throw new Refused.Invalid("end", "Say by when it is over now: later than planned, and in the future.");
        }
        return moved(new Window(window.start(), end), Notice.Kind.EXTENDED, notice, text, now, author);
    }

    /// Takes place at another time. The reminders that are still ahead follow; none comes twice.
    public Maintenance move(Window to, NoticeId notice, String text, Instant now, String author) {
        if (!(phase instanceof Phase.Scheduled)) {
            throw new Refused.Conflict("Only work that has not started can be moved.");
        }
        if (!to.end().isAfter(now)) {
            throw new Refused.Invalid("end", "Planned work must end in the future.");
        }
        if (to.equals(window)) {
            throw new Refused.Invalid("start", "This is when it is planned already.");
        }
        return moved(to, Notice.Kind.MOVED, notice, text, now, author);
    }

    private Maintenance moved(Window to, Notice.Kind kind, NoticeId notice, String text, Instant now, String author) {
        var move = Optional.of(new Move(window, to));
        var said = new Notice(notice, kind, text, now, author, move, Optional.empty());
        // It no longer follows the one before it.
        var place = part.map(one -> new Part(one.series(), now));
        return new Maintenance(id, page, title, to, place, kin, expected, details, phase, and(said));
    }

    /// With other facts beside what was said. When it takes place stays: moving it is a word of its own.
    public Maintenance revised(String nextTitle, Map<Area, State> nextExpected, Details nextDetails) {
        if (isOver()) {
            throw new Refused.Conflict("This work is over.");
        }
        return new Maintenance(id, page, nextTitle, window, part, kin, nextExpected, nextDetails, phase, notices);
    }

    /// Says nothing but that details changed.
    public Maintenance changed(NoticeId notice, Instant now, String author) {
        return with(phase, new Notice(notice, Notice.Kind.REVISED, "", now, author));
    }

    /// Whether it is over, went well, and nobody said thank you.
    public boolean canThank() {
        return phase instanceof Phase.Completed && kin.became().isEmpty() && !has(Notice.Kind.THANKS);
    }

    /// Says thank you once it is over, with what was done.
    public Maintenance thank(NoticeId notice, String text, Instant now, String author) {
        if (!canThank()) {
            throw new Refused.Conflict("Customers are thanked once, when the work is over and went well.");
        }
        return with(phase, new Notice(notice, Notice.Kind.THANKS, text, now, author));
    }

    public Maintenance progress(NoticeId notice, String text, Instant now, String author) {
        if (isOver()) {
            throw new Refused.Conflict("This work is over.");
        }
        return with(phase, new Notice(notice, Notice.Kind.PROGRESS, text, now, author));
    }

    public Maintenance complete(NoticeId notice, String text, Instant now, String author) {
        if (!(phase instanceof Phase.Running(var since))) {
            throw new Refused.Conflict("Only running work can be completed.");
        }
        return with(new Phase.Completed(since, now), new Notice(notice, Notice.Kind.COMPLETED, text, now, author));
    }

    /// It took place while nobody was there to say so, as planned for all we know.
    public Maintenance tookPlace(NoticeId notice, Instant now, String author) {
        if (!(phase instanceof Phase.Scheduled) || now.isBefore(window.end())) {
            throw new Refused.Conflict("This work has started, or its time has not passed.");
        }
        return with(
                new Phase.Completed(window.start(), window.end()),
                new Notice(notice, Notice.Kind.COMPLETED, "", now, author));
    }

    public Maintenance cancel(NoticeId notice, String text, Instant now, String author) {
        if (!(phase instanceof Phase.Scheduled)) {
            throw new Refused.Conflict("Only work that has not started can be cancelled.");
        }
        return with(new Phase.Cancelled(now), new Notice(notice, Notice.Kind.CANCELLED, text, now, author));
    }

    public boolean isOver() {
        return switch (phase) {
            case Phase.Completed _, Phase.Cancelled _ -> true;
            case Phase.Scheduled _, Phase.Running _ -> false;
        };
    }

    public Notice latest() {
        return notices.getLast();
    }

    public Set<Area> areas() {
        return expected.keySet();
    }

    /// How often something has changed since it was announced, for calendars (RFC 5545, SEQUENCE).
    public long sequence() {
        return notices.stream().filter(notice -> notice.kind().isNews()).count() - 1;
    }

    /// What it adds to the record of states.
    public List<StateChange> stateChanges() {
        return new Trace(this).changes();
    }

    private Maintenance with(Phase next, Notice notice) {
        return new Maintenance(id, page, title, window, part, kin, expected, details, next, and(notice));
    }

    private List<Notice> and(Notice notice) {
        var all = new ArrayList<>(notices);
        all.add(notice);
        return all;
    }
}
