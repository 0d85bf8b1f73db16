package dev.allclear.desk.web;

import java.util.Arrays;

/// A request as it came in, whole, before anybody made sense of it.
final class Received {

    private final String method;
    private final String path;
    private final String query;
    private final Headers headers;
    private final byte[] body;
    private final String client;

    /// @param path still percent-encoded
    /// @param query still percent-encoded, without the question mark
    /// @param client where it came from, as limits count it
    Received(String method, String path, String query, Headers headers, byte[] body, String client) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = Arrays.copyOf(body, body.length);
        this.client = client;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String query() {
        return query;
    }

    Headers headers() {
        return headers;
    }

    byte[] body() {
        return Arrays.copyOf(body, body.length);
    }

    String client() {
        return client;
    }
}
