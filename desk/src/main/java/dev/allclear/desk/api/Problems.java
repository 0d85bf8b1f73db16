package dev.allclear.desk.api;

import dev.allclear.Fault;
import dev.allclear.Objection;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Refusal;
import java.util.List;
import java.util.Locale;

/// Refusals as problem+json (RFC 9457), with a fault per field in `errors`.
final class Problems {

    private record Problem(String type, String title, int status, String detail, List<Wrong> errors) {}

    /// The same with what the writing coach found.
    private record Objected(
            String type, String title, int status, String detail, List<Wrong> errors, List<Objection> findings) {}

    private record Wrong(String field, String detail) {}

    private final Json json;

    Problems(Json json) {
        this.json = json;
    }

    Answer answer(Refusal refusal) {
        var type = "urn:allclear:problem:" + refusal.kind();
        var errors = refusal.faults().stream().map(Problems::wrong).toList();
        var problem = refusal.objections().isEmpty()
                ? new Problem(type, refusal.title(), refusal.status(), refusal.detail(), errors)
                : new Objected(type, refusal.title(), refusal.status(), refusal.detail(), errors, refusal.objections());
        var answer = Answer.of(refusal.status(), "application/problem+json", json.write(problem));
        return refusal.status() == 401 ? answer.with("WWW-Authenticate", "Bearer realm=\"allclear\"") : answer;
    }

    /// The core names fields in camelCase, the API in snake_case.
    private static Wrong wrong(Fault fault) {
        var field = fault.field().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return new Wrong(field, fault.message());
    }
}
