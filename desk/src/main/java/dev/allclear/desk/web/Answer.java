package dev.allclear.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What we say to a request.
public final class Answer {

    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] body;
    private final Optional<Pouring> pouring;

    /// A body that is made while it is sent, so that it may be longer than what fits in memory. What it throws cuts the
    /// connection, so that nobody takes a part for the whole.
    public interface Pouring {
        void into(Consumer<byte[]> out);
    }

    private Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {
        this(status, headers, body, Optional.empty());
    }

    private Answer(int status, List<Map.Entry<String, String>> headers, byte[] body, Optional<Pouring> pouring) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.pouring = pouring;
    }

    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, List.of(Map.entry("Content-Type", contentType)), Arrays.copyOf(body, body.length));
    }

    /// A file for download, poured out as it is made.
    public static Answer poured(String contentType, Pouring pouring) {
        return new Answer(200, List.of(Map.entry("Content-Type", contentType)), new byte[0], Optional.of(pouring));
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
        return new Answer(status, more, body, pouring);
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

    public Optional<Pouring> pouring() {
        return pouring;
    }

    public byte[] body() {
        return Arrays.copyOf(body, body.length);
    }
}
