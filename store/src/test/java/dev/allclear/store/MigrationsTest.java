package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.allclear.testkit.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class MigrationsTest {

    @Test
    void the_newest_one_is_named_for_sqlite(@TempDir Path folder) {
        var database = sqlite(folder);

        assertThat(newest(Migrations.flyway(database, SqliteDatabase.FOLDER, SqliteDatabase.TYPES)))
                .isEqualTo(Migrations.NEWEST);
    }

    @Test
    void the_newest_one_is_named_for_postgres() {
        try (var database = new HikariDataSource()) {
            database.setJdbcUrl(PostgresServer.database());

            assertThat(newest(Migrations.flyway(database, PostgresDatabase.FOLDER, PostgresDatabase.TYPES)))
                    .isEqualTo(Migrations.NEWEST);
        }
    }

    @Test
    void are_run_when_the_last_one_is_missing(@TempDir Path folder) throws SQLException {
        var database = sqlite(folder);
        Migrations.run(database, SqliteDatabase.FOLDER, SqliteDatabase.TYPES);
        execute(database, "DROP TRIGGER journal_is_never_changed");
        execute(database, "DROP TRIGGER journal_is_never_shortened");
        execute(database, "DROP TRIGGER journal_is_never_replaced");
        execute(database, "DELETE FROM flyway_schema_history WHERE version = '2'");

        Migrations.run(database, SqliteDatabase.FOLDER, SqliteDatabase.TYPES);

        execute(database, "DROP TRIGGER journal_is_never_changed");
    }

    private static SQLiteDataSource sqlite(Path folder) {
        var database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("allclear.db"));
        return database;
    }

    private static String newest(Flyway flyway) {
        flyway.migrate();
        return flyway.info().current().getVersion().getVersion();
    }

    private static void execute(DataSource database, String statement) throws SQLException {
        try (var connection = database.getConnection();
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
