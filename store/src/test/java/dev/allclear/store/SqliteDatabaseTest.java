package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Stored;
import dev.allclear.testkit.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void syncs_every_commit_so_that_a_power_cut_takes_nothing_back() throws SQLException {
        try (var database = SqliteDatabase.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")))) {
            var lease = database.write();

            assertThat(pragma(lease.connection(), "journal_mode")).isEqualTo("wal");
            assertThat(pragma(lease.connection(), "synchronous")).isEqualTo("2");
            assertThat(pragma(lease.connection(), "foreign_keys")).isEqualTo("1");
            lease.rollback();
            lease.giveBack(false);
        }
    }

    @Test
    void lets_readers_change_nothing() throws SQLException {
        try (var database = SqliteDatabase.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")))) {
            var lease = database.read();

            try (var statement = lease.connection().createStatement()) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute("DELETE FROM page"))
                        .withMessageContaining("readonly");
            }
            lease.rollback();
            lease.giveBack(false);
        }
    }

    @Test
    void goes_on_after_a_connection_broke() throws SQLException {
        try (var database = SqliteDatabase.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")))) {
            var before = database.write();
            before.giveBack(true);

            var after = database.write();

            assertThat(after.connection()).isNotSameAs(before.connection());
            assertThat(pragma(after.connection(), "synchronous")).isEqualTo("2");
            after.rollback();
            after.giveBack(false);
        }
    }

    @Test
    void locks_no_other_process_out_while_it_does_nothing() throws SQLException {
        var settings = new StoreSettings.Sqlite(folder.resolve("allclear.db"));
        try (var store = SqlStore.open(settings);
                var another = SqlStore.open(settings)) {
            var page = Stories.opened(store);
            var other = Stories.opened(another);
            Stories.opened(store);

            var pages = store.reading(tx -> tx.pages().all());
            assertThat(pages).hasSize(3).extracting(Stored::value).contains(page, other);
        }
    }

    @Test
    void keeps_everything_in_one_file_that_can_be_opened_again() {
        var settings = new StoreSettings.Sqlite(folder.resolve("with blank & sign?.db"));
        try (var store = SqlStore.open(settings)) {
            Stories.opened(store);
        }

        try (var store = SqlStore.open(settings)) {
            var pages = store.reading(tx -> tx.pages().all());
            assertThat(pages).hasSize(1);
        }
        assertThat(folder.resolve("with blank & sign?.db")).exists();
    }

    @Test
    void refuses_a_file_that_is_no_database() throws IOException {
        var file = folder.resolve("notes.txt");
        Files.writeString(file, "Buy milk. ".repeat(1_000));

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> SqlStore.open(new StoreSettings.Sqlite(file)).close());
    }

    @Test
    void says_that_it_is_closed() {
        var store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")));
        store.close();

        for (var work : List.<Runnable>of(
                () -> store.reading(tx -> tx.pages().all()),
                () -> store.inTransaction(tx -> tx.pages().all()))) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(work::run)
                    .withMessageContaining("closed");
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA " + name)) {
            return result.getString(1);
        }
    }
}
