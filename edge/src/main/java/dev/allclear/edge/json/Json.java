package dev.allclear.edge.json;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes one JSON document.
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    /// @param members writes the members of the document's one object
    public static String object(Consumer<JsonGenerator> members) {
        var out = new StringWriter();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return out.toString();
    }

    /// `2026-03-04T09:31:22.481Z`
    public static String instant(Instant at) {
        return MILLISECONDS.format(at);
    }

    public static void stringOrNull(JsonGenerator json, String name, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }
}
