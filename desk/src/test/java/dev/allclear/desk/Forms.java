package dev.allclear.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes forms as browsers do.
final class Forms {

    private Forms() {}

    /// @param fields values, or lists of them
    static String encode(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .flatMap(field ->
                        values(field.getValue()).stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static List<String> values(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
