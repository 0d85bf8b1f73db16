package dev.allclear.edge.statuspage;

import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicUpdate;
import dev.allclear.status.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// What an update did to one component. Their API knows no regions: the worst of them stands for the component.
record Affected(String id, String name, State before, State after) {

    static List<Affected> of(List<PublicUpdate.Turn> turns) {
        Map<String, Affected> byComponent = new LinkedHashMap<>();
        for (var turn : turns) {
            byComponent.merge(
                    turn.after().component().value(),
                    of(turn.after(), turn.before().state(), turn.after().state()),
                    Affected::worse);
        }
        return List.copyOf(byComponent.values());
    }

    /// Planned work has each of its areas in the state that was expected, for as long as it runs.
    static List<Affected> of(List<PublicArea> areas, boolean ranBefore, boolean runsAfter) {
        Map<String, Affected> byComponent = new LinkedHashMap<>();
        for (var area : areas) {
            var before = ranBefore ? area.state() : State.OPERATIONAL;
            var after = runsAfter ? area.state() : State.OPERATIONAL;
            byComponent.merge(area.component().value(), of(area, before, after), Affected::worse);
        }
        return List.copyOf(byComponent.values());
    }

    private static Affected of(PublicArea area, State before, State after) {
        var name = area.group().map(group -> group + " - ").orElse("") + area.name();
        return new Affected(area.component().value(), name, before, after);
    }

    private static Affected worse(Affected one, Affected other) {
        return new Affected(one.id, one.name, one.before.worse(other.before), one.after.worse(other.after));
    }

    static void write(JsonGenerator json, List<Affected> all) {
        if (all.isEmpty()) {
            json.writeNullProperty("affected_components");
            return;
        }
        json.writeArrayPropertyStart("affected_components");
        all.forEach(one -> one.write(json));
        json.writeEndArray();
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("code", id);
        json.writeStringProperty("name", name);
        json.writeStringProperty("old_status", Words.component(before));
        json.writeStringProperty("new_status", Words.component(after));
        json.writeEndObject();
    }
}
