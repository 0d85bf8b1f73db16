package dev.allclear.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Two nodes over one PostgreSQL beside one: how many mails they carry together, to a mail server that takes a moment
/// for each; and how soon a page of one node shows what was published on the other.
///
/// Gates: 1.7 times what one carries, and fresh within a second.
final class NodesBenchmark implements Main.Benchmark {

    private static final int PEOPLE = 20_000;
    private static final int PAIRS = 3;
    private static final int UPDATES = 40;
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final String OUTAGE = """
            {"title": "Uploads fail", "severity": "major", "stage": "investigating",
             "text": "Uploads fail since noon. Downloads work. We look for the cause.", "areas": []}
            """;

    @Override
    public String run() throws Exception {
        try (var many = Installation.onPostgres(PEOPLE);
                var none = Installation.onPostgres(0)) {
            var carried = Pairs.of(PAIRS, () -> carried(many, 2), () -> carried(many, 1));
            return String.format(
                    Locale.ROOT,
                    "{\"benchmark\":\"nodes\",\"people\":%d,\"mailsPerSecond\":%s,\"fresh\":%s}",
                    PEOPLE,
                    carried.json("one"),
                    fresh(none));
        }
    }

    /// @return mails a second, from the first to the last
    private static double carried(Installation installation, int count) throws Exception {
        try (var sink = Sink.slow(MOMENT);
                var client = HttpClient.newHttpClient();
                var nodes = Nodes.of(count, installation, sink)) {
            // One that compiles the code that sends; then the one that counts.
            told(sink, nodes, client);
            return told(sink, nodes, client);
        }
    }

    private static double told(Sink sink, Nodes nodes, HttpClient client) throws IOException, InterruptedException {
        var before = sink.mails();
        sink.expect();
        nodes.one().post(client, "/incidents", OUTAGE);
        var begun = sink.awaitFirst();
        while (sink.mails() < before + PEOPLE) {
            Thread.sleep(5);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        return PEOPLE / seconds;
    }

    /// @return milliseconds from the answer of one node until the other's page shows the update
    private static String fresh(Installation installation) throws Exception {
        try (var sink = Sink.open();
                var client = HttpClient.newHttpClient();
                var nodes = Nodes.of(2, installation, sink)) {
            var incident = Product.id(nodes.one().post(client, "/incidents", OUTAGE));
            var milliseconds = new ArrayList<Double>();
            for (var number = 0; number < UPDATES; number++) {
                var text = "Word " + number + " of many.";
                nodes.one()
                        .post(
                                client,
                                "/incidents/" + incident + "/updates",
                                "{\"stage\": \"investigating\", \"text\": \"" + text + "\", \"areas\": []}");
                var answered = System.nanoTime();
                while (!page(nodes.other(), client).contains(text)) {
                    Thread.sleep(1);
                }
                milliseconds.add((System.nanoTime() - answered) / 1e6);
                // Not in step with any clock of theirs.
                Thread.sleep(150 + 37L * (number % 11));
            }
            Collections.sort(milliseconds);
            return String.format(
                    Locale.ROOT,
                    "{\"updates\":%d,\"milliseconds\":{\"median\":%.0f,\"most\":%.0f}}",
                    UPDATES,
                    Pairs.median(milliseconds),
                    milliseconds.getLast());
        }
    }

    private static String page(Product product, HttpClient client) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(product.at("/en/")).build(), BodyHandlers.ofString())
                .body();
    }

    /// The whole product, once or twice, over one database.
    private record Nodes(List<Product> products) implements AutoCloseable {

        private static final String SECRET = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

        static Nodes of(int count, Installation installation, Sink sink) throws IOException, InterruptedException {
            var products = new ArrayList<Product>();
            try {
                for (var number = 0; number < count; number++) {
                    products.add(Product.serve(
                            Files.createTempDirectory("allclear-bench"),
                            List.of(),
                            "--database-url",
                            installation.url(),
                            "--secret",
                            SECRET,
                            "--smtp-url",
                            sink.url()));
                }
                return new Nodes(products);
            } catch (IOException failure) {
                products.forEach(Product::close);
                throw failure;
            }
        }

        Product one() {
            return products.getFirst();
        }

        Product other() {
            return products.getLast();
        }

        @Override
        public void close() {
            products.forEach(Product::close);
        }
    }
}
