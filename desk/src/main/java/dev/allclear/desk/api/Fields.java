package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Malformed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads a JSON object field by field. Whatever is wrong is noted with the field's name and what would be right; a
/// method that found something wrong gives back nothing, and `refuseIfWrong` then tells all of it at once.
final class Fields {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int MOST_NAMED = 20;

    private final JsonNode object;
    private final String path;
    private final Faults faults;
    private final Set<String> known = new HashSet<>();
    private final List<Fields> inner = new ArrayList<>();

    private Fields(JsonNode object, String path, Faults faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    static Fields of(Ask ask, Json json) {
        if (!ask.contentType().equals("application/json")) {
            throw Malformed.type("application/json");
        }
        var body = json.read(ask.body());
        if (!body.isObject()) {
            throw Malformed.request("The body must be a JSON object.");
        }
        return new Fields(body, "", new Faults());
    }

    /// Is the field there, even as null?
    boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    boolean isNull(String name) {
        known.add(name);
        return !object.has(name) || object.get(name).isNull();
    }

    /// Reads the field if it says something.
    ///
    /// @return empty when it is missing, null, or wrong
    <T> Optional<T> maybe(String name, Function<String, Optional<T>> reading) {
        return isNull(name) ? Optional.empty() : reading.apply(name);
    }

    Optional<String> line(String name, int limit) {
        return string(name).flatMap(value -> faults.read(path + name, () -> Text.line(name, value, limit)));
    }

    Optional<String> optionalLine(String name, int limit) {
        return string(name).flatMap(value -> faults.read(path + name, () -> Text.optionalLine(name, value, limit)));
    }

    Optional<String> prose(String name, int limit) {
        return string(name).flatMap(value -> faults.read(path + name, () -> Text.prose(name, value, limit)));
    }

    Optional<String> optionalProse(String name, int limit) {
        return string(name).flatMap(value -> faults.read(path + name, () -> Text.optionalProse(name, value, limit)));
    }

    /// Reads a string with a rule of its own, such as an address; what the rule refuses is a fault of this field.
    <T> Optional<T> parsed(String name, int limit, Function<String, T> rule) {
        return line(name, limit).flatMap(value -> faults.read(path + name, () -> rule.apply(value)));
    }

    /// An id of something that the page has; whether it does is checked later.
    <T> Optional<T> id(String name, String what, Function<String, T> constructor) {
        return string(name).flatMap(value -> id(path + name, what, value, constructor));
    }

    private <T> Optional<T> id(String field, String what, String value, Function<String, T> constructor) {
        try {
            return Optional.of(constructor.apply(value));
        } catch (Refused.NotFound neverGivenOut) {
            faults.add(field, "There is no such " + what + " on this page.");
            return Optional.empty();
        }
    }

    <T> Optional<List<T>> ids(String name, String what, Function<String, T> constructor) {
        return strings(name)
                .map(values -> values.stream()
                        .flatMap(value -> id(path + name, what, value, constructor).stream())
                        .distinct()
                        .toList());
    }

    <E extends Enum<E>> Optional<E> oneOf(String name, E[] allowed, Function<E, String> key) {
        return string(name).flatMap(value -> chosen(name, value, allowed, key));
    }

    <E extends Enum<E>> Optional<List<E>> someOf(String name, E[] allowed, Function<E, String> key) {
        return strings(name)
                .map(values -> values.stream()
                        .flatMap(value -> chosen(name, value, allowed, key).stream())
                        .distinct()
                        .toList());
    }

    private <E extends Enum<E>> Optional<E> chosen(String name, String value, E[] allowed, Function<E, String> key) {
        var found = Arrays.stream(allowed)
                .filter(one -> key.apply(one).equals(value))
                .findFirst();
        if (found.isEmpty()) {
            wrong(
                    name,
                    "This must be one of: "
                            + String.join(", ", Arrays.stream(allowed).map(key).toList()) + ".");
        }
        return found;
    }

    Optional<Instant> time(String name) {
        return string(name).flatMap(value -> {
            try {
                var at = OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MILLIS);
                if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                    return wrong(name, "This must lie between the years 2000 and 2100.");
                }
                return Optional.of(at);
            } catch (DateTimeParseException unreadable) {
                return wrong(
                        name,
                        "This must be a time with its zone, such as 2026-11-22T14:30:00Z or 2026-11-22T15:30:00+01:00.");
            }
        });
    }

    Optional<LocalDate> date(String name) {
        return string(name).flatMap(value -> {
            try {
                var date = LocalDate.parse(value);
                return date.getYear() < 2000 || date.getYear() > 2100
                        ? wrong(name, "This must lie between the years 2000 and 2100.")
                        : Optional.of(date);
            } catch (DateTimeParseException unreadable) {
                return wrong(name, "This must be a date, such as 2026-11-22.");
            }
        });
    }

    Optional<Boolean> flag(String name) {
        return present(name)
                .flatMap(node ->
                        node.isBoolean() ? Optional.of(node.asBoolean()) : wrong(name, "This must be true or false."));
    }

    Optional<Integer> number(String name, int least, int most) {
        return present(name).flatMap(node -> {
            if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < least || node.asInt() > most) {
                return wrong(name, "This must be a whole number from " + least + " to " + most + ".");
            }
            return Optional.of(node.asInt());
        });
    }

    /// The object inside, read with the same faults.
    Optional<Fields> object(String name) {
        return present(name).flatMap(node -> {
            if (!node.isObject()) {
                return wrong(name, "This must be an object.");
            }
            return Optional.of(inside(node, name + "."));
        });
    }

    Optional<List<Fields>> objects(String name, int most) {
        return present(name).flatMap(node -> {
            if (!node.isArray() || node.size() > most || !node.valueStream().allMatch(JsonNode::isObject)) {
                return wrong(name, "This must be a list of at most " + most + " objects.");
            }
            var all = new ArrayList<Fields>();
            for (var i = 0; i < node.size(); i++) {
                all.add(inside(node.get(i), name + "[" + i + "]."));
            }
            return Optional.of(all);
        });
    }

    private Fields inside(JsonNode node, String name) {
        var fields = new Fields(node, path + name, faults);
        inner.add(fields);
        return fields;
    }

    private Optional<String> string(String name) {
        return present(name)
                .flatMap(
                        node -> node.isString() ? Optional.of(node.asString()) : wrong(name, "This must be a string."));
    }

    /// Lines of text, each of them not empty.
    Optional<List<String>> lines(String name, int most, int limit) {
        return strings(name).flatMap(values -> {
            if (values.size() > most) {
                return wrong(name, "This must be a list of at most " + most + ".");
            }
            var lines = values.stream()
                    .flatMap(value -> faults.read(path + name, () -> Text.line(name, value, limit)).stream())
                    .toList();
            return lines.size() == values.size() ? Optional.of(lines) : Optional.empty();
        });
    }

    private Optional<List<String>> strings(String name) {
        return present(name).flatMap(node -> {
            if (!node.isArray() || node.size() > 1_000 || !node.valueStream().allMatch(JsonNode::isString)) {
                return wrong(name, "This must be a list of strings.");
            }
            return Optional.of(node.valueStream().map(JsonNode::asString).toList());
        });
    }

    private Optional<JsonNode> present(String name) {
        if (isNull(name)) {
            return wrong(name, "This is missing.");
        }
        return Optional.of(object.get(name));
    }

    <T> Optional<T> wrong(String name, String message) {
        faults.add(path + name, message);
        return Optional.empty();
    }

    /// Also refuses fields that nobody asked for: a misspelt one would otherwise be lost in silence.
    void refuseIfWrong() {
        nameUnknown();
        faults.refuseIfAny();
    }

    private void nameUnknown() {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .limit(MOST_NAMED)
                .forEach(name -> wrong(printable(name), "There is no such field here."));
        inner.forEach(Fields::nameUnknown);
    }

    private static String printable(String name) {
        var plain = name.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.substring(0, Math.min(80, plain.length()));
    }
}
