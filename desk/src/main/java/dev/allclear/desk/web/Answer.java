package dev.allclear.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What we say to a request.
public final class Answer {

    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] body;

    private Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, List.of(Map.entry("Content-Type", contentType)), Arrays.copyOf(body, body.length));
    }

    public static Answer html(int status, byte[] body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /// Without any header yet.
    public static Answer bare(int status, byte[] body) {
        return new Answer(status, List.of(), Arrays.copyOf(body, body.length));
    }

    public static Answer empty(int status) {
        return new Answer(status, List.of(), new byte[0]);
    }

    /// See there instead, with a GET: what follows every form that was accepted, so that reloading repeats nothing.
    ///
    /// @param path of ours, from `Ask.link`
    public static Answer seeOther(String path) {
        return empty(303).with("Location", LocalPath.checked(path));
    }

    /// Adds a header, beside those of the same name.
    public Answer with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Answer(status, more, body);
    }

    public int status() {
        return status;
    }

    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    public boolean has(String name) {
        return headers.stream().anyMatch(header -> header.getKey().equalsIgnoreCase(name));
    }

    public byte[] body() {
        return Arrays.copyOf(body, body.length);
    }
}
