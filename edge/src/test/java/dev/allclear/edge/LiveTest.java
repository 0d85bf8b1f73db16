package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.allclear.edge.live.LiveLimits;
import dev.allclear.page.PublicPage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Open pages hear of everything, once and in order, also when their connection breaks in between.
final class LiveTest {

    private final Served served = new Served().showing(Fernhill.calm());

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void news_reach_an_open_page() throws Exception {
        try (var stream = open("")) {
            stream.next();

            served.showing(broken(2));

            var event = stream.next();
            assertThat(event.id()).isEqualTo("2");
            assertThat(event.name()).isEqualTo("published");
            assertThat(event.data())
                    .isEqualTo("{\"revision\":2,\"at\":\"2026-03-04T10:05:00.000Z\",\"say\":{"
                            + "\"en\":\"Card payments <fail> & time out: Identified\","
                            + "\"de\":\"Card payments <fail> & time out: Ursache gefunden\"}}");
        }
    }

    @Test
    void the_first_word_says_how_far_the_page_is_and_when_to_come_back() throws Exception {
        try (var stream = open("")) {
            assertThat(stream.head()).contains("200 OK", "text/event-stream", "no-store", "X-Accel-Buffering: no");
            var retry = stream.next();
            assertThat(Integer.parseInt(retry.retry())).isBetween(2_000, 8_000);
            assertThat(retry.id()).isEqualTo("1");
            assertThat(retry.name()).isEqualTo("confirmed");
            assertThat(retry.data()).isEqualTo("{\"at\":\"2026-03-04T10:05:00.000Z\",\"current\":true}");
        }
    }

    @Test
    void a_broken_connection_misses_nothing() throws Exception {
        served.showing(broken(2)).showing(mended(3)).showing(broken(4));

        try (var byHeader = open("Last-Event-ID: 2\r\n");
                var byParameter = openAt("/live?lastEventId=2", "")) {
            for (var stream : List.of(byHeader, byParameter)) {
                assertThat(List.of(stream.next().id(), stream.next().id())).containsExactly("3", "4");
                assertThat(stream.next().name()).isEqualTo("confirmed");
            }
        }
    }

    @Test
    void a_page_that_has_everything_hears_nothing_twice() throws Exception {
        served.showing(broken(2));

        try (var stream = open("Last-Event-ID: 2\r\n")) {
            assertThat(stream.next().name()).isEqualTo("confirmed");
            served.showing(mended(3));
            assertThat(stream.next().id()).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99"})
    void a_page_from_too_long_ago_or_from_another_time_loads_anew(String id) throws Exception {
        served.showing(broken(5)).showing(mended(6));

        try (var stream = open("Last-Event-ID: " + id + "\r\n")) {
            var event = stream.next();
            assertThat(event.name()).isEqualTo("reset");
            assertThat(event.id()).isEqualTo("6");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1e3", "٣", "9999999999999999999999999999", "1; DROP TABLE", " "})
    void a_place_that_makes_no_sense_is_as_good_as_none(String id) throws Exception {
        served.showing(broken(2));

        try (var stream = open("Last-Event-ID: " + id + "\r\n")) {
            assertThat(stream.next().name()).isEqualTo("confirmed");
        }
    }

    @Test
    void the_same_revision_is_no_news() throws Exception {
        try (var stream = open("")) {
            stream.next();

            served.showing(Fernhill.calm()).showing(broken(2));

            assertThat(stream.next().id()).isEqualTo("2");
        }
    }

    @Test
    void a_silent_page_is_told_that_all_is_still_true() throws Exception {
        var often = new LiveLimits(10, 10, Duration.ofMillis(100));
        try (var server = new Served(EdgeSettings.ANYWHERE, often, EdgeServer.PATIENCE).showing(Fernhill.calm());
                var stream = new Stream(server.socket(), "/live", "")) {
            stream.next();

            assertThat(stream.next().name()).isEqualTo("confirmed");
        }
    }

    @Test
    void open_pages_are_told_when_nobody_vouches_any_more_and_when_somebody_does_again() throws Exception {
        try (var stream = open("")) {
            stream.next();
            served.now.updateAndGet(now -> now.plus(Served.BELIEVED).plusMillis(1));

            served.sites.watch();
            assertThat(stream.next().data()).contains("\"current\":false");

            served.sites.confirm(Fernhill.calm().page().id(), served.now.get());
            assertThat(stream.next().data()).contains("\"current\":true");
        }
    }

    @Test
    void one_address_can_not_take_all_the_room() throws Exception {
        var narrow = new LiveLimits(10, 2, Duration.ofSeconds(15));
        try (var server = new Served(EdgeSettings.ANYWHERE, narrow, EdgeServer.PATIENCE).showing(Fernhill.calm())) {
            var first = new Stream(server.socket(), "/live", "");
            try (var second = new Stream(server.socket(), "/live", "");
                    var third = new Stream(server.socket(), "/live", "")) {
                assertThat(second.head()).contains("200 OK");
                assertThat(third.head()).contains("503", "retry-after: 30");
            }
            first.close();
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                while (server.live.open() > 0) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    @Test
    void who_never_reads_is_let_go() throws Exception {
        try (var server = new Served(EdgeSettings.ANYWHERE, LiveLimits.DEFAULT, Duration.ofSeconds(1))
                        .showing(Fernhill.calm());
                var stream = new Stream(server.narrowSocket(), "/live", "")) {
            assertThat(stream.next().name()).isEqualTo("confirmed");

            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                while (server.live.open() > 0) {
                    for (var i = 0; i < 1_000; i++) {
                        server.live.beat(Fernhill.calm().page().id());
                    }
                    // Answered by the same loop, after all that.
                    server.get("/health/live");
                }
            });
        }
    }

    @Test
    void asking_about_the_stream_does_not_open_one() throws Exception {
        var head = served.send("HEAD", "/live");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(served.live.open()).isZero();
    }

    private static PublicPage broken(long revision) {
        return Fernhill.page(revision, List.of(Fernhill.outage()), List.of());
    }

    private static PublicPage mended(long revision) {
        return Fernhill.page(revision, List.of(Fernhill.resolvedOutage()), List.of());
    }

    private Stream open(String headers) throws IOException {
        return openAt("/live", headers);
    }

    private Stream openAt(String path, String headers) throws IOException {
        return new Stream(served.socket(), path, headers);
    }

    record Event(String id, String name, String data, String retry) {}

    /// One connection, read event by event.
    private static final class Stream implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader lines;
        private final String head;

        Stream(Socket socket, String path, String headers) throws IOException {
            this.socket = socket;
            Served.write(socket.getOutputStream(), "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
            this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var read = new ArrayList<String>();
            for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                read.add(line);
            }
            this.head = String.join("\n", read);
        }

        String head() {
            return head;
        }

        Event next() throws IOException {
            var id = "";
            var name = "";
            var data = "";
            var retry = "";
            while (true) {
                var line = lines.readLine();
                if (line == null) {
                    throw new IOException("the stream ended");
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith("retry: ")) {
                    retry = line.substring(7);
                } else if (line.isEmpty() && !name.isEmpty()) {
                    return new Event(id, name, data, retry);
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
