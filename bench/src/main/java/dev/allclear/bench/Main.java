package dev.allclear.bench;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs one benchmark by its name; the result is one line of JSON on standard output, all else goes to standard error.
public final class Main {

    /// One benchmark, beside its reference where it has one.
    interface Benchmark {
        /// @return the result as JSON
        String run() throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.ofEntries(
            entry("audience", new AudienceBenchmark()),
            entry("coach", new CoachBenchmark()),
            entry("fanout", new FanoutBenchmark()),
            entry("kafka", new KafkaBenchmark()),
            entry("live", new LiveBenchmark()),
            entry("nodes", new NodesBenchmark()),
            entry("publish", new PublishBenchmark()),
            entry("read", new ReadBenchmark()),
            entry("simulate", new SimulateBenchmark()),
            entry("smtp", new SmtpBenchmark()),
            entry("start", new StartBenchmark())));

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        switch (List.of(arguments)) {
            case List<String> it
            when it.size() == 1 && BENCHMARKS.containsKey(it.getFirst()) -> report(BENCHMARKS.get(it.getFirst()));
            // What benchmarks start as processes of their own.
            case List<String> it
            when it.size() == 2 && it.getFirst().equals("public-side") ->
                PublicSideServer.run(Integer.parseInt(it.getLast()));
            case List<String> it
            when it.size() == 2 && it.getFirst().equals("bare-vertx") ->
                StartBenchmark.bare(Integer.parseInt(it.getLast()));
            default -> {
                System.err.println("Which benchmark? " + String.join(", ", BENCHMARKS.keySet()));
                System.exit(2);
            }
        }
    }

    private static void report(Benchmark benchmark) throws Exception {
        try {
            System.out.println(benchmark.run());
        } catch (Missing missing) {
            System.err.println(missing.getMessage());
            System.exit(1);
        }
    }
}
