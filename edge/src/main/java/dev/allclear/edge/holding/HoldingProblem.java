package dev.allclear.edge.holding;

import dev.allclear.edge.SiteFile;
import dev.allclear.edge.json.Json;
import dev.allclear.language.Languages;
import java.util.Optional;

/// The same for programs (RFC 9457): what they log, and where they can look by themselves.
public final class HoldingProblem {

    private HoldingProblem() {}

    public static SiteFile json(House house, Notice notice) {
        var phrases = Languages.phrases(house.language());
        var detail = Optional.ofNullable(notice.messages().get(house.language()))
                .orElseGet(() -> phrases.get("holding.title", "company", house.name()) + ".");
        var body = Json.object(json -> {
            json.writeStringProperty("type", "about:blank");
            json.writeStringProperty("title", "Service Unavailable");
            json.writeNumberProperty("status", 503);
            json.writeStringProperty("detail", detail);
            json.writeNumberProperty("retry_after", notice.retrySeconds());
            Json.stringOrNull(json, "expected_end", notice.until().map(Json::instant));
            json.writeStringProperty("status_page", house.status() + "/");
            json.writeStringProperty("status_api", house.status() + "/api/v2/summary.json");
            Json.stringOrNull(
                    json,
                    "contact",
                    house.support().map(contact -> contact.link().toString()));
        });
        return SiteFile.text("/holding.json", "application/problem+json", body + "\n");
    }
}
