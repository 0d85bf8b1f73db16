package dev.allclear.bench;

import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.testkit.PostgresServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A million subscribers in SQLite and in PostgreSQL, in 512 MB of heap: taken in from a file with the proof of their
/// consent, listed, searched, written to a file again, and told of an incident that concerns 10 of 200 components.
///
/// Gates: the first mail within 1 s of the request that publishes, everybody told, and the heap flat. Wanted besides:
/// 10,000 lines a second taken in, the first page of the list within 200 ms and a search within half a second. There is
/// no reference.
final class AudienceBenchmark implements Main.Benchmark {

    /// Fewer for a quick look: `-Dpeople=10000`.
    private static final int PEOPLE = Integer.getInteger("people", 1_000_000);

    private static final int COMPONENTS = 200;
    private static final int CONCERNED = 10;
    private static final int LOOKS = 20;
    private static final int MEGABYTES = 512;
    private static final Pattern PACE = Pattern.compile("([\\d,]+) lines a second");
    private static final Pattern PAUSE = Pattern.compile("Pause (?:Young|Full).* \\d+M->(\\d+)M\\(");

    private final Roster roster = new Roster(PEOPLE, COMPONENTS);

    @Override
    public String run() throws Exception {
        var file = Files.createTempFile("allclear-bench", ".csv");
        roster.write(file);
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"audience\",\"people\":%d,\"listeners\":%d,\"sqlite\":%s,\"postgres\":%s}",
                PEOPLE,
                roster.listeners(CONCERNED),
                inSqlite(file),
                inPostgres(file));
    }

    private String inSqlite(Path file) throws Exception {
        var data = Files.createTempDirectory("allclear-bench");
        open(new StoreSettings.Sqlite(data.resolve("allclear.db")));
        return in(data, file);
    }

    private String inPostgres(Path file) throws Exception {
        var url = PostgresServer.database();
        open(new StoreSettings.Postgres(url, "", ""));
        return in(Files.createTempDirectory("allclear-bench"), file, "--database-url", url);
    }

    /// A page without anything yet.
    private static void open(StoreSettings settings) {
        try (var store = SqlStore.open(settings)) {
            store.inTransaction(tx -> {
                var page = new Company(0, Instant.now()).shell();
                tx.pages().add(page);
                return page;
            });
        }
    }

    private String in(Path data, Path file, String... database) throws Exception {
        var pauses = data.resolve("gc.log");
        var heap = List.of("-Xmx" + MEGABYTES + "m", "-Xlog:gc:file=" + pauses);
        String figures;
        try (var sink = Sink.open();
                var client = HttpClient.newHttpClient();
                var product = Product.serve(data, heap, and(database, "--smtp-url", sink.url()))) {
            var parts = components(product, client);
            var taken = taken(data, file, database);
            var listed = milliseconds(product, client, "");
            var found = milliseconds(product, client, "?search=reader77777");
            var domain = milliseconds(product, client, "?search=%40shop77.");
            var written = written(data, database);
            var begun = told(sink, () -> declared(product, client, parts));
            var all = everybody(sink, roster.listeners(CONCERNED));
            var updated = told(sink, () -> updated(product, client, begun.answer()));
            figures = String.format(
                    Locale.ROOT,
                    "\"linesPerSecond\":{\"in\":%.0f,\"out\":%.0f},\"milliseconds\":{\"firstPage\":%.0f,\"search\":%.0f,"
                            + "\"domain\":%.0f},\"firstMailMilliseconds\":{\"beginning\":%.0f,\"update\":%.0f},"
                            + "\"answeredMilliseconds\":{\"beginning\":%.0f,\"update\":%.0f},\"mailsPerSecond\":%.0f",
                    taken,
                    written,
                    listed,
                    found,
                    domain,
                    begun.first(),
                    updated.first(),
                    begun.answered(),
                    updated.answered(),
                    all);
        }
        System.err.println(figures);
        return "{" + figures + ",\"heapMegabytes\":{\"allowed\":" + MEGABYTES + ",\"mostAfterCollection\":"
                + mostAfterCollection(pauses) + "}}";
    }

    private static String[] arguments(String... all) {
        return all;
    }

    private static String[] and(String[] some, String... more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static List<String> components(Product product, HttpClient client)
            throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        for (var number = 0; number < COMPONENTS; number++) {
            ids.add(Product.id(product.post(client, "/components", "{\"name\": \"Part " + number + "\"}")));
        }
        return ids;
    }

    /// @return lines a second
    private double taken(Path data, Path file, String... database) throws Exception {
        var report = data.resolve("report.csv");
        var said = Product.run(
                data,
                List.of("-Xmx" + MEGABYTES + "m"),
                and(arguments("subscribers", "import", file.toString(), "--report", report.toString()), database));
        try (var lines = Files.lines(report)) {
            var refused = lines.filter(line -> line.contains(",refused,email,")).count();
            if (refused != roster.wrong()) {
                throw new IOException(refused + " lines were refused instead of " + roster.wrong() + ": " + said);
            }
        }
        var pace = PACE.matcher(said);
        if (!pace.find()) {
            throw new IOException(said);
        }
        return Double.parseDouble(pace.group(1).replace(",", ""));
    }

    /// @return lines a second, the start of the program included
    private double written(Path data, String... database) throws Exception {
        var file = data.resolve("export.csv");
        var begun = System.nanoTime();
        var _ = Product.run(
                data,
                List.of("-Xmx" + MEGABYTES + "m"),
                and(arguments("subscribers", "export", file.toString()), database));
        var seconds = (System.nanoTime() - begun) / 1e9;
        try (var lines = Files.lines(file)) {
            var count = lines.count();
            if (count != PEOPLE + 1L) {
                throw new IOException("the export has " + count + " lines");
            }
        }
        return PEOPLE / seconds;
    }

    /// @return the median
    private static double milliseconds(Product product, HttpClient client, String question)
            throws IOException, InterruptedException {
        var taken = new ArrayList<Double>();
        for (var look = 0; look < LOOKS; look++) {
            var begun = System.nanoTime();
            var _ = product.get(client, "/subscribers" + question);
            taken.add((System.nanoTime() - begun) / 1e6);
        }
        return Pairs.median(taken);
    }

    /// @param answer what the API said
    /// @param answered after how many milliseconds
    /// @param first after how many milliseconds the first mail was there
    private record Told(String answer, double answered, double first) {}

    /// One call of the API that publishes.
    private interface Publication {
        String take() throws IOException, InterruptedException;
    }

    private static Told told(Sink sink, Publication publication) throws IOException, InterruptedException {
        sink.expect();
        var begun = System.nanoTime();
        var answer = publication.take();
        var answered = (System.nanoTime() - begun) / 1e6;
        return new Told(answer, answered, (sink.awaitFirst() - begun) / 1e6);
    }

    private static String declared(Product product, HttpClient client, List<String> parts)
            throws IOException, InterruptedException {
        return product.post(client, "/incidents", """
                {"title": "Uploads fail", "severity": "major", "stage": "investigating",
                 "text": "Uploads fail since noon. Downloads work. We look for the cause.", "areas": [%s]}
                """.formatted(areas(parts)));
    }

    private static String updated(Product product, HttpClient client, String declared)
            throws IOException, InterruptedException {
        return product.post(client, "/incidents/" + Product.id(declared) + "/updates", """
                {"stage": "identified", "text": "A full disk refuses uploads. We are adding space."}
                """);
    }

    private static String areas(List<String> parts) {
        return IntStream.range(0, CONCERNED)
                .mapToObj(number -> "{\"component\": \"" + parts.get(number) + "\", \"state\": \"partial_outage\"}")
                .collect(Collectors.joining(","));
    }

    /// Until as many mails came as there are listeners.
    ///
    /// @return mails a second
    private static double everybody(Sink sink, long listeners) throws InterruptedException, IOException {
        var begun = System.nanoTime();
        var before = sink.mails();
        var last = before;
        for (var still = 0; sink.mails() < listeners; still = sink.mails() == last ? still + 1 : 0) {
            if (still == 200) {
                throw new IOException(sink.mails() + " of " + listeners + " mails came");
            }
            last = sink.mails();
            Thread.sleep(50);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        Thread.sleep(2_000);
        if (sink.mails() != listeners) {
            throw new IOException(sink.mails() + " mails came instead of " + listeners);
        }
        return (listeners - before) / seconds;
    }

    private static int mostAfterCollection(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.map(PAUSE::matcher)
                    .filter(pause -> pause.find())
                    .mapToInt(pause -> Integer.parseInt(pause.group(1)))
                    .max()
                    .orElse(0);
        }
    }
}
