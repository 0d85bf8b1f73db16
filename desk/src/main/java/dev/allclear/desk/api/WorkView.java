package dev.allclear.desk.api;

import dev.allclear.incident.IncidentId;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.SeriesId;
import dev.allclear.maintenance.Todo;
import dev.allclear.maintenance.Window;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One planned work in the API.
///
/// @param series what was planned together has it in common
/// @param mends the incident that goes on as this work
/// @param became the incident as which this work goes on
record WorkView(
        String id,
        String title,
        String status,
        Instant start,
        Instant end,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> series,
        Optional<String> mends,
        Optional<String> became,
        List<AreaView> areas,
        DetailsView details,
        List<NoticeView> notices) {

    /// What customers need to know beside what and when.
    private record DetailsView(
            Optional<String> why,
            Optional<String> stops,
            Optional<String> goesOn,
            Optional<TodoView> todo,
            Optional<String> contact,
            List<String> links,
            Optional<String> emergency,
            boolean byItself) {}

    private record TodoView(String kind, Optional<String> text) {}

    private record WindowView(Instant start, Instant end) {}

    private record NoticeView(
            String id, String kind, String text, Instant at, String author, Optional<WindowView> moved) {}

    static WorkView of(Maintenance work) {
        return new WorkView(
                work.id().value(),
                work.title(),
                status(work.phase()),
                work.window().start(),
                work.window().end(),
                startedAt(work.phase()),
                endedAt(work.phase()),
                work.part().map(part -> part.series()).map(SeriesId::value),
                work.kin().mends().map(IncidentId::value),
                work.kin().became().map(IncidentId::value),
                AreaView.of(work.expected()),
                details(work.details()),
                work.notices().stream().map(WorkView::notice).toList());
    }

    private static DetailsView details(Details details) {
        return new DetailsView(
                details.why(),
                details.stops(),
                details.goesOn(),
                todo(details.todo()),
                details.contact(),
                details.links().stream().map(URI::toString).toList(),
                details.emergency(),
                details.byItself());
    }

    private static Optional<TodoView> todo(Todo todo) {
        return switch (todo) {
            case Todo.Unsaid _ -> Optional.empty();
            case Todo.Nothing _ -> Optional.of(new TodoView("nothing", Optional.empty()));
            case Todo.Act(var text) -> Optional.of(new TodoView("act", Optional.of(text)));
        };
    }

    private static NoticeView notice(Notice notice) {
        return new NoticeView(
                notice.id().value(),
                notice.kind().key(),
                notice.text(),
                notice.at(),
                notice.author(),
                notice.move().map(move -> window(move.after())));
    }

    private static WindowView window(Window window) {
        return new WindowView(window.start(), window.end());
    }

    private static String status(Maintenance.Phase phase) {
        return switch (phase) {
            case Maintenance.Phase.Scheduled _ -> "scheduled";
            case Maintenance.Phase.Running _ -> "running";
            case Maintenance.Phase.Completed _ -> "completed";
            case Maintenance.Phase.Cancelled _ -> "cancelled";
        };
    }

    private static Optional<Instant> startedAt(Maintenance.Phase phase) {
        return switch (phase) {
            case Maintenance.Phase.Running(var since) -> Optional.of(since);
            case Maintenance.Phase.Completed(var since, var _) -> Optional.of(since);
            case Maintenance.Phase.Scheduled _, Maintenance.Phase.Cancelled _ -> Optional.empty();
        };
    }

    private static Optional<Instant> endedAt(Maintenance.Phase phase) {
        return switch (phase) {
            case Maintenance.Phase.Completed(var _, var at) -> Optional.of(at);
            case Maintenance.Phase.Cancelled(var at) -> Optional.of(at);
            case Maintenance.Phase.Scheduled _, Maintenance.Phase.Running _ -> Optional.empty();
        };
    }
}
