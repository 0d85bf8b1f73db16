package dev.allclear.desk;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the server said.
record Reply(HttpResponse<String> raw) {

    private static final JsonMapper MAPPER = new JsonMapper();

    int status() {
        return raw.statusCode();
    }

    String body() {
        return raw.body();
    }

    JsonNode json() {
        return MAPPER.readTree(raw.body());
    }

    String text(String field) {
        return json().get(field).asString();
    }

    String header(String name) {
        return raw.headers().firstValue(name).orElse("");
    }

    /// The fields that a problem names.
    List<String> wrongFields() {
        return json().get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }

    /// The cookie that the answer sets, as a browser would send it back.
    String cookie() {
        var cookie = header("Set-Cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
