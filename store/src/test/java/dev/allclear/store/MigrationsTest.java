package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.allclear.testkit.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class MigrationsTest {

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+)");

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
    void are_run_when_the_last_one_is_missing(@TempDir Path folder) throws SQLException, IOException {
        var database = sqlite(folder);
        Migrations.run(database, SqliteDatabase.FOLDER, SqliteDatabase.TYPES);
        var tables = tablesOfTheNewest(database);
        for (var table : tables.reversed()) {
            execute(database, "DROP TABLE " + table);
        }
        execute(database, "DELETE FROM flyway_schema_history WHERE version = '" + Migrations.NEWEST + "'");

        Migrations.run(database, SqliteDatabase.FOLDER, SqliteDatabase.TYPES);

        execute(database, "DROP TABLE " + tables.getLast());
    }

    private static List<String> tablesOfTheNewest(DataSource database) throws IOException {
        var script = Migrations.flyway(database, SqliteDatabase.FOLDER, SqliteDatabase.TYPES)
                .info()
                .current()
                .getScript();
        try (var file = Migrations.class.getResourceAsStream("/db/migration/" + script)) {
            return TABLE.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
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
