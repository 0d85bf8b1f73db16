package dev.allclear.desk.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser in which somebody is signed in: asks for screens and sends their forms.
public record Browser(HttpClient client, URI base, String cookie, String token) {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    /// What came back.
    public record Screen(int status, String body, String location) {

        /// The unseen fields, as they are sent back.
        public Map<String, List<String>> hidden() {
            var fields = new LinkedHashMap<String, List<String>>();
            var found = HIDDEN.matcher(body);
            while (found.find()) {
                var values = fields.computeIfAbsent(found.group(1), _ -> new ArrayList<>());
                if (!values.contains(found.group(2))) {
                    values.add(found.group(2));
                }
            }
            return fields;
        }
    }

    public Screen get(String path) {
        return exchange(request(path).GET().build());
    }

    /// The form of a screen, with its unseen fields.
    ///
    /// @param fields values, or lists of them
    public Screen send(Screen screen, String path, Map<String, ?> fields) {
        var all = new LinkedHashMap<String, Object>(screen.hidden());
        all.putAll(fields);
        return post(path, all);
    }

    public Screen post(String path, Map<String, ?> fields) {
        return exchange(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Cookie", cookie)
                .header("X-Forwarded-For", "client-" + cookie.hashCode());
    }

    private static String encoded(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> (field.getValue() instanceof List<?> many ? many : List.of(field.getValue()))
                        .stream().map(value -> encoded(field.getKey()) + "=" + encoded(String.valueOf(value))))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Screen exchange(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Screen(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
