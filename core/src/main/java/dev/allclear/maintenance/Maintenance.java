package dev.allclear.maintenance;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Planned work on the service, as announced to customers.
///
/// @param notices oldest first; never empty
public record Maintenance(
        MaintenanceId id,
        PageId page,
        String title,
        Window window,
        Set<Area> areas,
        Phase phase,
        List<Notice> notices) {

    /// Where the work stands.
    public sealed interface Phase {
        record Scheduled() implements Phase {}

        record Running(Instant since) implements Phase {}

        record Completed(Instant since, Instant at) implements Phase {}

        record Cancelled(Instant at) implements Phase {}
    }

    public Maintenance {
        title = Text.line("title", title, 200);
        areas = Set.copyOf(areas);
        notices = List.copyOf(notices);
    }

    public static Maintenance announced(
            MaintenanceId id,
            PageId page,
            String title,
            Window window,
            Set<Area> areas,
            NoticeId notice,
            String text,
            Instant now,
            String author) {
        if (!window.end().isAfter(now)) {
            throw new Refused.Invalid("end", "Planned work must end in the future.");
        }
        var first = new Notice(notice, Notice.Kind.ANNOUNCED, text, now, author);
        return new Maintenance(id, page, title, window, areas, new Phase.Scheduled(), List.of(first));
    }

    public Maintenance start(NoticeId notice, String text, Instant now, String author) {
        if (!(phase instanceof Phase.Scheduled)) {
            throw new Refused.Conflict("This work has already started, or is over.");
        }
        return with(new Phase.Running(now), new Notice(notice, Notice.Kind.STARTED, text, now, author));
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

    /// Its areas are under maintenance while it runs, and only then: a plan alone changes no state.
    public List<StateChange> stateChanges() {
        return switch (phase) {
            case Phase.Scheduled _, Phase.Cancelled _ -> List.of();
            case Phase.Running(var since) ->
                turn(State.UNDER_MAINTENANCE, since).toList();
            case Phase.Completed(var since, var at) ->
                Stream.concat(turn(State.UNDER_MAINTENANCE, since), turn(State.OPERATIONAL, at))
                        .toList();
        };
    }

    private Stream<StateChange> turn(State state, Instant at) {
        return areas.stream().map(area -> new StateChange(area, Cause.maintenance(id.value()), state, at));
    }

    private Maintenance with(Phase next, Notice notice) {
        var all = new ArrayList<>(notices);
        all.add(notice);
        return new Maintenance(id, page, title, window, areas, next, all);
    }
}
