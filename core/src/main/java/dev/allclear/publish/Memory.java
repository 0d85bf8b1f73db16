package dev.allclear.publish;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.page.Earlier;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What was read and shown of one page last, so that a publication costs as much as has changed, however long the
/// history is. For one thread.
final class Memory {

    private final Earlier earlier = new Earlier();
    private Map<IncidentId, Stored<Incident>> known = Map.of();

    /// All incidents. Those whose version is the one that is known are not read again, and are the very same objects.
    List<Incident> incidents(Tx tx, PageId page) {
        var next = new HashMap<IncidentId, Stored<Incident>>();
        var missing = new ArrayList<IncidentId>();
        tx.incidents().versions(page).forEach((id, version) -> {
            var before = known.get(id);
            if (before != null && before.version() == version) {
                next.put(id, before);
            } else {
                missing.add(id);
            }
        });
        tx.incidents()
                .all(page, missing)
                .forEach(stored -> next.put(stored.value().id(), stored));
        known = next;
        return next.values().stream().map(Stored::value).toList();
    }

    /// The incidents of which a page's front speaks.
    List<Incident> lately(Tx tx, PageId page, Instant since) {
        known = tx.incidents().lately(page, since).stream()
                .collect(Collectors.toMap(stored -> stored.value().id(), stored -> stored));
        return known.values().stream().map(Stored::value).toList();
    }

    Earlier earlier() {
        return earlier;
    }
}
