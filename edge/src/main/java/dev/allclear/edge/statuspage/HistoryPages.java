package dev.allclear.edge.statuspage;

import dev.allclear.edge.Remembered;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.json.Json;
import dev.allclear.page.PublicPage;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/// `/history.json?page=N`: three months to a page, the newest first. Undocumented, and read by many.
final class HistoryPages {

    private static final int MONTHS_PER_PAGE = 3;

    /// Whoever counts pages up until nothing is there must come to an end, but never to an error before it.
    private static final int EMPTY_AT_THE_END = 1;

    /// Forty years: what is dated earlier was mistyped.
    private static final int MOST_PAGES = 160;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM '<var data-var=''date''>'d'</var>'", Locale.ENGLISH);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'<var data-var=''time''>'HH:mm'</var>'", Locale.ENGLISH);

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private final PublicPage page;
    private final ZoneId zone;

    private final String key;
    private final Remembered<SiteFile> remembered;

    /// @param key tells this page and its form from others
    HistoryPages(PublicPage page, String key, Remembered<SiteFile> remembered) {
        this.page = page;
        this.key = key;
        this.remembered = remembered;
        this.zone = page.page().zone();
    }

    /// The file of the page with that number, from 1.
    static String path(int number) {
        return number == 1 ? "/history.json" : "/history-" + number + ".json";
    }

    List<SiteFile> files(List<Happening> all) {
        Map<YearMonth, List<Happening>> byMonth = all.stream()
                .collect(Collectors.groupingBy(
                        one -> YearMonth.from(one.startedAt().atZone(zone))));
        var newest = Stream.concat(
                        byMonth.keySet().stream(),
                        Stream.of(YearMonth.from(page.asOf().atZone(zone))))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var oldest = byMonth.keySet().stream().min(Comparator.naturalOrder()).orElse(newest);
        var pages =
                Math.min(MOST_PAGES, oldest.until(newest, ChronoUnit.MONTHS) / MONTHS_PER_PAGE + 1 + EMPTY_AT_THE_END);
        var files = new ArrayList<SiteFile>();
        for (var number = 1; number <= pages; number++) {
            var first = newest.minusMonths((number - 1L) * MONTHS_PER_PAGE);
            files.add(file(path(number), first, byMonth));
        }
        return files;
    }

    private SiteFile file(String path, YearMonth first, Map<YearMonth, List<Happening>> byMonth) {
        var inside = IntStream.range(0, MONTHS_PER_PAGE)
                .mapToObj(back -> byMonth.getOrDefault(first.minusMonths(back), List.of()))
                .toList();
        return remembered.of(
                key + path,
                List.of(first, zone, inside),
                () -> SiteFile.text(path, "application/json", document(first, byMonth)));
    }

    private String document(YearMonth first, Map<YearMonth, List<Happening>> byMonth) {
        return Json.object(json -> {
            json.writeArrayPropertyStart("months");
            for (var back = 0; back < MONTHS_PER_PAGE; back++) {
                var month = first.minusMonths(back);
                write(json, month, byMonth.getOrDefault(month, List.of()));
            }
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, YearMonth month, List<Happening> inside) {
        json.writeStartObject();
        json.writeStringProperty("name", month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        json.writeNumberProperty("year", month.getYear());
        json.writeArrayPropertyStart("incidents");
        inside.stream()
                .sorted(Comparator.comparing(Happening::startedAt).reversed())
                .forEach(one -> write(json, one));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Happening one) {
        json.writeStartObject();
        json.writeStringProperty("code", one.id());
        json.writeStringProperty("name", one.name());
        json.writeStringProperty("message", escaped(one.updates().getFirst().body()));
        json.writeStringProperty("impact", one.impact());
        json.writeStringProperty("timestamp", range(one.startedAt(), one.resolvedAt()));
        json.writeEndObject();
    }

    /// Their page puts it in as HTML, so clients do too.
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// `Mar 4, 09:12 - 10:47 UTC`, with the day again where it is another.
    private String range(Instant from, Optional<Instant> until) {
        var start = from.atZone(zone);
        var written = DAY.format(start) + ", " + TIME.format(start);
        if (until.isPresent() && until.get().isAfter(from)) {
            var end = until.get().atZone(zone);
            var sameDay = end.toLocalDate().equals(start.toLocalDate());
            written += " - " + (sameDay ? "" : DAY.format(end) + ", ") + TIME.format(end);
        }
        return written + " " + ZONE.format(until.orElse(from).atZone(zone)).replaceFirst("^Z$", "UTC");
    }
}
