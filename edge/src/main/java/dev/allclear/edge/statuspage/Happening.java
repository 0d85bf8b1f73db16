package dev.allclear.edge.statuspage;

import dev.allclear.edge.json.Json;
import dev.allclear.maintenance.Window;
import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicPage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/// An incident or planned work: to their API one is the other with two more members.
///
/// @param updates newest first
record Happening(
        String id,
        String name,
        String status,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> monitoringAt,
        Optional<Instant> resolvedAt,
        String impact,
        String link,
        Instant startedAt,
        List<Told> updates,
        Set<String> components,
        Optional<Window> window) {

    static Set<String> components(List<PublicArea> areas) {
        return areas.stream().map(area -> area.component().value()).collect(Collectors.toSet());
    }

    /// The components that it is about, as they are listed now.
    List<Listed> touched(List<Listed> listed) {
        return listed.stream().filter(one -> components.contains(one.id())).toList();
    }

    void members(JsonGenerator json, PublicPage page, List<Listed> listed) {
        json.writeStringProperty("id", id);
        json.writeStringProperty("name", name);
        json.writeStringProperty("status", status);
        json.writeStringProperty("created_at", Json.instant(createdAt));
        json.writeStringProperty("updated_at", Json.instant(updatedAt));
        Json.stringOrNull(json, "monitoring_at", monitoringAt.map(Json::instant));
        Json.stringOrNull(json, "resolved_at", resolvedAt.map(Json::instant));
        json.writeStringProperty("impact", impact);
        json.writeStringProperty("shortlink", link);
        json.writeStringProperty("started_at", Json.instant(startedAt));
        json.writeStringProperty("page_id", page.page().id().value());
        json.writeArrayPropertyStart("incident_updates");
        updates.forEach(told -> told.write(json, id));
        json.writeEndArray();
        json.writeArrayPropertyStart("components");
        touched(listed).forEach(one -> one.write(json, page));
        json.writeEndArray();
        window.ifPresent(planned -> {
            json.writeStringProperty("scheduled_for", Json.instant(planned.start()));
            json.writeStringProperty("scheduled_until", Json.instant(planned.end()));
        });
    }
}
