package dev.allclear.desk.api;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.WorkRevision;
import dev.allclear.people.Actor;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `/maintenances`: planned work.
final class MaintenanceResource {

    private static final int TEXT = 20_000;

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
        mount.patch("/maintenances/{id}", Permission.PUBLISH, this::revise);
        mount.post("/maintenances/{id}/move", Permission.PUBLISH, this::move);
        mount.post("/maintenances/{id}/start", Permission.PUBLISH, ask -> saying(ask, desk::start));
        mount.post("/maintenances/{id}/progress", Permission.PUBLISH, ask -> saying(ask, desk::progress));
        mount.post("/maintenances/{id}/extension", Permission.PUBLISH, this::extend);
        mount.post("/maintenances/{id}/completion", Permission.PUBLISH, ask -> saying(ask, desk::complete));
        mount.post("/maintenances/{id}/thanks", Permission.PUBLISH, ask -> saying(ask, desk::thank));
        mount.post("/maintenances/{id}/cancellation", Permission.PUBLISH, this::cancel);
    }

    private record Listed(List<WorkView> maintenances, Optional<String> nextCursor) {}

    private Answer list(Ask ask) {
        var portion = Portion.of(ask);
        var shown = store.reading(tx -> tx.maintenances().all(ask.page().id())).stream()
                .skip(portion.offset())
                .limit(portion.limit())
                .map(stored -> WorkView.of(stored.value()))
                .toList();
        return replies.ok(new Listed(shown, portion.next(shown.size())));
    }

    private Answer announce(Ask ask) {
        var fields = Fields.of(ask, json);
        var plan = WorkBody.plan(fields, ask.page().zone());
        var text = fields.prose("text", TEXT);
        fields.refuseIfWrong();
        return created(ask, desk.announce(ask.page().id(), plan.orElseThrow(), text.orElseThrow(), ask.actor()));
    }

    private Answer show(Ask ask) {
        var found = store.reading(tx -> find(tx, ask));
        return replies.ok(WorkView.of(found.value()), found.version());
    }

    /// Whatever is sent replaces what was there; with a `text`, everybody hears of it.
    private Answer revise(Ask ask) {
        var fields = Fields.of(ask, json);
        var text = fields.maybe("text", name -> fields.prose(name, TEXT));
        var title = fields.maybe("title", name -> fields.line(name, 200));
        var areas = fields.maybe("areas", name -> WorkBody.areas(fields, name));
        var revised = changed(ask, before -> {
            var work = before.value();
            var details = WorkBody.details(fields, work.details());
            fields.refuseIfWrong();
            var revision = new WorkRevision(title.orElse(work.title()), areas.orElse(work.expected()), details, text);
            return desk.revise(ask.page().id(), work.id(), revision, before.version(), ask.actor());
        });
        return replies.ok(WorkView.of(revised.value()), revised.version());
    }

    private Answer move(Ask ask) {
        var fields = Fields.of(ask, json);
        var window = WorkBody.window(fields);
        var text = fields.prose("text", TEXT);
        fields.refuseIfWrong();
        return stepped(ask, (page, id, actor) -> desk.move(page, id, window.orElseThrow(), text.orElseThrow(), actor));
    }

    private Answer extend(Ask ask) {
        var fields = Fields.of(ask, json);
        var end = fields.time("end");
        var text = fields.prose("text", TEXT);
        fields.refuseIfWrong();
        return stepped(ask, (page, id, actor) -> desk.extend(page, id, end.orElseThrow(), text.orElseThrow(), actor));
    }

    /// With `series`, all that were planned together with it and are still ahead.
    private Answer cancel(Ask ask) {
        var fields = Fields.of(ask, json);
        var text = fields.prose("text", TEXT);
        var isOfAll = fields.maybe("series", fields::flag).orElse(false);
        fields.refuseIfWrong();
        return stepped(
                ask,
                (page, id, actor) -> isOfAll
                        ? desk.cancelAll(page, id, text.orElseThrow(), actor)
                        : desk.cancel(page, id, text.orElseThrow(), actor));
    }

    /// A step of the front door that takes a text.
    private interface Saying {
        Stored<Maintenance> take(PageId page, MaintenanceId id, String text, Actor actor);
    }

    private Answer saying(Ask ask, Saying saying) {
        var fields = Fields.of(ask, json);
        var text = fields.prose("text", TEXT);
        fields.refuseIfWrong();
        return stepped(ask, (page, id, actor) -> saying.take(page, id, text.orElseThrow(), actor));
    }

    /// Any step of the front door.
    private interface Step {
        Stored<Maintenance> take(PageId page, MaintenanceId id, Actor actor);
    }

    private Answer stepped(Ask ask, Step step) {
        return created(ask, changed(ask, _ -> step.take(ask.page().id(), id(ask), ask.actor())));
    }

    /// Changes what the sender has seen.
    private Stored<Maintenance> changed(Ask ask, Function<Stored<Maintenance>, Stored<Maintenance>> change) {
        return store.inTransaction(tx -> {
            var before = find(tx, ask);
            Tags.mustBe(Tags.seen(ask, "maintenance"), before.version(), "maintenance");
            return change.apply(before);
        });
    }

    private static Stored<Maintenance> find(Tx tx, Ask ask) {
        return tx.maintenances().find(ask.page().id(), id(ask)).orElseThrow(() -> new Refused.NotFound("maintenance"));
    }

    private static MaintenanceId id(Ask ask) {
        return new MaintenanceId(ask.variable("id"));
    }

    private Answer created(Ask ask, Stored<Maintenance> stored) {
        var path = Mount.ROOT + "/maintenances/" + stored.value().id().value();
        return replies.created(ask, path, WorkView.of(stored.value()), stored.version());
    }
}
