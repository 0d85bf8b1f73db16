package dev.allclear.desk.api;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.WorkPlan;
import dev.allclear.people.Actor;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `/maintenances`: planned work.
final class MaintenanceResource {

    private final Store store;
    private final MaintenanceDesk desk;
    private final Json json;
    private final Replies replies;

    MaintenanceResource(Store store, MaintenanceDesk desk, Json json) {
        this.store = store;
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/maintenances", Permission.VIEW_DESK, this::list);
        mount.post("/maintenances", Permission.PUBLISH, this::announce);
        mount.get("/maintenances/{id}", Permission.VIEW_DESK, this::show);
        mount.post("/maintenances/{id}/start", Permission.PUBLISH, ask -> step(ask, desk::start));
        mount.post("/maintenances/{id}/progress", Permission.PUBLISH, ask -> step(ask, desk::progress));
        mount.post("/maintenances/{id}/completion", Permission.PUBLISH, ask -> step(ask, desk::complete));
        mount.post("/maintenances/{id}/cancellation", Permission.PUBLISH, ask -> step(ask, desk::cancel));
    }

    /// One planned work in the API.
    private record View(
            String id,
            String title,
            String status,
            Instant start,
            Instant end,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            List<PlainArea> areas,
            List<NoticeView> notices) {}

    private record PlainArea(String component, Optional<String> region) {}

    private record NoticeView(String id, String kind, String text, Instant at, String author) {}

    private record Listed(List<View> maintenances, Optional<String> nextCursor) {}

    private Answer list(Ask ask) {
        var portion = Portion.of(ask);
        var shown = store.reading(tx -> tx.maintenances().all(ask.page().id())).stream()
                .skip(portion.offset())
                .limit(portion.limit())
                .map(stored -> view(stored.value()))
                .toList();
        return replies.ok(new Listed(shown, portion.next(shown.size())));
    }

    private Answer announce(Ask ask) {
        var fields = Fields.of(ask, json);
        var title = fields.line("title", 200);
        var start = fields.time("start");
        var end = fields.time("end");
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            fields.wrong("end", "The work must end after it starts.");
        }
        var areas = fields.maybe("areas", name -> AreaView.readPlain(fields, name));
        var text = fields.prose("text", 20_000);
        var emergency = fields.maybe("emergency", name -> fields.line(name, 500));
        fields.refuseIfWrong();
        var window = new Window(start.orElseThrow(), end.orElseThrow());
        var plan = new WorkPlan(title.orElseThrow(), window, areas.orElse(Set.of()));
        var announced = desk.announce(
                ask.page().id(),
                emergency.map(why -> plan.with(Details.NONE.withEmergency(why))).orElse(plan),
                text.orElseThrow(),
                ask.actor());
        return created(ask, announced);
    }

    private Answer show(Ask ask) {
        var found = store.reading(tx -> tx.maintenances().find(ask.page().id(), id(ask)))
                .orElseThrow(() -> new Refused.NotFound("maintenance"));
        return replies.ok(view(found.value()), found.version());
    }

    /// One of the front door's steps.
    private interface Step {
        Stored<Maintenance> take(PageId page, MaintenanceId id, String text, Actor actor);
    }

    private Answer step(Ask ask, Step step) {
        var fields = Fields.of(ask, json);
        var text = fields.prose("text", 20_000);
        fields.refuseIfWrong();
        return created(ask, store.inTransaction(tx -> {
            var before = tx.maintenances()
                    .find(ask.page().id(), id(ask))
                    .orElseThrow(() -> new Refused.NotFound("maintenance"));
            Tags.mustBe(Tags.seen(ask, "maintenance"), before.version(), "maintenance");
            return step.take(ask.page().id(), id(ask), text.orElseThrow(), ask.actor());
        }));
    }

    private static MaintenanceId id(Ask ask) {
        return new MaintenanceId(ask.variable("id"));
    }

    private Answer created(Ask ask, Stored<Maintenance> stored) {
        var path = Mount.ROOT + "/maintenances/" + stored.value().id().value();
        return replies.created(ask, path, view(stored.value()), stored.version());
    }

    private static View view(Maintenance work) {
        return new View(
                work.id().value(),
                work.title(),
                status(work.phase()),
                work.window().start(),
                work.window().end(),
                startedAt(work.phase()),
                endedAt(work.phase()),
                work.areas().stream()
                        .map(area -> new PlainArea(
                                area.component().value(), area.region().map(region -> region.value())))
                        .sorted(Comparator.comparing(PlainArea::component)
                                .thenComparing(area -> area.region().orElse("")))
                        .toList(),
                work.notices().stream()
                        .map(notice -> new NoticeView(
                                notice.id().value(), notice.kind().key(), notice.text(), notice.at(), notice.author()))
                        .toList());
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
