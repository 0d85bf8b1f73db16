package dev.allclear.desk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a query or a form says, by field, in the order in which it came.
public final class Parameters {

    public static final Parameters NONE = new Parameters(Map.of());
    private static final int MOST = 2_000;

    private final Map<String, List<String>> fields;

    private Parameters(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    public static Parameters of(Map<String, List<String>> fields) {
        return new Parameters(Map.copyOf(fields));
    }

    /// Reads `application/x-www-form-urlencoded`.
    static Parameters parse(String encoded) {
        if (encoded.isEmpty()) {
            return NONE;
        }
        var fields = new LinkedHashMap<String, List<String>>();
        var count = 0;
        for (var start = 0; start <= encoded.length(); count++) {
            if (count == MOST) {
                throw Malformed.request("A form can't have more than " + MOST + " fields.");
            }
            var end = encoded.indexOf('&', start);
            var pair = encoded.substring(start, end < 0 ? encoded.length() : end);
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = Percent.decode(equals < 0 ? pair : pair.substring(0, equals), true);
                var value = equals < 0 ? "" : Percent.decode(pair.substring(equals + 1), true);
                fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
            start = end < 0 ? encoded.length() + 1 : end + 1;
        }
        return new Parameters(fields);
    }

    /// The field's value, empty when it is missing; of several, the first.
    public String get(String name) {
        var values = fields.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /// The field's value where it says something.
    public Optional<String> filled(String name) {
        return Optional.of(get(name)).filter(value -> !value.isBlank());
    }

    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public Map<String, List<String>> asMap() {
        return Map.copyOf(fields);
    }
}
