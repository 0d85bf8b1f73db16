package dev.allclear.playbook;

import dev.allclear.incident.Severity;
import dev.allclear.playbook.Playbook.Kind;
import dev.allclear.playbook.Section.Line;
import dev.allclear.status.State;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands at the top of a playbook's file: its name, and a few lines such as `Kind: outage`.
///
/// @param kind empty when it can't be understood, as severity and state
record Head(String name, Optional<Kind> kind, Optional<Severity> severity, Optional<State> state, List<String> words) {

    private static final List<String> KEYS = List.of("Kind", "Severity", "State", "Words");

    static Head read(Section section, List<Mistake> mistakes) {
        var settings = settings(section, mistakes);
        return new Head(
                name(section, mistakes),
                one(settings, "Kind", Kind.values(), Kind::word, mistakes),
                one(settings, "Severity", Severity.values(), Severity::key, mistakes),
                one(settings, "State", State.values(), Head::word, mistakes),
                words(settings));
    }

    /// As written in a playbook's file: `partial outage`.
    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Line> settings(Section section, List<Mistake> mistakes) {
        var settings = new LinkedHashMap<String, Line>();
        for (var line : section.lines()) {
            if (!line.text().isBlank() && !line.text().startsWith("# ")) {
                var parts = line.text().split(":", 2);
                if (parts.length == 2 && KEYS.contains(parts[0])) {
                    settings.put(parts[0], new Line(line.number(), parts[1].strip()));
                } else {
                    var what = "Here stand Kind, Severity, State and Words, such as Kind: outage";
                    mistakes.add(new Mistake(line.number(), 1, what));
                }
            }
        }
        return settings;
    }

    private static String name(Section section, List<Mistake> mistakes) {
        var first = section.lines().isEmpty() ? "" : section.lines().getFirst().text();
        if (!first.startsWith("# ")) {
            mistakes.add(new Mistake(section.firstLine(), 1, "A playbook begins with its name: # Payments fail"));
            return "";
        }
        return first.substring(2).strip();
    }

    private static <T> Optional<T> one(
            Map<String, Line> settings, String key, T[] known, Function<T, String> word, List<Mistake> mistakes) {
        var allowed = Stream.of(known).map(word).collect(Collectors.joining(", "));
        var line = settings.get(key);
        if (line == null) {
            mistakes.add(new Mistake(1, 1, "Below the name belongs \"" + key + ":\" with one of: " + allowed + "."));
            return Optional.empty();
        }
        var found = Arrays.stream(known)
                .filter(one -> word.apply(one).equals(line.text()))
                .findFirst();
        if (found.isEmpty()) {
            mistakes.add(new Mistake(line.number(), key.length() + 3, key + " is one of: " + allowed + "."));
        }
        return found;
    }

    private static List<String> words(Map<String, Line> settings) {
        return Optional.ofNullable(settings.get("Words")).stream()
                .flatMap(line -> Stream.of(line.text().split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
