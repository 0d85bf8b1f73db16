package dev.allclear.desk.api;

import dev.allclear.incident.Severity;
import dev.allclear.incident.Update;
import dev.allclear.operation.PastIncident;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads an incident of the past.
final class PastIncidentBody {

    private PastIncidentBody() {}

    static PastIncident read(Fields fields) {
        var title = fields.line("title", 200);
        var severity = fields.oneOf("severity", Severity.values(), Severity::key);
        var startedAt = fields.time("started_at");
        var resolvedAt = fields.time("resolved_at");
        var facts = FactsBody.read(fields);
        var areas = fields.maybe("areas", name -> AreaView.read(fields, name));
        var words = fields.objects("updates", 500);
        if (words.filter(List::isEmpty).isPresent()) {
            fields.wrong("updates", "Say at least one thing about it.");
        }
        var read = words.orElse(List.of()).stream().map(PastIncidentBody::word).toList();
        var origin = fields.maybe("origin", name -> fields.line(name, 300));
        fields.refuseIfWrong();
        return new PastIncident(
                title.orElseThrow(),
                severity.orElseThrow(),
                startedAt.orElseThrow(),
                resolvedAt,
                facts,
                areas.orElse(Map.of()),
                read.stream().map(Optional::orElseThrow).toList(),
                origin);
    }

    private static Optional<PastIncident.PastWord> word(Fields fields) {
        var text = fields.prose("text", 20_000);
        var at = fields.time("at");
        var kind = fields.maybe("kind", name -> fields.oneOf(name, Update.Kind.values(), Update.Kind::key));
        return text.flatMap(said -> at.map(when -> new PastIncident.PastWord(said, when, kind)));
    }
}
