package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.testkit.simulation.SimulatedDay;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Days of crashes, slow servers and clocks that are set: nobody is lost, nothing is out of order, nothing is doubled
/// without a reason. Thousands of them run under `./dev bench simulate`; the seed of a day on which something went
/// wrong is added here.
final class SimulationTest {

    private static final int DAYS = Integer.getInteger("simulation.days", 8);

    private static SqlStore store;

    @BeforeAll
    static void open(@TempDir Path folder) {
        store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void nobody_is_lost_on_any_of_many_days() {
        var first = Long.getLong("simulation.first", 1_000);

        var bad = LongStream.range(first, first + DAYS)
                .mapToObj(seed -> SimulatedDay.of(seed, store))
                .filter(day -> !day.wrongs().isEmpty())
                .map(day -> "seed " + day.seed() + ": " + day.wrongs())
                .toList();

        assertThat(bad).isEmpty();
    }
}
