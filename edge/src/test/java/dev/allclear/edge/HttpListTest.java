package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The whole list of malformed requests: each gets an answer of the kind it should, and the next reader is served.
final class HttpListTest {

    private static final Pattern STATUS = Pattern.compile("^HTTP/\\d(?:\\.\\d)? (\\d{3})");

    private static final Pattern INSIDES = Pattern.compile(
            "root:x:0|at [a-z]+\\.[\\w.$]+\\([A-Z]\\w+\\.java:\\d+\\)|Exception in thread|PRIVATE KEY|jdbc:postgresql");

    @Test
    void every_malformed_request_is_answered_as_it_should_be() throws Exception {
        var faults = new ArrayList<String>();
        try (var served = new Served().showing(Fernhill.calm())) {
            for (var line : Shared.lines("hardening/http.jsonl")) {
                if (line.get("raw").asString().contains("multipart/form-data")) {
                    continue; // For the one who reads the form.
                }
                var answer = answer(served, line.get("raw").asString().replace("{BODY}", "/subscribe"));
                if (!isRight(line, answer)) {
                    faults.add(line.get("id").asString() + " " + line.get("expect") + " but " + first(answer) + ": "
                            + first(line.get("raw").asString()));
                }
                assertThat(served.get("/").statusCode()).as(line.toString()).isEqualTo(200);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isRight(JsonNode line, String answer) {
        var matcher = STATUS.matcher(answer);
        var status = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        if (INSIDES.matcher(answer).find()
                || (status >= 500 && status != 501 && status != 505)
                || (line.get("class").asString().equals("framing") && answer.split("HTTP/1\\.1 ", -1).length > 2)
                || (status / 100 < 4 && answer.contains("evil.invalid"))) {
            return false;
        }
        for (var expected : line.get("expect").asString().split("\\|", -1)) {
            if (isOne(expected, status, answer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(String expected, int status, String answer) {
        return switch (expected) {
            case "close" -> status == 0;
            case "any-but-5xx" -> status < 500;
            case "no-acao" -> !answer.toLowerCase(Locale.ROOT).contains("access-control-allow-origin");
            case "2xx", "4xx" -> status / 100 == expected.charAt(0) - '0' || (expected.equals("4xx") && status == 0);
            default -> status == Integer.parseInt(expected) || (expected.equals("400") && status == 0);
        };
    }

    private static String first(String text) {
        var line = text.lines().findFirst().orElse("(closed)");
        return line.length() > 80 ? line.substring(0, 80) : line;
    }

    private static String answer(Served served, String request) throws IOException {
        try (var socket = served.socket()) {
            socket.setSoTimeout(250);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                return read(socket.getInputStream());
            } catch (IOException cut) {
                return read(socket.getInputStream());
            }
        }
    }

    private static String read(InputStream in) {
        var received = new StringBuilder();
        try {
            for (var next = in.read(); next >= 0; next = in.read()) {
                received.append((char) next);
            }
        } catch (SocketTimeoutException nothing) {
            // Kept open: what came is the answer.
        } catch (IOException cut) {
            // The same.
        }
        return received.toString();
    }
}
