package dev.allclear.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The headers of an answer, made once and shared by all who get it; only the date is renewed, each second at most.
final class Head {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private record Dated(long second, MultiMap headers) {}

    private final List<String> namesAndValues;
    private volatile @Nullable Dated dated;

    Head(List<String> namesAndValues) {
        this.namesAndValues = List.copyOf(namesAndValues);
    }

    /// Read only: an answer that adopts it shares it and its encoded bytes.
    MultiMap at(long epochMillis) {
        var second = epochMillis / 1_000;
        var current = dated;
        if (current == null || current.second() != second) {
            current = new Dated(second, made(second));
            dated = current;
        }
        return current.headers();
    }

    private MultiMap made(long second) {
        var headers = HttpHeaders.headers();
        for (var i = 0; i < namesAndValues.size(); i += 2) {
            headers.add(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        headers.add("Date", DATE.format(Instant.ofEpochSecond(second)));
        return headers.copy(false);
    }
}
