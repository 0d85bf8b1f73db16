package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.allclear.people.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The lists of `../shared/hardening`, where they are at hand; where not, the tests say that they were skipped.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileListsTest {

    /// Writes what is no whole character as an escape: as bytes it could not be sent.
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Path LISTS = Path.of("..", "..", "shared", "hardening");

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

    @Test
    void the_list_of_broken_json_breaks_nothing() throws IOException {
        var wrong = new ArrayList<String>();
        for (var one : list("json.jsonl")) {
            var type = "application/json";
            var headers = new String[0];
            var text = one.has("body") ? one.get("body").asString() : "";
            if (text.startsWith("CT:")) {
                type = text.substring(3, text.indexOf(' '));
                text = text.substring(text.indexOf(' ') + 1);
            }
            if (text.startsWith("GENGZIP:")) {
                continue;
            }
            var start = System.nanoTime();
            var reply = post(bytes(one, text), type, headers);
            var millis = (System.nanoTime() - start) / 1_000_000;
            var expected = one.get("expect").asString();
            if (reply.status() >= 500 || millis > 1_000 || (expected.startsWith("4") && reply.status() < 400)) {
                wrong.add(one.get("id").asString() + " " + expected + ": " + reply.status() + " in " + millis + " ms");
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static byte[] bytes(JsonNode one, String text) {
        if (one.has("b64")) {
            return Base64.getDecoder().decode(one.get("b64").asString());
        }
        if (one.has("gen")) {
            return repeated(one.get("gen").asString()).getBytes(StandardCharsets.UTF_8);
        }
        if (text.startsWith("GENKEYS:")) {
            return IntStream.range(0, Integer.parseInt(text.substring(8)))
                    .mapToObj(i -> "\"k" + i + "\":1")
                    .collect(Collectors.joining(",", "{", "}"))
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (text.startsWith("GENCOLLIDE:")) {
            return colliding(Integer.parseInt(text.substring(11))).getBytes(StandardCharsets.UTF_8);
        }
        if (text.startsWith("GENSTR:")) {
            return ("{\"title\":\"" + "a".repeat(Integer.parseInt(text.substring(7))) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (text.equals("GENUTF16")) {
            return "{\"title\":\"a\"}".getBytes(StandardCharsets.UTF_16);
        }
        return (text.startsWith("GEN:") ? repeated(text.substring(4)) : text).getBytes(StandardCharsets.UTF_8);
    }

    private static String repeated(String generator) {
        var star = generator.lastIndexOf('*');
        return generator.substring(0, star).repeat(Integer.parseInt(generator.substring(star + 1)));
    }

    /// Names that all fall into one bucket of a hash table.
    private static String colliding(int count) {
        var names = List.of("");
        while (names.size() < count) {
            names = names.stream()
                    .flatMap(name -> List.of(name + "Aa", name + "BB").stream())
                    .toList();
        }
        return names.stream().limit(count).map(name -> "\"" + name + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void texts_of_the_world_come_back_as_they_went_in_or_are_refused() throws IOException {
        var wrong = new ArrayList<String>();
        for (var one : list("unicode.jsonl")) {
            var value = one.get("value").asString();
            var reply = post("{\"severity\": \"minor\", \"text\": \"x\", \"title\": "
                    + ESCAPING.writeValueAsString(value) + "}");
            var stays = reply.status() == 201
                    && Normalizer.normalize(value, Normalizer.Form.NFC).strip().equals(reply.text("title"));
            if (!stays && (reply.status() < 400 || reply.status() >= 500)) {
                wrong.add(
                        one.get("id").asString() + " " + one.get("name") + ": " + reply.status() + " " + reply.body());
            }
        }

        assertThat(wrong).isEmpty();
    }

    /// One of these, met by a pattern that tries every way, would take longer than anybody waits.
    @Test
    @Timeout(120)
    void no_pattern_loses_itself_in_hostile_text() throws IOException {
        var wrong = new ArrayList<String>();
        for (var one : list("redos.jsonl")) {
            var value = one.get("prefix").asString()
                    + one.get("pump").asString().repeat(one.get("n").asInt())
                    + one.get("suffix").asString();
            var fields = new HashMap<String, Object>(
                    Map.of("email", value, "zone", value, "language", value, "kind", value));
            var form = server.postForm("/subscribe", fields).status();
            var json = post("{\"title\": " + new JsonMapper().writeValueAsString(value) + ", \"started_at\": "
                            + new JsonMapper().writeValueAsString(value) + "}")
                    .status();
            if (form >= 500 || json >= 500) {
                wrong.add(one.get("id").asString() + ": " + form + ", " + json);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static List<JsonNode> list(String name) throws IOException {
        var file = LISTS.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        var mapper = new JsonMapper();
        return Files.readAllLines(file).stream().map(mapper::readTree).toList();
    }
}
