package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.Stored;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.console.incidents.form.Held;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.console.incidents.form.OpenedDrafts;
import dev.allclear.desk.console.incidents.form.Picker;
import dev.allclear.desk.console.incidents.form.PromiseFields;
import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.console.incidents.form.Untouched;
import dev.allclear.desk.console.incidents.head.Asked;
import dev.allclear.desk.console.incidents.head.Care;
import dev.allclear.desk.console.incidents.head.Summary;
import dev.allclear.desk.console.incidents.preview.Offer;
import dev.allclear.desk.console.incidents.preview.Offering;
import dev.allclear.desk.console.incidents.preview.Preview;
import dev.allclear.desk.console.incidents.preview.Previews;
import dev.allclear.desk.console.incidents.preview.Saying;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Stage;
import dev.allclear.review.Overridden;
import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.State;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Looks up everything that an incident's workspace shows.
record Workspace(Room room) {

    static final String KIND = "update";

    /// What of the workspace's forms was sent and refused.
    record Refusals(Optional<Form> facts, String openFact, Form correction) {
        static final Refusals NONE = new Refusals(Optional.empty(), "", Form.EMPTY);
    }

    WorkspaceView view(Ask ask, Optional<Sheet> typed, Refusals refusals) {
        return room.doors().store().reading(tx -> view(ask, tx, Asked.incident(tx, ask), typed, refusals));
    }

    private WorkspaceView view(Ask ask, Tx tx, Stored<Incident> stored, Optional<Sheet> typed, Refusals refusals) {
        var incident = stored.value();
        var frame = new OpenedDrafts(room).around(ask, room.frame(ask, Place.INCIDENTS, incident.title()));
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        var names = new AreaNames(catalogue);
        var board = Board.at(catalogue, tx.states().since(ask.page().id(), ask.now()), ask.now());
        var sheet = typed.orElseGet(() -> fresh(ask, incident, frame.watch()));
        var timeline = new Timeline(room).of(tx, incident, names);
        return new WorkspaceView(
                incident.isOpen() && frame.mayDraft() ? frame.forAuthoring() : frame,
                Summary.of(stored, names, frame.watch(), room.policy(ask)),
                ask.query().get("done"),
                timeline.getFirst().progress(),
                Care.of(tx, incident, ask.person().account()),
                ask.query().get("done").equals("stopped")
                        ? Stopped.of(tx, incident, timeline, room.policy(ask))
                        : Optional.empty(),
                sheet,
                Held.of(incident.areas(), names, sheet.form().typed()),
                Picker.of(
                        catalogue, board, sheet.form().typed(), incident.areas().keySet()),
                preview(ask, tx, incident, sheet.form().typed()),
                incident.isOpen() ? offer(ask, tx, incident, sheet.form().typed()) : Optional.empty(),
                timeline,
                FactWords.of(incident, room),
                refusals.facts().orElseGet(() -> FactWords.form(incident, frame.watch())),
                refusals.openFact(),
                refusals.correction(),
                report(incident),
                Overridden.of(tx, incident).stream()
                        .filter(one -> one.kind() == Overridden.Kind.APPROVAL)
                        .toList(),
                tx.maintenances().kinOf(ask.page().id(), incident.id()).stream()
                        .map(Stored::value)
                        .toList(),
                room.links()
                        .incident(room.links().base(ask.page(), ask.isDefaultPage()), incident.id())
                        .toString());
    }

    private Sheet fresh(Ask ask, Incident incident, Watch watch) {
        var stage = stage(incident);
        var fields = new HashMap<>(PromiseFields.suggested(room.policy(ask), incident.severity(), stage, watch));
        fields.put("stage", stage.key());
        fields.put(Untouched.FIELD, Untouched.of(incident));
        return Sheet.fresh(KIND, fields, room.entropy());
    }

    private static Stage stage(Incident incident) {
        return incident.phase() instanceof Phase.Open(var stage, var _) ? stage : Stage.INVESTIGATING;
    }

    Preview preview(Ask ask, Tx tx, Incident incident, Parameters typed) {
        var zone = ask.page().zone();
        var catalogue = tx.catalogues().of(ask.page().id()).value();
        var areas = typed.has("held") || typed.has("area")
                ? Lenient.read(() -> AreaFields.changed(typed, catalogue), Map.<Area, State>of())
                : incident.areas();
        var stage = Lenient.read(() -> PromiseFields.stage(typed), stage(incident));
        var due = Lenient.read(() -> PromiseFields.due(typed, zone, ask.now()), Optional.<Instant>empty())
                .or(() -> Optional.of(room.policy(ask).nextUpdateDue(incident.severity(), stage, ask.now())));
        var watch = Lenient.read(
                () -> PromiseFields.watch(typed, zone, ask.now()),
                PromiseFields.watch(Parameters.NONE, zone, ask.now()));
        var saying = new Saying(
                Optional.of(incident),
                incident.severity(),
                incident.title(),
                Words.capital(stage.key()),
                typed.get("text"),
                incident.facts(),
                areas,
                due,
                "Publish");
        var suggestions = PromiseFields.suggested(room.policy(ask), incident.severity(), stage, watch);
        return new Previews(room)
                .of(ask, tx, saying, typed, suggestions)
                .with(offer(ask, tx, incident, typed).map(Offer::slots).orElse(Map.of()))
                .changing(changes(incident, stage, areas, new AreaNames(catalogue)));
    }

    Optional<Offer> offer(Ask ask, Tx tx, Incident incident, Parameters typed) {
        var zone = ask.page().zone();
        var stage = Lenient.read(() -> PromiseFields.stage(typed), stage(incident));
        var due = Lenient.read(() -> PromiseFields.due(typed, zone, ask.now()), Optional.<Instant>empty())
                .orElseGet(() -> room.policy(ask).nextUpdateDue(incident.severity(), stage, ask.now()));
        return new Offering(room).update(ask, tx, incident, typed, stage, due);
    }

    /// What an update changes beside saying something, line by line.
    private static List<String> changes(Incident incident, Stage next, Map<Area, State> areas, AreaNames names) {
        var changes = new ArrayList<String>();
        if (incident.phase() instanceof Phase.Open(var stage, var _) && stage != next) {
            changes.add("Stage: " + next.key() + ", was " + stage.key());
        }
        var all = new LinkedHashSet<>(incident.areas().keySet());
        all.addAll(areas.keySet());
        for (var area : all) {
            var before = incident.areas().getOrDefault(area, State.OPERATIONAL);
            var after = areas.getOrDefault(area, State.OPERATIONAL);
            if (before != after) {
                changes.add(names.of(area) + ": " + inLine(after) + ", was " + inLine(before));
            }
        }
        return changes.isEmpty() ? List.of("Stage and components stay as they are.") : changes;
    }

    private static String inLine(State state) {
        return state == State.OPERATIONAL ? "works" : Words.of(state).toLowerCase(Locale.ROOT);
    }

    private List<SafeHtml> report(Incident incident) {
        return incident.phase() instanceof Phase.PostIncident(var _, var report)
                ? List.of(
                        SafeHtml.of(room.markdown(), report.wentWrong()),
                        SafeHtml.of(room.markdown(), report.fixed()),
                        SafeHtml.of(room.markdown(), report.prevented()))
                : List.of();
    }
}
