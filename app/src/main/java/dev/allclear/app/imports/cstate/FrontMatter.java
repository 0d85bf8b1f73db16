package dev.allclear.app.imports.cstate;

import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// The fields on top of an issue file, each with the line where it stands.
final class FrontMatter {

    /// One field; a single value is a list of one.
    ///
    /// @param line of the field's name, in the file
    record Field(List<Value> values, int line) {}

    /// @param text empty for a value that isn't there (`affected:` and nothing behind it)
    record Value(String text, int line) {}

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Pattern PLAIN_FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)\\s*:(?:\\s+(.*))?");
    private static final Pattern PLAIN_ITEM = Pattern.compile("\\s*-\\s+(.*)");

    private final Map<String, Field> fields;

    private FrontMatter(Map<String, Field> fields) {
        this.fields = fields;
    }

    /// @param yaml what stands between the two `---`; its first line is line 2 of the file
    static FrontMatter read(String yaml, Findings.OfFile findings) {
        try {
            return new FrontMatter(strictly(yaml, findings));
        } catch (JacksonException wrong) {
            var line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr() + 1;
            findings.add(Kind.UNREADABLE, line, "this is not YAML; the fields were read line by line");
            return new FrontMatter(lineByLine(yaml));
        }
    }

    private static Map<String, Field> strictly(String yaml, Findings.OfFile findings) {
        var fields = new LinkedHashMap<String, Field>();
        try (var parser = YAML.createParser(ObjectReadContext.empty(), yaml)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return fields;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var line = parser.currentTokenLocation().getLineNr() + 1;
                var values = new ArrayList<Value>();
                var depth = 0;
                do {
                    var token = parser.nextToken();
                    if (token.isStructStart()) {
                        depth++;
                    } else if (token.isStructEnd()) {
                        depth--;
                    } else if (token.isScalarValue()) {
                        var text = token == JsonToken.VALUE_NULL
                                ? ""
                                : Optional.ofNullable(parser.getValueAsString()).orElse("");
                        values.add(new Value(
                                text.strip(), parser.currentTokenLocation().getLineNr() + 1));
                    }
                } while (depth > 0);
                if (fields.put(name, new Field(List.copyOf(values), line)) != null) {
                    findings.add(Kind.UNREADABLE, line, "`" + name + "` stands there twice; the last one counts");
                }
            }
        }
        return fields;
    }

    /// What can still be understood when it isn't YAML: `name: value`, and `- item` below a name.
    private static Map<String, Field> lineByLine(String yaml) {
        var fields = new LinkedHashMap<String, Field>();
        var name = "";
        var number = 1;
        for (var line : yaml.split("\n", -1)) {
            number++;
            var field = PLAIN_FIELD.matcher(line);
            var item = PLAIN_ITEM.matcher(line);
            if (field.matches()) {
                name = field.group(1);
                var value = Optional.ofNullable(field.group(2))
                        .map(FrontMatter::unquoted)
                        .filter(text -> !text.isEmpty());
                var at = number;
                fields.put(
                        name,
                        new Field(
                                value.map(text -> new Value(text, at)).stream().toList(), number));
            } else if (item.matches() && fields.containsKey(name)) {
                var before = fields.get(name);
                var values = new ArrayList<>(before.values());
                values.add(new Value(unquoted(item.group(1)), number));
                fields.put(name, new Field(List.copyOf(values), before.line()));
            }
        }
        return fields;
    }

    private static String unquoted(String value) {
        var text = value.strip();
        var quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.endsWith(text.substring(0, 1));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    Map<String, Field> fields() {
        return fields;
    }

    /// The one value of the field; empty when the field is missing or has none.
    Optional<Value> value(String name) {
        return values(name).stream().findFirst();
    }

    List<Value> values(String name) {
        return Optional.ofNullable(fields.get(name)).map(Field::values).orElse(List.of()).stream()
                .filter(value -> !value.text().isEmpty())
                .toList();
    }

    boolean isTrue(String name) {
        return value(name)
                .map(value -> YES.contains(value.text().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /// The line to show for a field, or for the front matter as a whole when it is missing.
    int line(String name) {
        return Optional.ofNullable(fields.get(name)).map(Field::line).orElse(1);
    }
}
