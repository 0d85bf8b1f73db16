package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.operation.Declaration;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.PlaybookDesk;
import dev.allclear.operation.Release;
import dev.allclear.operation.Revision;
import dev.allclear.operation.Word;
import dev.allclear.people.Permission;
import dev.allclear.playbook.Message;
import dev.allclear.playbook.Playbook;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `/incidents` and what can be said and done about one.
final class IncidentResource {

    private static final int TITLE = 200;
    private static final int TEXT = 20_000;

    private final Store store;
    private final IncidentDesk desk;
    private final Foretold foretold;
    private final Permalinks permalinks;
    private final Json json;
    private final Replies replies;

    IncidentResource(Store store, IncidentDesk desk, PlaybookDesk playbooks, Permalinks permalinks, Json json) {
        this.store = store;
        this.desk = desk;
        this.foretold = new Foretold(store, playbooks, permalinks);
        this.permalinks = permalinks;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/incidents", Permission.VIEW_DESK, this::list);
        mount.post("/incidents", Permission.PUBLISH, this::declare);
        mount.get("/incidents/{id}", Permission.VIEW_DESK, this::show);
        mount.patch("/incidents/{id}", Permission.PUBLISH, this::revise);
        mount.post("/incidents/{id}/updates", Permission.PUBLISH, this::postUpdate);
        mount.post("/incidents/{id}/resolution", Permission.PUBLISH, this::resolve);
        mount.post("/incidents/{id}/reopening", Permission.PUBLISH, this::reopen);
        mount.post("/incidents/{id}/withdrawal", Permission.PUBLISH, this::withdraw);
        mount.put("/incidents/{id}/report", Permission.PUBLISH, this::report);
        mount.post("/incidents/{id}/updates/{update}/corrections", Permission.PUBLISH, this::correct);
        mount.post("/past-incidents", Permission.PUBLISH, this::backfill);
    }

    private record Listed(List<IncidentView> incidents, Optional<String> nextCursor) {}

    private Answer list(Ask ask) {
        var filter = IncidentFilter.of(ask);
        var portion = Portion.of(ask);
        var found = store.reading(tx -> filter.apply(tx, ask.page().id()));
        var rest =
                portion.cursor().map(last -> IncidentFilter.after(found, last)).orElse(found);
        var shown = rest.stream().limit(portion.limit()).toList();
        Optional<String> next = rest.size() > shown.size()
                ? Optional.of(Portion.sealed(IncidentFilter.place(shown.getLast())))
                : Optional.empty();
        return replies.ok(
                new Listed(shown.stream().map(incident -> view(ask, incident)).toList(), next));
    }

    private Answer declare(Ask ask) {
        var fields = Fields.of(ask, json);
        var playbook = foretold.read(ask, fields);
        // What a playbook can tell need not be sent.
        var isFree = fields.isNull("playbook");
        var title = isFree ? fields.line("title", TITLE) : fields.maybe("title", name -> fields.line(name, TITLE));
        var severity = isFree || !fields.isNull("severity")
                ? fields.oneOf("severity", Severity.values(), Severity::key)
                : playbook.map(Playbook::severity);
        var stage = fields.maybe("stage", name -> fields.oneOf(name, Stage.values(), Stage::key))
                .orElse(Stage.INVESTIGATING);
        var text = isFree ? fields.prose("text", TEXT) : fields.maybe("text", name -> fields.prose(name, TEXT));
        var facts = FactsBody.read(fields);
        var areas = fields.maybe("areas", name -> AreaView.read(fields, name)).orElse(Map.of());
        var startedAt = fields.maybe("started_at", fields::time);
        var due = fields.maybe("next_update_due", fields::time);
        var work = fields.maybe("maintenance", name -> fields.id(name, "planned work", MaintenanceId::new));
        var release = release(ask, fields, Optional.empty());
        var since = startedAt.orElse(ask.now());
        var message = title.isPresent() && text.isPresent()
                ? Optional.<Message>empty()
                : playbook.flatMap(found -> severity.flatMap(
                        how -> foretold.message(ask, fields, found, how, stage, facts, areas.keySet(), since, due)));
        fields.refuseIfWrong();
        var declared = desk.declare(
                ask.page().id(),
                new Declaration(
                                title.or(() -> message.map(Message::title)).orElseThrow(),
                                severity.orElseThrow(),
                                stage,
                                text.or(() -> message.map(Message::body)).orElseThrow(),
                                facts,
                                areas,
                                startedAt,
                                due)
                        .from(playbook.map(Playbook::slug))
                        .goingOnFrom(work),
                release);
        return created(ask, declared);
    }

    private Answer show(Ask ask) {
        var found = store.reading(tx -> tx.incidents().find(ask.page().id(), id(ask)))
                .orElseThrow(() -> new Refused.NotFound("incident"));
        return shown(ask, found);
    }

