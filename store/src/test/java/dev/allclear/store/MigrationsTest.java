package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.allclear.testkit.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
        for (var table : List.of(
                "reminder", "ownership", "policy_escalation", "policy_compensation", "policy_terms", "policy")) {
            execute(database, "DROP TABLE " + table);
        }
        execute(database, "DELETE FROM flyway_schema_history WHERE version = '" + Migrations.NEWEST + "'");

        Migrations.run(database, SqliteDatabase.FOLDER, SqliteDatabase.TYPES);

        execute(database, "DROP TABLE reminder");
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
