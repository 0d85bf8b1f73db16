package dev.allclear.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.allclear.transaction.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class SqliteJournalTest implements JournalGuardContract {

    private static Path file;
    private static SqlStore store;

    @BeforeAll
    static void open(@TempDir Path folder) {
        file = folder.resolve("allclear.db");
        store = SqlStore.open(new StoreSettings.Sqlite(file));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Connection past() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Override
    public List<String> disarm() {
        return Stream.of("changed", "shortened", "replaced")
                .map(what -> "DROP TRIGGER journal_is_never_" + what)
                .toList();
    }

    @Override
    public List<String> rearm() {
        try (var script = getClass().getResourceAsStream("/db/sqlite/V2__journal_only_grows.sql")) {
            var text = new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
            return List.of(text.strip().split("(?<=END;)"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
