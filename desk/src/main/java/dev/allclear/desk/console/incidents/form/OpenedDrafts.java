package dev.allclear.desk.console.incidents.form;

import dev.allclear.Refused;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.incidents.head.Authors;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Zones;
import dev.allclear.incident.Draft;
import dev.allclear.incident.DraftId;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;

/// Opens a draft for whoever goes on with it: times that its author typed elsewhere come back in the page's zone.
public record OpenedDrafts(Room room) {

    private static final List<String> TIMES =
            List.of("startedAt", "resolvedAt", "restoredAt", "estimate", "nextUpdateDue");

    /// The frame of its form, with how the draft stands that is open in it.
    public Frame around(Ask ask, Frame frame) {
        return ask.query()
                .filled(Once.DRAFT)
                .flatMap(id -> room.doors()
                        .store()
                        .reading(tx -> tx.drafts().find(ask.page().id(), new DraftId(id))))
                .map(draft -> standing(draft, frame))
                .orElse(frame);
    }

    private static Frame standing(Draft draft, Frame frame) {
        if (draft.waitingSince().isPresent()) {
            return frame.saying(
                    "plain", "It waits for a second person.", "What you change has to be handed over once more.");
        }
        return draft.remark()
                .map(remark -> frame.saying("warn", "Sent back by " + Authors.name(remark.by()) + ".", remark.text()))
                .orElse(frame);
    }

    public Parameters fields(Ask ask, String id, String kind) {
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
        fields.put(Once.DRAFT_SAVED, List.of(Long.toString(draft.savedAt().toEpochMilli())));
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
