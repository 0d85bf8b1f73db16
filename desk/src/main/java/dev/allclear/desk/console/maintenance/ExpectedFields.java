package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.web.Parameters;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is worked on, and how it will be meanwhile: `area=card` or `area=card@eu` as on the forms of incidents, with
/// `expect-card` or `expect-card@eu`. Who says nothing means that it can't be used.
final class ExpectedFields {

    static final List<State> CHOICES = List.of(State.UNDER_MAINTENANCE, State.DEGRADED_PERFORMANCE, State.OPERATIONAL);

    private ExpectedFields() {}

    /// @throws Refused.Invalid for `areas`
    static Map<Area, State> read(Parameters typed, Catalogue catalogue) {
        var expected = new LinkedHashMap<Area, State>();
        AreaFields.named(typed, catalogue).forEach(area -> expected.put(area, of(typed, AreaFields.key(area))));
        return expected;
    }

    static State of(Parameters typed, String key) {
        var said = typed.get("expect-" + key);
        return CHOICES.stream()
                .filter(state -> said.isEmpty() || state.key().equals(said))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid(AreaFields.FIELD, "There is no such state."));
    }

    static Map<String, List<String>> filled(Map<Area, State> expected) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put(
                "area", expected.keySet().stream().map(AreaFields::key).sorted().toList());
        expected.forEach((area, state) -> fields.put("expect-" + AreaFields.key(area), List.of(state.key())));
        return fields;
    }

    /// In the words of the forms.
    static String words(State state) {
        return switch (state) {
            case UNDER_MAINTENANCE -> "Not usable";
            case DEGRADED_PERFORMANCE -> "Slower";
            default -> "As usual";
        };
    }
}
