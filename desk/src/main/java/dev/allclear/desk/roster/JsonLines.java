package dev.allclear.desk.roster;

import dev.allclear.Refused;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Malformed;
import dev.allclear.roster.Column;
import dev.allclear.roster.Line;
import dev.allclear.roster.Lines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Subscribers as one JSON object a line, with the names that the columns of a CSV file have; lists may be lists.
public final class JsonLines implements Lines {

    private final BufferedReader text;
    private final Json json;
    private long number;

    public JsonLines(String text, Json json) {
        this(new StringReader(text), json);
    }

    public JsonLines(Reader text, Json json) {
        this.text = new BufferedReader(text);
        this.json = json;
    }

    @Override
    public Optional<Line> next() {
        try {
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                number++;
                if (!line.isBlank()) {
                    return Optional.of(read(line));
                }
            }
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Line read(String line) {
        var object = parsed(line);
        var fields = new EnumMap<Column, String>(Column.class);
        object.propertyStream()
                .forEach(property -> Column.of(property.getKey()).ifPresent(column -> {
                    var value = value(property.getValue());
                    if (!value.isBlank()) {
                        fields.putIfAbsent(column, value);
                    }
                }));
        return new Line(number, fields);
    }

    private JsonNode parsed(String line) {
        try {
            var node = json.read(line.getBytes(StandardCharsets.UTF_8));
            if (node.isObject()) {
                return node;
            }
        } catch (Malformed _) {
            // Said below, with the line.
        }
        throw new Refused.Invalid("lines", "Line " + number + " is no JSON object.");
    }

    private static String value(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(JsonLines::value).collect(Collectors.joining("\n"));
        }
        return node.isNull() || node.isObject() ? "" : node.asString().strip();
    }
}
