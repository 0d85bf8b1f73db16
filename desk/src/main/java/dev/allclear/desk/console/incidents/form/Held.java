package dev.allclear.desk.console.incidents.form;

import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.web.Parameters;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An area that is hit, with the state that is chosen for it next.
public record Held(String key, String name, State picked) {

    /// @param typed what somebody chose so far; else each keeps its state
    public static List<Held> of(Map<Area, State> areas, AreaNames names, Parameters typed) {
        return names.of(areas).stream()
                .map(area -> new Held(area.key(), area.name(), picked(typed.get("state-" + area.key()), area.state())))
                .toList();
    }

    private static State picked(String typed, State current) {
        return Stream.concat(Stream.of(State.OPERATIONAL), AreaFields.BAD.stream())
                .filter(state -> state.key().equals(typed))
                .findFirst()
                .orElse(current);
    }
}
