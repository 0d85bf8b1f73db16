package dev.allclear.desk.web;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON strictly and writes it in snake_case with RFC 3339 times.
public final class Json {

    private static final int MOST_DEPTH = 64;

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper mapper;

    public Json() {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MOST_DEPTH)
                .maxNumberLength(40)
                .maxStringLength(200_000)
                .maxNameLength(200)
                .maxTokenCount(100_000)
                .build();
        var factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    /// @throws Malformed unless it is one whole document in UTF-8 without duplicate names
    public JsonNode read(byte[] bytes) {
        var text = Percent.text(bytes);
        if (text.isBlank()) {
            throw Malformed.request("The body is empty; it must be a JSON object.");
        }
        try {
            return mapper.readTree(text);
        } catch (JacksonException unreadable) {
            throw Malformed.request("The body is not valid JSON: " + reason(unreadable));
        }
    }

    /// The body of a request as plain maps, lists, texts and numbers.
    ///
    /// @throws Malformed unless it is one JSON object
    public Map<String, Object> object(Ask ask) {
        if (!ask.contentType().equals("application/json")) {
            throw Malformed.type("application/json");
        }
        var body = read(ask.body());
        if (!body.isObject()) {
            throw Malformed.request("The body must be a JSON object.");
        }
        return mapper.convertValue(body, OBJECT);
    }

    /// What Jackson says, without the source's text and its own classes.
    private static String reason(JacksonException unreadable) {
        var place = unreadable.getLocation();
        var message = unreadable.getOriginalMessage();
        var said = message == null ? "" : message.lines().findFirst().orElse("");
        var plain = said.replaceAll("\\(`?[a-zA-Z.]+.*", "")
                .replaceAll("[^\\x20-\\x7e]", "?")
                .strip();
        var cut = plain.substring(0, Math.min(200, plain.length()));
        return place == null ? cut : cut + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    public byte[] write(Object view) {
        return mapper.writeValueAsBytes(view);
    }

    public String text(Object view) {
        return mapper.writeValueAsString(view);
    }
}
