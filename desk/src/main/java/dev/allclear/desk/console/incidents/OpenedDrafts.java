package dev.allclear.desk.console.incidents;

import dev.allclear.Refused;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Zones;
import dev.allclear.incident.DraftId;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;

/// Opens a draft for whoever goes on with it: times that its author typed elsewhere come back in the page's zone.
record OpenedDrafts(Room room) {

    private static final List<String> TIMES =
            List.of("startedAt", "resolvedAt", "restoredAt", "estimate", "nextUpdateDue");

    Parameters fields(Ask ask, String id, String kind) {
        var draft = room.doors()
                .store()
                .reading(tx -> tx.drafts().find(ask.page().id(), new DraftId(id)))
                .filter(found -> Parameters.of(found.fields()).get(Sheet.KIND).equals(kind))
                .orElseThrow(() -> new Refused.NotFound("draft"));
        var fields = new HashMap<>(draft.fields());
        var zone = Parameters.of(draft.fields())
                .filled("zone")
                .map(Zones::named)
                .orElse(ask.page().zone());
        var watch = new Watch(ask.page().zone(), ask.now());
        TIMES.forEach(time -> fields.computeIfPresent(time, (_, typed) -> moved(typed, zone, watch)));
        fields.remove("zone");
        return Parameters.of(fields);
    }

    private static List<String> moved(List<String> typed, ZoneId zone, Watch watch) {
        return typed.stream()
                .map(value -> {
                    try {
                        return value.isEmpty()
                                ? value
                                : watch.field(
                                        LocalDateTime.parse(value).atZone(zone).toInstant());
                    } catch (DateTimeException unreadable) {
                        return value;
                    }
                })
                .toList();
    }
}
