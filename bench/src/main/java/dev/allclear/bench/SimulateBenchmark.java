package dev.allclear.bench;

import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.testkit.simulation.SimulatedDay;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Days of crashes, slow servers and clocks that are set, each from a seed: nobody may be lost, nothing out of order,
/// nothing doubled without a reason. `ALLCLEAR_BENCH_DAYS` says how many, `ALLCLEAR_BENCH_SEED` where to begin. What
/// went wrong is printed with its seed, which plays the same day again.
final class SimulateBenchmark implements Main.Benchmark {

    private static final int USUAL = 1_000;

    /// So many days share a database, so that the pages of all of them are no burden.
    private static final int TOGETHER = 50;

    @Override
    public String run() throws Exception {
        var days = number("ALLCLEAR_BENCH_DAYS", USUAL);
        var seed = number("ALLCLEAR_BENCH_SEED", 1);
        var results = new ArrayList<SimulatedDay.Result>();
        var begin = System.nanoTime();
        for (var first = seed; first < seed + days; first += TOGETHER) {
            play(first, Math.min(first + TOGETHER, seed + days), results);
        }
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"simulate\",\"days\":%d,\"wrong\":%d,\"mails\":%d,\"doubled\":%d,\"faults\":%d,"
                        + "\"seconds\":%.0f}",
                days,
                results.stream().filter(day -> !day.wrongs().isEmpty()).count(),
                results.stream().mapToLong(SimulatedDay.Result::mails).sum(),
                results.stream().mapToLong(SimulatedDay.Result::doubles).sum(),
                results.stream().mapToLong(SimulatedDay.Result::faults).sum(),
                (System.nanoTime() - begin) / 1e9);
    }

    private static void play(long from, long to, List<SimulatedDay.Result> results) throws IOException {
        var file = Files.createTempDirectory("allclear-bench").resolve("allclear.db");
        try (var store = SqlStore.open(new StoreSettings.Sqlite(file))) {
            for (var seed = from; seed < to; seed++) {
                var day = SimulatedDay.of(seed, store);
                results.add(day);
                if (!day.wrongs().isEmpty()) {
                    System.err.println("seed " + seed + ": " + day.wrongs());
                }
            }
        }
    }

    private static long number(String variable, long otherwise) {
        var set = System.getenv(variable);
        return set == null ? otherwise : Long.parseLong(set);
    }
}
