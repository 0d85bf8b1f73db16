package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.live.LiveLimits;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a client sends or withholds, everybody else is served, and it learns nothing of our insides.
final class HostileClientsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Pattern INSIDES =
            Pattern.compile("at [a-z]+\\.[\\w.$]+\\(|Exception|io\\.netty|io\\.vertx|dev\\.allclear");

    private final Served served =
            new Served(EdgeSettings.ANYWHERE, LiveLimits.DEFAULT, PATIENCE).showing(Fernhill.calm());

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void a_header_that_never_ends_is_cut() throws Exception {
        try (var socket = served.socket()) {
            Served.write(socket.getOutputStream(), "GET / HTTP/1.1\r\nHost: x\r\n");

            assertThat(cutWhileSending(socket, "X-A: b\r\n")).isTrue();
        }
    }

    @Test
    void a_second_header_that_never_ends_is_cut_too() throws Exception {
        try (var socket = served.socket()) {
            Served.write(socket.getOutputStream(), "GET /history HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\n");

            assertThat(cutWhileSending(socket, "X-A: b\r\n")).isTrue();
        }
    }

    @Test
    void a_body_that_never_ends_is_cut() throws Exception {
        try (var socket = served.socket()) {
            Served.write(
                    socket.getOutputStream(), "POST /subscribe HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");

            assertThat(cutWhileSending(socket, "a")).isTrue();
        }
    }

    @Test
    void a_body_is_asked_for_by_whoever_takes_it_and_by_nobody_else() throws Exception {
        try (var socket = served.socket()) {
            Served.write(
                    socket.getOutputStream(),
                    "POST /desk HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");

            var first = new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);

            assertThat(first).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void a_connection_that_says_nothing_is_cut() throws Exception {
        try (var socket = served.socket()) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void who_asks_for_much_and_takes_nothing_is_cut() throws Exception {
        try (var socket = served.narrowSocket()) {
            var many = "GET /api/v2/components.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(200);

            assertThat(cutWhileSending(socket, many)).isTrue();
        }
    }

    @Test
    void patience_with_a_kept_connection_is_not_used_up_by_silence() throws Exception {
        try (var socket = served.socket()) {
            var one = "GET /history HTTP/1.1\r\nHost: x\r\n\r\n";
            Served.write(socket.getOutputStream(), one);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoTimeout((int) PATIENCE.multipliedBy(2).toMillis());

            assertThat(silent(socket)).isTrue();

            Served.write(socket.getOutputStream(), one);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void an_open_stream_outlives_our_patience() throws Exception {
        try (var socket = served.socket()) {
            Served.write(socket.getOutputStream(), "GET /live HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoTimeout((int) PATIENCE.multipliedBy(2).toMillis());

            assertThat(silent(socket)).isTrue();
        }
    }

    /// Reads what is there; true when then nothing came for as long as the socket waits, false when it was cut.
    private static boolean silent(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes().length < 0;
        } catch (SocketTimeoutException nothing) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz%00..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /live?lastEventId=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /history.json?page=%ff%fe&&&==& HTTP/1.1\r\nHost: x\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
                "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001"
            })
    void what_makes_no_sense_is_answered_in_few_words(String request) throws Exception {
        var answer = answer(request);

        assertThat(answer).doesNotContainPattern(INSIDES).doesNotContain("root:");
        assertThat(answer)
                .satisfiesAnyOf(
                        text -> assertThat(text).isEmpty(),
                        text -> assertThat(text).matches("(?s)HTTP/\\d\\.\\d (?!50[02346]).*"));
        assertThat(served.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void too_much_of_anything_is_refused() throws Exception {
        assertThat(answer("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .contains(" 414 ");
        assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .contains(" 431 ");
        assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\n" + "X: a\r\n".repeat(5_000) + "\r\n"))
                .contains(" 431 ");
    }

    @Test
    void two_lengths_are_one_too_many() throws Exception {
        assertThat(
                        answer(
                                "POST /subscribe HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET /evil HTTP/1.1\r\nHost: x\r\n\r\n"))
                .satisfiesAnyOf(
                        text -> assertThat(text).startsWith("HTTP/1.1 400"),
                        text -> assertThat(text).contains("connection: close"));
    }

    private String answer(String request) throws IOException {
        try (var socket = served.socket()) {
            socket.setSoTimeout(1_500);
            var received = new StringBuilder();
            try {
                Served.write(socket.getOutputStream(), request);
                socket.shutdownOutput();
                for (var next = socket.getInputStream().read();
                        next >= 0;
                        next = socket.getInputStream().read()) {
                    received.append((char) next);
                }
            } catch (IOException cut) {
                // What came until then is what there is.
            }
            return received.toString();
        }
    }

    /// Sends again and again, with pauses shorter than any timeout of silence.
    private static boolean cutWhileSending(Socket socket, String piece) throws IOException {
        var end = System.nanoTime() + PATIENCE.multipliedBy(10).toNanos();
        var out = socket.getOutputStream();
        socket.setSoTimeout(100);
        var bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
        while (System.nanoTime() < end) {
            try {
                out.write(bytes);
                if (bytes.length < 1_000 && socket.getInputStream().read() == -1) {
                    return true;
                }
            } catch (SocketTimeoutException nothing) {
                // Still open: go on.
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }
}
