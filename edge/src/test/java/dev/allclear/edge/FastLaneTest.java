package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Most answers leave before Vert.x is asked. Nobody can tell.
final class FastLaneTest {

    private final Served served = new Served().showing(Fernhill.page());

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/de/",
                "/history",
                "/api/v2/summary.json",
                "/history.rss",
                "/assets/page-0123abcd.css",
                "/nowhere"
            })
    void both_ways_answer_the_same(String path) throws Exception {
        var fast = served.bytes(path, "Accept-Encoding", "gzip");
        // A query is for Vert.x to read.
        var other = served.bytes(path + "?a=b", "Accept-Encoding", "gzip");

        assertThat(fast.statusCode()).isEqualTo(other.statusCode());
        assertThat(fast.body()).isEqualTo(other.body());
        assertThat(sorted(fast.headers())).isEqualTo(sorted(other.headers()));
        var tag = fast.headers().firstValue("ETag").orElse("\"none\"");
        var fastAgain = served.get(path, "Accept-Encoding", "gzip", "If-None-Match", tag);
        var otherAgain = served.get(path + "?a=b", "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(fastAgain.statusCode()).isEqualTo(otherAgain.statusCode());
        assertThat(sorted(fastAgain.headers())).isEqualTo(sorted(otherAgain.headers()));
    }

    private static Map<String, String> sorted(HttpHeaders headers) {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.map().forEach((name, values) -> sorted.put(name, String.join(", ", values)));
        sorted.remove("Date");
        return sorted;
    }

    @Test
    void answers_keep_the_order_of_their_requests() throws Exception {
        var answers = answers("""
                GET /history HTTP/1.1
                Host: x

                GET /desk/slow HTTP/1.1
                Host: x

                GET /assets/page-0123abcd.css HTTP/1.1
                Host: x

                POST /subscribe HTTP/1.1
                Host: x
                Content-Length: 3

                abcGET /de/history HTTP/1.1
                Host: x
                Connection: close

                """);

        assertThat(answers)
                .containsSubsequence("<p>History</p>", "slow", "p { margin: 0 }", "others: POST", "<p>Verlauf</p>");
    }

    @Test
    void many_at_once_are_all_answered() throws Exception {
        var one = "GET /history HTTP/1.1\nHost: x\n\n";

        var answers = answers(one.repeat(999) + "GET /history HTTP/1.1\nHost: x\nConnection: close\n\n");

        assertThat(answers.split("<p>History</p>", -1)).hasSize(1_001);
    }

    @Test
    void the_body_of_a_reading_request_is_no_request() throws Exception {
        var answers = answers("""
                GET /history HTTP/1.1
                Host: x
                Content-Length: 41

                GET /desk HTTP/1.1
                Host: x

                0123456789GET /de/history HTTP/1.1
                Host: x
                Connection: close

                """);

        assertThat(answers).contains("History", "Verlauf").doesNotContain("others");
    }

    private String answers(String requests) throws IOException {
        try (var socket = served.socket()) {
            Served.write(socket.getOutputStream(), requests.replace("\n", "\r\n"));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
