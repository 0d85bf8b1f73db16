package dev.allclear.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The page and its 304 over kept connections, beside nginx with the same bytes; each server has one core, the client
/// the other.
final class ReadBenchmark implements Main.Benchmark {

    private static final int PAIRS = 5;
    private static final int SECONDS = 4;
    private static final int CONNECTIONS = 64;
    private static final int SERVER_CORE = 0;
    private static final int CLIENT_CORE = 1;

    /// The just-in-time compiler shares the one core.
    private static final int WARM_UP_SECONDS = 15;

    private static final List<String> GZIP = List.of("Accept-Encoding: gzip");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");

    private record Server(Process process, int port) {}

    private record Load(double rate, double cpuMicroseconds) {}

    @Override
    public String run() throws Exception {
        Machine.mustHave("nginx", "nginx-light");
        Machine.mustHave("wrk", "wrk");
        Machine.mustHave("taskset", "util-linux");
        if (Runtime.getRuntime().availableProcessors() < 2) {
            throw new Missing("This benchmark needs two cores: one for the server, one for the client.");
        }
        var ourPort = Machine.freePort();
        var ours = Machine.java(SERVER_CORE, List.of(), "public-side", Integer.toString(ourPort));
        try {
            Machine.await(ours, "listening");
            var page = Nginx.get(ourPort, "gzip");
            var plain = Nginx.get(ourPort, "identity");
            try (var nginx = Nginx.serving(plain, page.body(), SERVER_CORE)) {
                return compare(
                        new Server(ours, ourPort),
                        new Server(nginx.process(), nginx.port()),
                        plain.body().length,
                        page.body().length);
            }
        } finally {
            Machine.end(ours);
        }
    }

    private static String compare(Server ours, Server nginx, int plain, int compressed) throws Exception {
        var page = compare(ours, nginx, GZIP, GZIP);
        var unchanged = compare(ours, nginx, with(GZIP, tag(ours.port())), with(GZIP, tag(nginx.port())));
        return "{\"benchmark\":\"read\",\"bytes\":" + plain + ",\"compressed\":" + compressed + ",\"page\":" + page
                + ",\"unchanged\":" + unchanged + "}";
    }

    /// Rates as the target asks for them, and the processor time behind them, which a busy machine disturbs less.
    private static String compare(Server ours, Server nginx, List<String> ourHeaders, List<String> theirHeaders)
            throws Exception {
        load(ours, WARM_UP_SECONDS, ourHeaders);
        var ourLoads = new ArrayList<Load>();
        var theirLoads = new ArrayList<Load>();
        var rates = Pairs.of(
                PAIRS,
                () -> kept(ourLoads, load(ours, SECONDS, ourHeaders)).rate(),
                () -> kept(theirLoads, load(nginx, SECONDS, theirHeaders)).rate());
        return String.format(
                Locale.ROOT,
                "{\"requestsPerSecond\":%s,\"cpuMicroseconds\":{\"ours\":%.2f,\"nginx\":%.2f}}",
                rates.json("nginx"),
                cpu(ourLoads),
                cpu(theirLoads));
    }

    private static Load kept(List<Load> loads, Load load) {
        loads.add(load);
        return load;
    }

    private static double cpu(List<Load> loads) {
        return Pairs.median(loads.stream().map(Load::cpuMicroseconds).toList());
    }

    private static List<String> with(List<String> headers, String tag) {
        return Stream.concat(headers.stream(), Stream.of("If-None-Match: " + tag))
                .toList();
    }

    private static Load load(Server server, int seconds, List<String> headers)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "taskset",
                "-c",
                Integer.toString(CLIENT_CORE),
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s"));
        for (var header : headers) {
            command.addAll(List.of("-H", header));
        }
        command.add("http://127.0.0.1:" + server.port() + "/");
        var before = Machine.cpu(server.process());
        var output = Machine.output(command);
        var used = Machine.cpu(server.process()).minus(before);
        var rate = RATE.matcher(output);
        var count = COUNT.matcher(output);
        if (!rate.find() || !count.find() || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IOException("not all answers were right:\n" + output);
        }
        return new Load(Double.parseDouble(rate.group(1)), used.toNanos() / 1_000.0 / Long.parseLong(count.group(1)));
    }

    private static String tag(int port) throws IOException, InterruptedException {
        return Nginx.get(port, "gzip").headers().firstValue("ETag").orElseThrow();
    }
}
