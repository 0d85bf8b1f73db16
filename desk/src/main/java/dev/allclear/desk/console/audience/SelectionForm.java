package dev.allclear.desk.console.audience;

import dev.allclear.Refused;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Tag;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.operation.AudienceDesk;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the list of subscribers is narrowed to, as an address has it: `q`, `standing`, `tag`, `part` (`group.<id>` or
/// `component.<id>`), `language`, `lost`. What makes no sense narrows nothing.
record SelectionForm(String q, String standing, String tag, String part, String language, boolean lost) {

    private static final String GROUP = "group.";
    private static final String COMPONENT = "component.";

    static SelectionForm read(Parameters query) {
        return new SelectionForm(
                query.get("q").strip(),
                query.get("standing"),
                query.get("tag"),
                query.get("part"),
                query.get("language"),
                query.has("lost"));
    }

    SelectionForm standing(String other) {
        return new SelectionForm(q, other, tag, part, language, lost);
    }

    /// @param nowhere whose choices lead nowhere
    Selection which(AudienceDesk.Lost nowhere) {
        var which = new Selection(
                q,
                Arrays.stream(Selection.State.values())
                        .filter(state -> state.key().equals(standing))
                        .findFirst(),
                tried(tag, Tag::parse),
                part.startsWith(COMPONENT)
                        ? tried(part.substring(COMPONENT.length()), ComponentId::new)
                        : Optional.empty(),
                part.startsWith(GROUP) ? tried(part.substring(GROUP.length()), GroupId::new) : Optional.empty(),
                Languages.ALL.stream()
                        .filter(one -> one.tag().equals(language))
                        .map(Language::tag)
                        .map(Language::new)
                        .findFirst(),
                Optional.empty());
        return lost ? which.among(nowhere.choices()) : which;
    }

    private static <T> Optional<T> tried(String value, Function<String, T> reading) {
        try {
            return value.isBlank() ? Optional.empty() : Optional.of(reading.apply(value));
        } catch (Refused nothing) {
            return Optional.empty();
        }
    }

    boolean isNarrowed() {
        return !q.isEmpty() || !standing.isEmpty() || !tag.isEmpty() || !part.isEmpty() || !language.isEmpty() || lost;
    }

    /// What is said, by field.
    Map<String, String> said() {
        var said = new LinkedHashMap<String, String>();
        said.put("q", q);
        said.put("standing", standing);
        said.put("tag", tag);
        said.put("part", part);
        said.put("language", language);
        said.put("lost", lost ? "1" : "");
        said.values().removeIf(String::isEmpty);
        return said;
    }

    Parameters filled() {
        return Parameters.of(
                said().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))));
    }

    String link(Ask ask) {
        return ask.link("/desk/subscribers") + "?" + query();
    }

    String query() {
        return said().entrySet().stream()
                .map(said -> said.getKey() + "=" + encoded(said.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
