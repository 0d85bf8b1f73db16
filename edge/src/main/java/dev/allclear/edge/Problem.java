package dev.allclear.edge;

import dev.allclear.edge.json.Json;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/// An answer for programs whose request can't be served (RFC 9457).
final class Problem {

    private Problem() {}

    static void send(HttpServerResponse response, int status, String title) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Json.object(json -> {
                    json.writeStringProperty("type", "about:blank");
                    json.writeStringProperty("title", title);
                    json.writeNumberProperty("status", status);
                }));
    }
}
