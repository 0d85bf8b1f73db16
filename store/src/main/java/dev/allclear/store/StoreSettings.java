package dev.allclear.store;

import java.nio.file.Path;

/// Where everything is kept.
public sealed interface StoreSettings {

    /// One file on this machine, made when it isn't there; beside it stand its write-ahead log and that log's index.
    record Sqlite(Path file) implements StoreSettings {}

    /// A PostgreSQL server, which several processes may share.
    ///
    /// @param url `jdbc:postgresql://host:port/database`
    /// @param user and `password`: empty when the URL names them
    record Postgres(String url, String user, String password) implements StoreSettings {

        /// The password stays out of logs.
        @Override
        public String toString() {
            return "Postgres[user=" + user + "]";
        }
    }
}
