package dev.allclear.desk.console.maintenance;

import dev.allclear.Stored;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The incident that planned work puts right for good: `mends` names it.
final class Mended {

    static final String FIELD = "mends";

    private Mended() {}

    static Optional<Incident> in(Tx tx, Ask ask, Parameters typed) {
        return typed.filled(FIELD)
                .map(IncidentId::new)
                .flatMap(id -> tx.incidents().find(ask.page().id(), id))
                .map(Stored::value);
    }

    /// With what the incident hit ticked.
    static Parameters beginning(Incident incident) {
        return Parameters.of(Map.of(
                FIELD,
                List.of(incident.id().value()),
                "area",
                incident.lastAreas().keySet().stream()
                        .map(AreaFields::key)
                        .sorted()
                        .toList()));
    }
}
