package dev.allclear.app.imports.cstate;

import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the old page's configuration says of the service.
///
/// @param zone in which it showed its times, where it says so
/// @param systems by category in the order of the page
record SiteConfig(String title, Optional<ZoneId> zone, List<Category> categories, List<OldSystem> systems) {

    static final SiteConfig NONE = new SiteConfig("", Optional.empty(), List.of(), List.of());

    /// @param titled whether the page shows its name
    record Category(String name, String description, boolean titled) {}

    /// @param category empty for none, or for one that there isn't
    record OldSystem(String name, String description, Optional<Category> category) {}

    static SiteConfig read(String file, String yaml, Findings findings) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(yaml);
        } catch (JacksonException wrong) {
            var line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
            findings.add(Kind.UNREADABLE, file, line, "this is not YAML; every system is known from the issues only");
            return NONE;
        }
        var parameters = root.path("params");
        var categories = new LinkedHashMap<String, Category>();
        children(parameters.path("categories"))
                .forEach(node -> categories.putIfAbsent(
                        text(node, "name"),
                        new Category(
                                text(node, "name"),
                                text(node, "description"),
                                !node.path("untitled").asBoolean(false))));
        return new SiteConfig(
                text(root, "title"),
                zone(file, text(root, "timeZone"), findings),
                categories.values().stream()
                        .filter(category -> !category.name().isEmpty())
                        .toList(),
                systems(file, parameters.path("systems"), categories, findings));
    }

    private static Optional<ZoneId> zone(String file, String name, Findings findings) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            findings.add(
                    Kind.TIME_WITHOUT_ZONE, file, 0, "`timeZone: " + name + "` is no zone; the page's zone was taken");
            return Optional.empty();
        }
    }

    /// Those of one category stand together, in the order of the categories.
    private static List<OldSystem> systems(
            String file, JsonNode nodes, Map<String, Category> categories, Findings findings) {
        var systems = new LinkedHashMap<String, OldSystem>();
        for (var node : children(nodes).toList()) {
            var name = text(node, "name");
            var category = text(node, "category");
            if (name.isEmpty() || systems.containsKey(name)) {
                findings.add(
                        Kind.UNREADABLE,
                        file,
                        0,
                        name.isEmpty() ? "a system has no name; it was left out" : "`" + name + "` is listed twice");
                continue;
            }
            if (!category.isEmpty() && !categories.containsKey(category)) {
                findings.add(
                        Kind.UNREADABLE,
                        file,
                        0,
                        "`" + name + "` is in a category that there isn't: `" + category + "`");
            }
            var link = text(node, "link");
            var description = (text(node, "description") + (link.isEmpty() ? "" : "\n" + link)).strip();
            systems.put(name, new OldSystem(name, description, Optional.ofNullable(categories.get(category))));
        }
        var order = List.copyOf(categories.values());
        return systems.values().stream()
                .sorted((a, b) -> Integer.compare(place(a, order), place(b, order)))
                .toList();
    }

    private static int place(OldSystem system, List<Category> order) {
        return system.category().map(order::indexOf).orElse(order.size());
    }

    private static Stream<JsonNode> children(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("").strip();
    }
}
