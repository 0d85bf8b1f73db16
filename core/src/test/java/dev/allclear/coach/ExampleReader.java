package dev.allclear.coach;

import dev.allclear.coach.Manuscript.Audience;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.guide.GuidePage.Example;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns an example of the style guide into the message it stands for.
///
/// Its situation reads `resolved, email, technical, impact=critical`; lists are separated by `;`, and an object's parts
/// by spaces, as in `components=Checkout:down` or `earlier=2026-03-12T14:00:00Z promised 2026-03-12T14:30:00Z said We
/// look`.
final class ExampleReader {

    private ExampleReader() {}

    static Manuscript read(Example example, String language) {
        var object = new HashMap<String, Object>();
        object.put("phase", "investigating");
        object.put("language", language);
        object.put("title", example.title());
        object.put("body", example.body());
        example.situation().forEach(part -> put(object, part));
        return Submission.read(object);
    }

    private static void put(Map<String, Object> object, String part) {
        var equal = part.indexOf('=');
        if (equal > 0) {
            var name = part.substring(0, equal);
            object.put(name.equals("earlier") ? "earlier_updates" : name, value(name, part.substring(equal + 1)));
        } else if (isOne(Phase.values(), part)) {
            object.put("phase", part);
        } else if (isOne(Channel.values(), part)) {
            object.put("channel", part);
        } else if (isOne(Audience.values(), part)) {
            object.put("audience", part);
        } else {
            throw new IllegalArgumentException("what does \"" + part + "\" say of a message?");
        }
    }

    private static boolean isOne(Enum<?>[] values, String part) {
        var name = part.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values).anyMatch(it -> it.name().equals(name));
    }

    private static Object value(String name, String text) {
        var parts = List.of(text.split("; *", -1));
        return switch (name) {
            case "products", "forbidden_names", "internal_patterns", "internal_values", "staff" -> parts;
            case "components" -> parts.stream().map(it -> component(it)).toList();
            case "glossary" ->
                parts.stream().map(it -> pair(it, "term", "plain")).toList();
            case "eta" -> eta(text);
            case "window" -> window(text);
            case "earlier" -> parts.stream().map(it -> earlier(it)).toList();
            case "affected_share" -> Double.valueOf(text);
            case "emergency", "holds_data", "credits_apply" -> Boolean.valueOf(text);
            default -> text.replace(';', ',');
        };
    }

    private static Map<String, Object> component(String text) {
        var parts = text.split(":", -1);
        var names = parts[0].split(" called ", -1);
        var component = new HashMap<String, Object>(Map.of("name", names[0], "public_name", names[names.length - 1]));
        if (parts.length > 1) {
            component.put("state", parts[1]);
        }
        return component;
    }

    private static Map<String, Object> pair(String text, String key, String value) {
        var parts = text.split(":", -1);
        return Map.of(key, parts[0], value, parts[1]);
    }

    private static Map<String, Object> eta(String text) {
        var parts = text.split(" by ", -1);
        return parts.length == 1 ? Map.of("at", parts[0]) : Map.of("at", parts[0], "confirmed_by", parts[1]);
    }

    private static Map<String, Object> window(String text) {
        var parts = text.split(" to | was ", -1);
        return parts.length == 2
                ? Map.of("start", parts[0], "end", parts[1])
                : Map.of("start", parts[0], "end", parts[1], "previous_end", parts[2]);
    }

    private static Map<String, Object> earlier(String text) {
        var said = text.split(" said ", -1);
        var promised = said[0].split(" promised ", -1);
        var update = new HashMap<String, Object>(
                Map.of("at", promised[0], "body", said.length > 1 ? said[1].replace(';', ',') : ""));
        if (promised.length > 1) {
            update.put("promised_next_at", promised[1]);
        }
        return update;
    }
}
