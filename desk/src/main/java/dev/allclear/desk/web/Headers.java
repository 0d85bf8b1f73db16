package dev.allclear.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The header fields of a request, by name in any case.
public final class Headers {

    private final Map<String, List<String>> fields = new HashMap<>();

    public Headers(Iterable<Map.Entry<String, String>> entries) {
        for (var entry : entries) {
            fields.computeIfAbsent(entry.getKey().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(entry.getValue());
        }
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /// A field that means something only when it comes once: two of them could be read differently by a proxy and by
    /// us.
    public Optional<String> only(String name) {
        var values = all(name);
        if (values.size() > 1) {
            throw Malformed.request("The header " + name + " came more than once.");
        }
        return values.stream().findFirst();
    }

    /// The value of a cookie; of several with one name, the first.
    public Optional<String> cookie(String name) {
        return all("cookie").stream()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }
}
