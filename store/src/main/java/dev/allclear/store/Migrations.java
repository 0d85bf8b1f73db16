package dev.allclear.store;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings the tables up to date: what is the same in both databases lies in `db/migration`, the rest in a folder each.
final class Migrations {

    /// The newest of our migrations. At nearly every start the tables are there already, and to find that out by
    /// ourselves takes a thousandth of the time that Flyway takes to get ready.
    static final String NEWEST = "11";

    private Migrations() {}

    /// @param folder where the migrations for this database alone lie
    /// @param types what the names of types stand for in this database
    static void run(DataSource database, String folder, Map<String, String> types) {
        if (!isUpToDate(database)) {
            flyway(database, folder, types).migrate();
        }
    }

    static Flyway flyway(DataSource database, String folder, Map<String, String> types) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:" + folder)
                .placeholders(types)
                .load();
    }

    private static boolean isUpToDate(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var last = statement.executeQuery(
                        "SELECT version, success FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")) {
            return last.next() && NEWEST.equals(last.getString("version")) && last.getBoolean("success");
        } catch (SQLException untouched) {
            // No such table yet, or no database at all: Flyway makes the one, and says what is wrong with the other.
            return false;
        }
    }
}
