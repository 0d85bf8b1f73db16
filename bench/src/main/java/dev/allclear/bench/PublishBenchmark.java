package dev.allclear.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// From the API's answer to an update until the page's bytes hold it and an open page has been told, with six years of
/// a real company's history loaded. Outages follow one another, each with as many updates as a long one has. The gate
/// is 150 ms for 99 of 100; there is no reference.
final class PublishBenchmark implements Main.Benchmark {

    private static final Path HISTORY = Path.of("../shared/real/jenkins-status");
    private static final int WARM_UP = 30;
    private static final int UPDATES = 200;
    private static final int PER_OUTAGE = 20;
    private static final int PAUSE_MILLIS = 100;

    @Override
    public String run() throws Exception {
        if (!Files.isDirectory(HISTORY)) {
            throw new Missing(
                    "This benchmark needs the history ../shared/real/jenkins-status, which is not on this machine.");
        }
        var data = Files.createTempDirectory("allclear-bench");
        Product.run(data, "import", "cstate", HISTORY.toString());
        try (var product = Product.serve(data);
                var client = HttpClient.newHttpClient();
                var reader = new OpenPage(client, product)) {
            var incident = declared(product, client, reader);
            var milliseconds = new ArrayList<Double>();
            for (var i = 0; i < WARM_UP + UPDATES; i++) {
                if (i % PER_OUTAGE == PER_OUTAGE - 1) {
                    product.post(
                            client, "/incidents/" + incident + "/resolution", "{\"text\": \"Uploads work again.\"}");
                    reader.next();
                    incident = declared(product, client, reader);
                }
                var taken = published(product, client, reader, incident, "Word " + i + " of many.");
                if (i >= WARM_UP) {
                    milliseconds.add(taken);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return result(milliseconds);
        }
    }

    private static String declared(Product product, HttpClient client, OpenPage reader)
            throws IOException, InterruptedException {
        var answer = product.post(client, "/incidents", """
                {"title": "Uploads fail", "severity": "minor", "stage": "investigating", "text": "Uploads fail.", "areas": []}
                """);
        reader.next();
        return Product.id(answer);
    }

    private static double published(Product product, HttpClient client, OpenPage reader, String incident, String text)
            throws Exception {
        product.post(
                client,
                "/incidents/" + incident + "/updates",
                "{\"stage\": \"investigating\", \"text\": \"" + text + "\", \"areas\": []}");
        var answered = System.nanoTime();
        while (!page(product, client).contains(text)) {
            Thread.sleep(1);
        }
        var served = System.nanoTime();
        return (Math.max(served, reader.next()) - answered) / 1e6;
    }

    private static String page(Product product, HttpClient client) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(product.at("/en/")).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static String result(List<Double> milliseconds) {
        Collections.sort(milliseconds);
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"publish\",\"updates\":%d,\"milliseconds\":{\"median\":%.0f,\"p99\":%.0f,\"most\":%.0f}}",
                milliseconds.size(),
                Pairs.median(milliseconds),
                milliseconds.get(milliseconds.size() * 99 / 100 - 1),
                milliseconds.getLast());
    }

    /// A page that stands open in a browser and is told of news.
    private static final class OpenPage implements AutoCloseable {

        private final SynchronousQueue<Long> told = new SynchronousQueue<>();
        private final Thread listening;

        OpenPage(HttpClient client, Product product) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(product.at("/live"))
                    .header("Accept", "text/event-stream")
                    .build();
            var events = client.send(request, BodyHandlers.ofLines());
            listening = Thread.ofVirtual().start(() -> listen(events.body()));
        }

        private void listen(Stream<String> lines) {
            try (lines) {
                lines.filter(line -> line.equals("event: published")).forEach(_ -> tell(System.nanoTime()));
            } catch (UncheckedIOException closed) {
                // The page is closed, or the server is gone: whoever waits for news says so.
            }
        }

        private void tell(long at) {
            try {
                told.put(at);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        /// @return when the next news came, on the clock of `System.nanoTime()`
        long next() throws IOException, InterruptedException {
            var at = told.poll(10, TimeUnit.SECONDS);
            if (at == null) {
                throw new IOException("an update was published and the open page was not told");
            }
            return at;
        }

        @Override
        public void close() {
            listening.interrupt();
        }
    }
}
