package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that nobody sends by accident. Own cases always; the lists of `../shared/hardening` where they are at
/// hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

    private DeskServer server;
    private String key;

    @BeforeAll
    void start() {
        server = DeskServer.start();
        key = server.key(server.page, Role.OWNER);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// Time stands still for the server, so its limits must be given time now and then.
    private Reply post(byte[] body, String type, String... headers) {
        server.clock.advance(Duration.ofSeconds(1));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/incidents"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var reply = server.exchange(request.build());
        Contract.check("POST", "/api/v1/incidents", reply);
        assertThat(reply.body()).doesNotContain("Exception", ".java:", "tools.jackson", "dev.allclear.");
        return reply;
    }

    private Reply post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{\"title\": \"a\",}",
                "{\"title\": \"a\" \"b\": 1}",
                "{\"title\": \"a\"}{}",
                "{'title': 'a'}",
                "[]",
                "null",
                "1",
                "\"a\"",
                "{\"title\": NaN}",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{\"title\": 01}",
                "{\"title\": \"\\x41\"}",
                "{\"title\": \"\t\"}",
                "\ufeff{\"title\": \"a\"}",
                "{title: 1}",
                "<x/>",
                "// c\n{}",
                "[\"java.lang.Object\", {\"title\": \"a\"}]"
            })
    void what_is_no_json_object_is_refused(String body) {
        assertThat(post(body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\": {\"$gt\": \"\"}}",
                "{\"title\": null}",
                "{\"title\": [\"a\"]}",
                "{\"title\": \"\\ud800\"}",
                "{\"title\": \"a\\u0000b\"}",
                "{\"title\": \"a\\nb\"}",
                "{\"title\": 1e400}",
                "{\"title\": 1e1000000000}",
                "{\"title\": true}",
                "{\"__proto__\": {\"admin\": true}, \"title\": \"a\"}",
                "{\"started_at\": \"-999999999-01-01T00:00:00Z\"}",
                "{\"started_at\": \"9999-12-31T23:59:59Z\"}",
                "{\"started_at\": 1e1000000000}",
                "{\"started_at\": \"2026-02-30T00:00:00Z\"}"
            })
    void what_makes_no_sense_is_refused_with_names(String body) {
        var reply = post(body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.wrongFields()).isNotEmpty();
    }

    @Test
    void depth_size_and_numbers_have_limits() {
        assertThat(post("[".repeat(200_000)).status()).isEqualTo(400);
        assertThat(post("{\"a\":".repeat(65) + "1" + "}".repeat(65)).status()).isEqualTo(400);
        assertThat(post("{\"title\": " + "9".repeat(100_000) + "}").status()).isEqualTo(400);
        assertThat(post("{\"title\": \"" + "a".repeat(1024 * 1024) + "\"}").status())
                .isEqualTo(413);
        var many =
                IntStream.range(0, 60_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
        var reply = post(many);
        assertThat(reply.status()).isIn(400, 422);
        assertThat(reply.body()).hasSizeLessThan(10_000);
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        assertThat(post(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, "application/json")
                        .status())
                .isEqualTo(400);
        assertThat(post("{\"title\": \"a\"}".getBytes(StandardCharsets.UTF_16), "application/json")
                        .status())
                .isEqualTo(400);
        assertThat(post("{\"title\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1), "application/json")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/xml",
                "json"
            })
    void other_content_types_are_refused(String type) {
        assertThat(post("{\"title\": \"a\"}".getBytes(StandardCharsets.UTF_8), type)
                        .status())
                .isEqualTo(415);
    }

    @Test
    void compressed_bodies_are_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[10_000_000]);
        }

        assertThat(post(bytes.toByteArray(), "application/json", "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void broken_paths_and_queries_are_refused() {
        for (var path : List.of(
                "/api/v1/incidents/%00",
                "/api/v1/incidents/%ff",
                "/api/v1/incidents/%2e%2e",
                "/api/v1/incidents/a%2Fb",
                "/api/v1/incidents?limit=%ff",
                "/api/v1/incidents?limit=-1",
                "/api/v1/incidents?limit=2147483648",
                "/api/v1//incidents",
                "/api/v1/../../etc/passwd",
                "/api/v1/incidents/" + "x".repeat(3_000))) {
            var reply = server.get(path, "Authorization", "Bearer " + key);
            assertThat(reply.status()).as(path).isBetween(400, 499);
        }
    }
}
