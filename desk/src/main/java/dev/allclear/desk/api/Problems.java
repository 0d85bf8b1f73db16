package dev.allclear.desk.api;

import dev.allclear.Fault;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Refusal;
import java.util.List;
import java.util.Locale;

/// Refusals as problem+json (RFC 9457), with a fault per field in `errors`.
final class Problems {

    private record Problem(String type, String title, int status, String detail, List<Wrong> errors) {}

    private record Wrong(String field, String detail) {}

    private final Json json;

    Problems(Json json) {
        this.json = json;
    }

    Answer answer(Refusal refusal) {
        var problem = new Problem(
                "urn:allclear:problem:" + refusal.kind(),
                refusal.title(),
                refusal.status(),
                refusal.detail(),
                refusal.faults().stream().map(Problems::wrong).toList());
        var answer = Answer.of(refusal.status(), "application/problem+json", json.write(problem));
        return refusal.status() == 401 ? answer.with("WWW-Authenticate", "Bearer realm=\"allclear\"") : answer;
    }

    /// The core names fields in camelCase, the API in snake_case.
    private static Wrong wrong(Fault fault) {
        var field = fault.field().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return new Wrong(field, fault.message());
    }
}
