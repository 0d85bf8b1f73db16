package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.language.Language;
import dev.allclear.operation.Resolution;
import dev.allclear.people.Permission;
import dev.allclear.publish.Snapshot;
import dev.allclear.shape.AllClearText;
import dev.allclear.shape.Copy;
import dev.allclear.shape.IncidentMessage;
import dev.allclear.shape.Links;
import dev.allclear.shape.Reader;
import dev.allclear.shape.Shape;
import dev.allclear.shape.Shapes;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.Permalinks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/shapes`: a message in all its shapes, before anything of it is said. Nothing is kept of it.
final class ShapesResource {

    private final Store store;
    private final Permalinks permalinks;
    private final Markdown markdown;
    private final Json json;
    private final Replies replies;

    ShapesResource(Store store, Permalinks permalinks, Markdown markdown, Json json) {
        this.store = store;
        this.permalinks = permalinks;
        this.markdown = markdown;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.ask("/shapes", Permission.VIEW_DESK, this::shapes);
    }

    private record View(List<ShapesBody.View> shapes) {}

    /// What is to be said: of an incident, or of a new one.
    private record Said(
            Optional<IncidentId> incident,
            Optional<String> title,
            Optional<Severity> severity,
            Stage stage,
            Facts facts,
            Optional<Map<Area, State>> areas,
            Optional<Instant> startedAt,
            Optional<Instant> due,
            String text,
            Optional<Resolution> resolution) {}

    private Answer shapes(Ask ask) {
        var fields = Fields.of(ask, json);
        var said = said(fields);
        var reader = reader(ask, fields);
        var own = ShapesBody.read(fields);
        fields.refuseIfWrong();
        return replies.ok(new View(store.reading(tx -> {
            var shapes = shapes(ask, tx, said, reader, own);
            return Arrays.stream(Shape.values())
                    .map(shape -> ShapesBody.view(shapes, shape))
                    .toList();
        })));
    }

    private static Said said(Fields fields) {
        var incident = fields.maybe("incident", name -> fields.id(name, "incident", IncidentId::new));
        var isNew = fields.isNull("incident");
        var title = isNew ? fields.line("title", 200) : Optional.<String>empty();
        var severity = isNew ? fields.oneOf("severity", Severity.values(), Severity::key) : Optional.<Severity>empty();
        var facts = isNew ? FactsBody.read(fields) : Facts.UNKNOWN;
        var startedAt = isNew ? fields.maybe("started_at", fields::time) : Optional.<Instant>empty();
        var stage = fields.maybe("stage", name -> fields.oneOf(name, Stage.values(), Stage::key));
        var areas = fields.maybe("areas", name -> AreaView.read(fields, name));
        var due = fields.maybe("next_update_due", fields::time);
        var resolution = fields.maybe("resolution", fields::object).map(AllClearBody::readInside);
        var text = resolution.isPresent() ? Optional.<String>empty() : fields.prose("text", 20_000);
        return new Said(
                incident,
                title,
                severity,
                stage.orElse(Stage.INVESTIGATING),
                facts,
                areas,
                startedAt,
                due,
                text.orElse(""),
                resolution);
    }

    private static Reader reader(Ask ask, Fields fields) {
        var usual = Reader.of(ask.page());
        var language = fields.maybe("language", name -> fields.parsed(name, 35, Language::new));
        var zone = fields.maybe("zone", name -> fields.parsed(name, 60, ShapesResource::zone));
        return new Reader(language.orElse(usual.language()), zone.orElse(usual.zone()), usual.clock());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Refused.Invalid("zone", "This should be a time zone such as Europe/Berlin.");
        }
    }

    private Shapes shapes(Ask ask, Tx tx, Said said, Reader reader, Map<Shape, Copy> own) {
        var incident = upcoming(ask, tx, said, reader);
        var base = permalinks.base(ask.page(), ask.isDefaultPage());
        var message = IncidentMessage.of(
                        Snapshot.visibility(tx, ask.page(), ask.now()).incident(incident),
                        ask.page().name(),
                        markdown.text(incident.latest().text()),
                        reader,
                        new Links(permalinks.incident(base, incident.id()).toString(), base.toString()))
                .orElseThrow(() -> new Refused.Conflict("A withdrawn incident has no shapes."));
        var shapes = Shapes.of(message);
        for (var copy : own.entrySet()) {
            var ours = shapes.copy(copy.getKey());
            shapes = shapes.edit(copy.getKey(), copy.getValue().completedBy(ours));
        }
        return shapes;
    }

    /// As it would stand if this were said now.
    private static Incident upcoming(Ask ask, Tx tx, Said said, Reader reader) {
        var before = said.incident()
                .map(id -> tx.incidents()
                        .find(ask.page().id(), id)
                        .orElseThrow(() -> new Refused.NotFound("incident"))
                        .value())
                .orElseGet(() -> declared(ask, tx, said));
        if (said.resolution().isPresent()) {
            var resolution = said.resolution().get();
            var restoredAt = resolution.restoredAt().orElse(ask.now());
            var text = resolution.text().isBlank() && resolution.answers().isPresent()
                    ? AllClearText.of(before, resolution.answers().get(), restoredAt, reader, ask.now())
                    : resolution.text();
            return before.resolve(words(ask, text), restoredAt, resolution.answers());
        }
        return said.incident().isEmpty()
                ? before
                : before.post(
                        said.stage(),
                        words(ask, said.text()),
                        said.areas().orElse(before.areas()),
                        due(ask, tx, said, before.severity()));
    }

    private static Incident declared(Ask ask, Tx tx, Said said) {
        var severity = said.severity().orElseThrow();
        var areas = said.areas().orElse(Map.of());
        tx.catalogues().of(ask.page().id()).value().mustHold("areas", areas.keySet());
        return Incident.declared(
                new IncidentId("new"),
                ask.page().id(),
                said.title().orElseThrow(),
                severity,
                said.startedAt().orElse(ask.now()),
                said.facts(),
                areas,
                said.stage(),
                words(ask, said.text().isEmpty() ? said.title().orElseThrow() : said.text()),
                due(ask, tx, said, severity));
    }

    private static Instant due(Ask ask, Tx tx, Said said, Severity severity) {
        return said.due()
                .orElseGet(() ->
                        tx.policies().of(ask.page().id()).value().nextUpdateDue(severity, said.stage(), ask.now()));
    }

    private static Words words(Ask ask, String text) {
        return new Words(new UpdateId("next"), text, ask.now(), ask.actor().name());
    }
}
