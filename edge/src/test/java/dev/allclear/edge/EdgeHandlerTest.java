package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.live.LiveLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EdgeHandlerTest {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',Status",
        "'en',Status",
        "'de',Zustand",
        "'de-AT,de;q=0.8,en;q=0.5',Zustand",
        "'fr,de;q=0.5',Zustand",
        "'ja',Status",
        "'de;q=broken',Status",
        "';;;',Status"
    })
    void speaks_the_language_that_suits_the_reader_best(String wish, String word) throws Exception {
        served.showing(Fernhill.calm());

        var answer = wish.isEmpty() ? served.get("/") : served.get("/", "Accept-Language", wish);

        assertThat(answer.body()).contains(word);
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Language, Accept-Encoding");
        assertThat(header(answer, "Content-Language")).isEqualTo(word.equals("Status") ? "en" : "de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/de/", "/de/index.html"})
    void an_address_with_a_language_is_in_that_language(String path) throws Exception {
        served.showing(Fernhill.calm());

        assertThat(served.get(path, "Accept-Language", "en").body()).contains("Zustand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/history", "/history.html", "/en/history", "/subscribe", "/subscribe/", "/en/subscribe"})
    void addresses_need_no_ending(String path) throws Exception {
        served.showing(Fernhill.calm());

        assertThat(served.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_copy_that_still_holds_is_not_sent_again() throws Exception {
        served.showing(Fernhill.calm());
        var first = served.get("/");

        var tag = header(first, "ETag");
        var again = served.get("/", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        for (var name : List.of("ETag", "Cache-Control", "Vary", "Content-Language", "Content-Security-Policy")) {
            assertThat(header(again, name)).as(name).isEqualTo(header(first, name));
        }
        assertThat(served.get("/", "If-None-Match", "\"x\", W/" + tag).statusCode())
                .isEqualTo(304);
        assertThat(served.get("/", "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
        assertThat(served.get("/", "If-None-Match", tag, "Accept-Language", "de")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void news_change_the_tag_and_other_files_keep_theirs() throws Exception {
        served.showing(Fernhill.calm());
        var page = header(served.get("/"), "ETag");
        var other = header(served.get("/history"), "ETag");

        served.showing(Fernhill.page(2, List.of(Fernhill.outage()), List.of()));

        assertThat(header(served.get("/"), "ETag")).isNotEqualTo(page);
        assertThat(header(served.get("/history"), "ETag")).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "gzip,true",
        "'br, gzip;q=0.5',true",
        "'',false",
        "'gzip;q=0',false",
        "'gzip; q=0.0, br',false",
        "identity,false"
    })
    void compresses_for_those_who_can_read_it(String accepted, boolean compressed) throws Exception {
        served.showing(Fernhill.calm());
        var plain = served.get("/");

        var answer = accepted.isEmpty() ? served.bytes("/") : served.bytes("/", "Accept-Encoding", accepted);

        assertThat(answer.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(compressed);
        assertThat(compressed ? unzipped(answer.body()) : new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(plain.body());
        assertThat(answer.headers().firstValue("ETag").orElseThrow().equals(header(plain, "ETag")))
                .isEqualTo(!compressed);
    }

    private static String unzipped(byte[] body) throws IOException {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v2/summary.json", "/history.rss", "/assets/page-0123abcd.css", "/nowhere"})
    void a_head_request_gets_the_same_headers_and_no_body(String path) throws Exception {
        served.showing(Fernhill.calm());
        var whole = served.get(path);

        var head = served.send("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(whole.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(header(whole, "Content-Length"));
        assertThat(header(head, "Content-Type")).isEqualTo(header(whole, "Content-Type"));
    }

    @Test
    void pages_for_people_may_run_nothing_but_our_own_files() throws Exception {
        served.showing(Fernhill.calm());

        var page = served.get("/");

        assertThat(header(page, "Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(page, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v2/status.json", "/history.atom", "/history.rss", "/feed.json", "/incidents/inc-cards.json"
            })
    void data_is_for_programs_on_any_page(String path) throws Exception {
        served.showing(Fernhill.page());

        assertThat(header(served.get(path, "Origin", "https://elsewhere.example"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        var options = served.send(
                "OPTIONS", path, "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "GET");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(header(options, "Access-Control-Allow-Methods")).contains("GET");
    }

    @Test
    void what_is_named_by_its_content_is_kept_for_good() throws Exception {
        served.showing(Fernhill.calm());

        assertThat(header(served.get("/assets/page-0123abcd.css"), "Cache-Control"))
                .contains("immutable");
        assertThat(header(served.get("/"), "Cache-Control")).contains("max-age=0", "must-revalidate");
    }

    @ParameterizedTest
    @CsvSource({"POST,/", "PUT,/history", "DELETE,/api/v2/status.json", "OPTIONS,/", "PATCH,/live"})
    void nothing_public_can_be_written(String method, String path) throws Exception {
        served.showing(Fernhill.calm());

        var answer = served.send(method, path);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).contains("GET, HEAD");
    }

    @Test
    void forms_are_read_here_and_taken_elsewhere() throws Exception {
        served.showing(Fernhill.calm());

        assertThat(served.get("/subscribe").body()).contains("<form>");
        assertThat(served.send("POST", "/subscribe").body()).isEqualTo("others: POST /subscribe");
        assertThat(served.get("/desk").body()).isEqualTo("others: GET /desk");
    }

    @Test
    void says_that_there_is_nothing_in_the_readers_words() throws Exception {
        served.showing(Fernhill.calm());

        var page = served.get("/nowhere", "Accept-Language", "de");
        var data = served.get("/api/v2/nowhere.json");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Hier ist nichts");
        assertThat(data.statusCode()).isEqualTo(404);
        assertThat(header(data, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void before_anything_is_shown_it_says_so() throws Exception {
        assertThat(served.get("/").statusCode()).isEqualTo(404);
        assertThat(served.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void turns_the_pages_of_the_history() throws Exception {
        served.showing(Fernhill.page());

        assertThat(served.get("/history.json?page=1").body())
                .isEqualTo(served.get("/history.json").body());
        assertThat(served.get("/history.json?page=2").body()).contains("\"December\"");
        assertThat(served.get("/history.json?page=99").statusCode()).isEqualTo(404);
        assertThat(served.get("/history.json?page=..%2F").statusCode()).isEqualTo(404);
    }

    @Test
    void finds_pages_by_their_path_and_their_host() throws Exception {
        served.showing(Fernhill.calm());
        served.sites.show(Fernhill.page("second", 1, List.of(Fernhill.outage()), List.of()), Fernhill.BASE, false);
        served.sites.show(
                Fernhill.under(
                        "status.third.example", Fernhill.page("third", 1, List.of(Fernhill.outage()), List.of())),
                Fernhill.BASE,
                false);

        assertThat(served.get("/").body()).contains("operational");
        assertThat(served.get("/p/second/").body()).contains("partial_outage");
        assertThat(served.get("/p/second").body()).contains("partial_outage");
        assertThat(served.get("/p/second/de/").body()).contains("Zustand: partial_outage");
        assertThat(served.get("/p/second/api/v2/status.json").body()).contains("\"id\":\"second\"");
        assertThat(served.get("/p/nobody/").statusCode()).isEqualTo(404);
        assertThat(raw("GET / HTTP/1.1\r\nHost: STATUS.third.example:8080\r\nConnection: close\r\n\r\n"))
                .contains("partial_outage");
        assertThat(raw("GET / HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n"))
                .contains("operational");
    }

    @Test
    void an_unknown_host_is_refused_where_hosts_are_known() throws Exception {
        var settings = new EdgeSettings(Set.of("127.0.0.1", "status.example.com"), () -> true, Set.of());
        try (var strict = new Served(settings, LiveLimits.DEFAULT, Duration.ofSeconds(20)).showing(Fernhill.calm())) {
            assertThat(strict.get("/").statusCode()).isEqualTo(200);
            assertThat(raw(strict, "GET / HTTP/1.1\r\nHost: evil.invalid\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 421");
            assertThat(raw(strict, "GET / HTTP/1.1\r\nHost: status.example.com:80\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            assertThat(raw(strict, "GET /health/ready HTTP/1.1\r\nHost: 10.0.0.1\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_bug_elsewhere_shows_no_more_than_that_there_is_one() throws Exception {
        served.showing(Fernhill.calm());
        var faulty = new EdgeHandler(served.sites, served.live, EdgeSettings.ANYWHERE, served.now::get, _ -> {
            throw new IllegalStateException("secret");
        });
        var port = new EdgeServer(served.vertx, faulty, 1, EdgeServer.PATIENCE)
                .listen("127.0.0.1", 0)
                .await();

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Served.write(socket.getOutputStream(), "GET /desk HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer).startsWith("HTTP/1.1 500").doesNotContain("secret", "Exception", "java:");
        }
    }

    private String raw(String request) throws IOException {
        return raw(served, request);
    }

    private static String raw(Served server, String request) throws IOException {
        try (var socket = server.socket()) {
            Served.write(socket.getOutputStream(), request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("(none)");
    }
}