    private Answer revise(Ask ask) {
        var fields = Fields.of(ask, json);
        var title = fields.maybe("title", name -> fields.line(name, TITLE));
        var severity = fields.maybe("severity", name -> fields.oneOf(name, Severity.values(), Severity::key));
        var impact = FactsBody.text(fields, "impact");
        var scope = FactsBody.text(fields, "scope");
        var workaround = FactsBody.workaround(fields);
        var doing = FactsBody.text(fields, "doing");
        var cause = FactsBody.cause(fields);
        var fix = FactsBody.text(fields, "fix");
        var estimate = FactsBody.estimateChange(fields);
        fields.refuseIfWrong();
        return shown(ask, store.inTransaction(tx -> {
            var before =
                    tx.incidents().find(ask.page().id(), id(ask)).orElseThrow(() -> new Refused.NotFound("incident"));
            var incident = before.value();
            var revision = new Revision(
                    title.orElse(incident.title()),
                    severity.orElse(incident.severity()),
                    impact.orElse(incident.facts().impact()),
                    scope.orElse(incident.facts().scope()),
                    workaround.orElse(incident.facts().workaround()),
                    doing.orElse(incident.facts().doing()),
                    cause.orElse(incident.facts().cause()),
                    fix.orElse(incident.facts().fix()),
                    estimate);
            return desk.revise(ask.page().id(), incident.id(), revision, seen(ask), ask.actor());
        }));
    }

    private Answer postUpdate(Ask ask) {
        var fields = Fields.of(ask, json);
        var release = release(ask, fields, seen(ask));
        return created(ask, desk.postUpdate(ask.page().id(), id(ask), word(fields), release));
    }

    private Answer reopen(Ask ask) {
        var fields = Fields.of(ask, json);
        var release = release(ask, fields, seen(ask));
        return created(ask, desk.reopen(ask.page().id(), id(ask), word(fields), release));
    }

    private static Release release(Ask ask, Fields fields, Optional<Long> seen) {
        return ReleaseBody.read(fields, ask.actor()).having(seen);
    }

    private static Word word(Fields fields) {
        var stage = fields.oneOf("stage", Stage.values(), Stage::key);
        var text = fields.prose("text", TEXT);
        var areas = fields.maybe("areas", name -> AreaView.read(fields, name));
        var due = fields.maybe("next_update_due", fields::time);
        fields.refuseIfWrong();
        return new Word(stage.orElseThrow(), text.orElseThrow(), areas, due);
    }

    private Answer resolve(Ask ask) {
        var fields = Fields.of(ask, json);
        var release = release(ask, fields, seen(ask));
        var resolution = AllClearBody.read(fields);
        return created(ask, desk.resolve(ask.page().id(), id(ask), resolution, release));
    }

    private Answer withdraw(Ask ask) {
        var fields = Fields.of(ask, json);
        var reason =
                fields.oneOf("reason", Phase.Reason.values(), one -> one.name().toLowerCase(Locale.ROOT));
        var text = fields.prose("text", TEXT);
        fields.refuseIfWrong();
        return created(
                ask,
                desk.withdraw(
                        ask.page().id(), id(ask), reason.orElseThrow(), text.orElseThrow(), seen(ask), ask.actor()));
    }

    private Answer report(Ask ask) {
        var fields = Fields.of(ask, json);
        var answers = ReportBody.read(fields);
        fields.refuseIfWrong();
        return shown(ask, desk.report(ask.page().id(), id(ask), answers.get(), seen(ask), ask.actor()));
    }

    private Answer correct(Ask ask) {
        var fields = Fields.of(ask, json);
        var text = fields.prose("text", TEXT);
        var why = fields.line("why", 300);
        fields.refuseIfWrong();
        return created(
                ask,
                desk.correct(
                        ask.page().id(),
                        id(ask),
                        new UpdateId(ask.variable("update")),
                        text.orElseThrow(),
                        why.orElseThrow(),
                        seen(ask),
                        ask.actor()));
    }

    private Answer backfill(Ask ask) {
        return created(ask, desk.backfill(ask.page().id(), PastIncidentBody.read(Fields.of(ask, json)), ask.actor()));
    }

    private static IncidentId id(Ask ask) {
        return new IncidentId(ask.variable("id"));
    }

    private static Optional<Long> seen(Ask ask) {
        return Tags.seen(ask, "incident");
    }

    private Answer shown(Ask ask, Stored<Incident> stored) {
        return replies.ok(view(ask, stored.value()), stored.version());
    }

    private Answer created(Ask ask, Stored<Incident> stored) {
        return replies.created(
                ask,
                Mount.ROOT + "/incidents/" + stored.value().id().value(),
                view(ask, stored.value()),
                stored.version());
    }

    private IncidentView view(Ask ask, Incident incident) {
        var base = permalinks.base(ask.page(), ask.isDefaultPage());
        return IncidentView.of(
                incident, permalinks.incident(base, incident.id()).toString());
    }
}
