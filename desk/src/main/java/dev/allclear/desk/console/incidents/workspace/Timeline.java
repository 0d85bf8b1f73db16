package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Subject;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.NamedArea;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.console.incidents.head.Authors;
import dev.allclear.desk.console.incidents.preview.ShapeWords;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.transaction.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What we said about an incident, newest first, with who got it.
record Timeline(Room room) {

    List<Told> of(Tx tx, Incident incident, AreaNames names) {
        var byHand = tx.handWritten().of(incident.page(), incident.id());
        var mails = new HashMap<UpdateId, Progress>();
        var rightings = new HashMap<UpdateId, Progress>();
        for (var progress : tx.outbox().of(incident.page(), incident.id().value())) {
            switch (progress.announcement().subject()) {
                case Subject.OfIncident(var _, var update) -> mails.put(update, progress);
                case Subject.OfCorrection(var _, var update) -> rightings.put(update, progress);
                default -> {}
            }
        }
        var all = new ArrayList<Told>();
        Map<Area, State> before = Map.of();
        for (var update : incident.updates()) {
            all.add(told(
                    update,
                    names.of(turned(before, update.areas())),
                    Optional.ofNullable(mails.get(update.id())),
                    Optional.ofNullable(rightings.get(update.id())),
                    ShapeWords.list(byHand.getOrDefault(update.id(), Map.of()).keySet())));
            before = update.areas();
        }
        return all.reversed();
    }

    private Told told(
            Update update,
            List<NamedArea> turned,
            Optional<Progress> progress,
            Optional<Progress> righting,
            String byHand) {
        return new Told(
                update.id().value(),
                Words.capital(update.kind().key()),
                update.at(),
                Authors.name(update.author()),
                update.text(),
                SafeHtml.of(room.markdown(), update.text()),
                turned,
                update.corrections().stream()
                        .map(one -> new Told.Righted(
                                one.at(), one.why(), room.markdown().text(one.before())))
                        .toList(),
                progress,
                righting,
                byHand);
    }

    private static Map<Area, State> turned(Map<Area, State> before, Map<Area, State> after) {
        var turned = new HashMap<Area, State>();
        before.keySet().forEach(area -> turned.put(area, State.OPERATIONAL));
        turned.putAll(after);
        turned.entrySet().removeIf(entry -> before.getOrDefault(entry.getKey(), State.OPERATIONAL) == entry.getValue());
        return turned;
    }
}
