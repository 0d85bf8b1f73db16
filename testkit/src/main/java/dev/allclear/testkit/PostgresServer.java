package dev.allclear.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A PostgreSQL server of our own, started once for all tests of a module and stopped with them.
public final class PostgresServer {

    private static final String USER = "postgres";

    private PostgresServer() {}

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // As strict as a real one: what it has acknowledged, it keeps.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// A new, empty database.
    ///
    /// @return its JDBC URL, with the user in it
    public static String database() {
        var name = Stories.unique("allclear").replace('-', '_');
        try (var connection = DriverManager.getConnection(Running.SERVER.getJdbcUrl(USER, "postgres"));
                var statement = connection.createStatement()) {
            // The worst case for order: we must not depend on it.
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return Running.SERVER.getJdbcUrl(USER, name);
    }
}
