package dev.allclear.desk.web;

import java.util.Optional;

/// What a request wants done. HEAD is a GET whose body stays unsent; other methods serve nobody here.
public enum Verb {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    static Optional<Verb> of(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Optional.of(GET);
            case "POST" -> Optional.of(POST);
            case "PUT" -> Optional.of(PUT);
            case "PATCH" -> Optional.of(PATCH);
            case "DELETE" -> Optional.of(DELETE);
            default -> Optional.empty();
        };
    }

    boolean changes() {
        return this != GET;
    }
}
