package dev.allclear.edge.statuspage;

import dev.allclear.edge.json.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// One thing that was said of an incident or of planned work.
///
/// @param notified whether subscribers were told
record Told(
        String id,
        String status,
        String body,
        Instant at,
        Instant updatedAt,
        List<Affected> affected,
        boolean notified) {

    void write(JsonGenerator json, String incident) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("status", status);
        json.writeStringProperty("body", body);
        json.writeStringProperty("incident_id", incident);
        json.writeStringProperty("created_at", Json.instant(at));
        json.writeStringProperty("updated_at", Json.instant(updatedAt));
        json.writeStringProperty("display_at", Json.instant(at));
        Affected.write(json, affected);
        json.writeBooleanProperty("deliver_notifications", notified);
        json.writeNullProperty("custom_tweet");
        json.writeNullProperty("tweet_id");
        json.writeEndObject();
    }
}
