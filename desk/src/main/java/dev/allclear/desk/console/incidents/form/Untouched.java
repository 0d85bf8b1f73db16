package dev.allclear.desk.console.incidents.form;

import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tells what somebody chose from what merely stood in the form when it was opened. The latter takes the newer value
/// when somebody else was faster: nobody turns an incident back without having meant it.
public final class Untouched {

    /// The hidden field with what the form was opened with: `stage=identified state-card@eu=partial_outage`.
    public static final String FIELD = "was";

    private static final String STATE = "state-";

    private Untouched() {}

    public static String of(Incident incident) {
        return String.join(
                " ",
                fields(incident).entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .toList());
    }

    private static Map<String, String> fields(Incident incident) {
        var fields = new TreeMap<String, String>();
        if (incident.phase() instanceof Phase.Open(var stage, var _)) {
            fields.put("stage", stage.key());
        }
        incident.areas().forEach((area, state) -> fields.put(STATE + AreaFields.key(area), state.key()));
        return fields;
    }

    /// What was typed, as if the form had been opened just now.
    public static Parameters renewed(Parameters typed, Incident newest) {
        if (!typed.has(FIELD)) {
            return typed;
        }
        var was = read(typed.get(FIELD));
        var now = fields(newest);
        var fields = new HashMap<>(typed.asMap());
        was.forEach((field, value) -> {
            if (typed.get(field).equals(value)) {
                fields.remove(field);
            }
        });
        now.forEach((field, value) -> {
            var isAnswered = was.containsKey(field) || typed.all("area").contains(field.replaceFirst(STATE, ""));
            if (!isAnswered || !fields.containsKey(field)) {
                fields.put(field, List.of(value));
            }
        });
        var held = new LinkedHashMap<>(newest.areas());
        gone(was, fields, held);
        fields.put("held", held.keySet().stream().map(AreaFields::key).toList());
        fields.put(FIELD, List.of(of(newest)));
        return Parameters.of(fields);
    }

    /// What somebody chose for an area that is no longer hit stays to be seen.
    private static void gone(Map<String, String> was, Map<String, List<String>> fields, Map<Area, State> held) {
        was.keySet().stream()
                .filter(field -> field.startsWith(STATE) && fields.containsKey(field))
                .map(field -> AreaFields.area(field.replaceFirst(STATE, "")))
                .forEach(area -> held.putIfAbsent(area, State.OPERATIONAL));
    }

    /// What is hit now, and what the form speaks of beside it.
    public static Map<Area, State> held(Parameters renewed, Incident newest) {
        var held = new LinkedHashMap<>(newest.areas());
        renewed.all("held").forEach(key -> held.putIfAbsent(AreaFields.area(key), State.OPERATIONAL));
        return held;
    }

    private static Map<String, String> read(String typed) {
        var fields = new TreeMap<String, String>();
        for (var field : typed.split(" ", -1)) {
            var equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        return fields;
    }
}
