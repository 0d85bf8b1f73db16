package dev.allclear.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Status and headers of an answer, made once and shared by all who get it; only the date is added each time.
final class Head {

    private record Dated(long second, MultiMap headers) {}

    private final List<String> namesAndValues;
    private final byte[] encoded;
    private volatile @Nullable Dated dated;

    /// @param status as it stands in the first line: `200 OK`
    Head(String status, List<String> namesAndValues) {
        this.namesAndValues = List.copyOf(namesAndValues);
        this.encoded = encoded(status, namesAndValues);
    }

    private static byte[] encoded(String status, List<String> namesAndValues) {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        for (var i = 0; i < namesAndValues.size(); i += 2) {
            head.append(namesAndValues.get(i))
                    .append(": ")
                    .append(namesAndValues.get(i + 1))
                    .append("\r\n");
        }
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// All but the date, as it goes over the wire.
    byte[] encoded() {
        return encoded;
    }

    /// All headers, read only: an answer that adopts them shares them.
    MultiMap at(long epochMillis) {
        var date = HttpDate.at(epochMillis);
        var current = dated;
        if (current == null || current.second() != date.second()) {
            current = new Dated(date.second(), headers(date));
            dated = current;
        }
        return current.headers();
    }

    private MultiMap headers(HttpDate date) {
        var headers = HttpHeaders.headers();
        for (var i = 0; i < namesAndValues.size(); i += 2) {
            headers.add(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        headers.add("Date", date.text());
        return headers.copy(false);
    }
}
