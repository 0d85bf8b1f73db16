package dev.allclear.edge.statuspage;

import dev.allclear.edge.json.Json;
import dev.allclear.page.PublicComponent;
import dev.allclear.page.PublicGroup;
import dev.allclear.page.PublicPage;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// One line of the list of components: a component, or a group with the ids of those in it.
record Listed(
        String id,
        String name,
        State state,
        Instant createdAt,
        Instant updatedAt,
        int position,
        String description,
        boolean showcase,
        Optional<String> startDate,
        Optional<String> group,
        Optional<List<String>> children) {

    /// In the order of the page. Groups inside groups stand beside them, named by their path: clients know one level.
    static List<Listed> all(PublicPage page) {
        var all = new ArrayList<Listed>();
        var position = 1;
        for (var component : page.components()) {
            all.add(of(component, position++, Optional.empty()));
        }
        for (var group : page.groups()) {
            position = add(group, "", position, all);
        }
        return all;
    }

    private static int add(PublicGroup group, String path, int position, List<Listed> all) {
        var name = path + group.group().name();
        var next = position;
        if (!group.components().isEmpty()) {
            all.add(of(group, name, next++));
            var inside = 1;
            for (var component : group.components()) {
                all.add(of(component, inside++, Optional.of(group.group().id().value())));
            }
        }
        for (var inner : group.groups()) {
            next = add(inner, name + " - ", next, all);
        }
        return next;
    }

    private static Listed of(PublicGroup shown, String name, int position) {
        var group = shown.group();
        var updatedAt = shown.components().stream()
                .map(PublicComponent::changedAt)
                .filter(group.updatedAt()::isBefore)
                .max(Instant::compareTo)
                .orElse(group.updatedAt());
        return new Listed(
                group.id().value(),
                name,
                State.worst(
                        shown.components().stream().map(PublicComponent::state).toList()),
                group.createdAt(),
                updatedAt,
                position,
                group.description(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(shown.components().stream()
                        .map(inside -> inside.component().id().value())
                        .toList()));
    }

    private static Listed of(PublicComponent shown, int position, Optional<String> group) {
        var component = shown.component();
        return new Listed(
                component.id().value(),
                component.name(),
                shown.state(),
                component.createdAt(),
                shown.changedAt(),
                position,
                component.description(),
                component.showUptime(),
                Optional.of(component.startDate().toString()),
                group,
                Optional.empty());
    }

    void write(JsonGenerator json, PublicPage page) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("name", name);
        json.writeStringProperty("status", Words.component(state));
        json.writeStringProperty("created_at", Json.instant(createdAt));
        json.writeStringProperty("updated_at", Json.instant(updatedAt));
        json.writeNumberProperty("position", position);
        Json.stringOrNull(json, "description", Optional.of(description).filter(text -> !text.isEmpty()));
        json.writeBooleanProperty("showcase", showcase);
        Json.stringOrNull(json, "start_date", startDate);
        Json.stringOrNull(json, "group_id", group);
        json.writeStringProperty("page_id", page.page().id().value());
        json.writeBooleanProperty("group", children.isPresent());
        json.writeBooleanProperty("only_show_if_degraded", false);
        children.ifPresent(ids -> {
            json.writeArrayPropertyStart("components");
            ids.forEach(json::writeString);
            json.writeEndArray();
        });
        json.writeEndObject();
    }
}
