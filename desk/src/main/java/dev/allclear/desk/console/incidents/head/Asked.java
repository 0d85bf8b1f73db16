package dev.allclear.desk.console.incidents.head;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.desk.web.Ask;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.transaction.Tx;

/// The incident that a request is about: its address names it.
public final class Asked {

    private Asked() {}

    public static IncidentId id(Ask ask) {
        return new IncidentId(ask.variable("id"));
    }

    /// @throws Refused.NotFound where the page has none like it
    public static Stored<Incident> incident(Tx tx, Ask ask) {
        return tx.incidents().find(ask.page().id(), id(ask)).orElseThrow(() -> new Refused.NotFound("incident"));
    }

    /// Of its workspace, within the page's desk.
    public static String path(Ask ask) {
        return "/desk/incidents/" + id(ask).value();
    }
}
