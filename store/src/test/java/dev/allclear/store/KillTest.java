package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.journal.Chain;
import dev.allclear.testkit.Stories;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged survives kill -9 at any instant.
final class KillTest {

    private static final int ACKNOWLEDGED = 40;

    /// The process that is killed: it writes as fast as it can, and says what it was told is kept.
    static final class Writer {
        public static void main(String[] arguments) {
            var store = SqlStore.open(new StoreSettings.Sqlite(Path.of(arguments[0])));
            var page = new PageId(arguments[1]);
            while (true) {
                var incident = Stories.openIncident(page);
                store.inTransaction(tx -> {
                    tx.incidents().add(incident);
                    tx.outbox().add(Stories.announcement(incident));
                    tx.journal()
                            .append(
                                    page,
                                    Stories.NOW,
                                    "Ines",
                                    "incident.declared",
                                    incident.id().value(),
                                    "");
                    return page;
                });
                System.out.println("kept " + incident.id().value());
            }
        }
    }

    @Test
    void everything_that_was_acknowledged_is_there_after_a_kill(@TempDir Path folder) throws Exception {
        var file = folder.resolve("allclear.db");
        PageId page;
        try (var store = SqlStore.open(new StoreSettings.Sqlite(file))) {
            page = Stories.opened(store).id();
        }

        var acknowledged = killed(file, page);

        try (var store = SqlStore.open(new StoreSettings.Sqlite(file))) {
            var incidents = store.reading(tx -> tx.incidents().all(page)).stream()
                    .map(stored -> stored.value().id().value())
                    .toList();
            assertThat(incidents).containsAll(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
            // Nothing was announced that was not stored, and nothing stored that was not announced.
            var announced = store.reading(tx -> tx.outbox().recent(page, 100_000)).stream()
                    .map(progress -> progress.announcement().subject().thread())
                    .toList();
            assertThat(announced).containsExactlyInAnyOrderElementsOf(incidents);
            var journal = store.reading(tx -> new Chain().walk(tx.journal().from(page, 1, 100_000)));
            assertThat(journal).isEqualTo(new Chain.Finding.Intact(incidents.size()));
        }
    }

    private static List<String> killed(Path file, PageId page) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString(),
                        page.value())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader()) {
            var kept = said.lines()
                    .filter(line -> line.startsWith("kept "))
                    .map(line -> line.substring("kept ".length()))
                    .limit(ACKNOWLEDGED)
                    .toList();
            process.destroyForcibly().waitFor();
            return kept;
        }
    }
}
