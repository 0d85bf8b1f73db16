package dev.allclear.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.allclear.PageId;
import dev.allclear.transaction.CommitListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jooq.SQLDialect;

/// PostgreSQL behind two small pools: one that writes, and one that reads on snapshots.
final class PostgresDatabase implements Database {

    private static final int WRITERS = 6;
    private static final int READERS = 6;
    private static final Duration STANDSTILL = Duration.ofSeconds(8);

    static final String FOLDER = "db/postgresql";
    static final Map<String, String> TYPES = Map.of(
            "id", "TEXT COLLATE \"C\"",
            "instant", "BIGINT",
            "number", "BIGINT",
            "flag", "SMALLINT",
            "serial", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
            "options", "",
            "clustered", "");

    private final HikariDataSource writers;
    private final HikariDataSource readers;

    private final PostgresNews news;

    private PostgresDatabase(HikariDataSource writers, HikariDataSource readers, PostgresNews news) {
        this.writers = writers;
        this.readers = readers;
        this.news = news;
    }

    static PostgresDatabase open(StoreSettings.Postgres settings) {
        var writing = pool(settings, "store-writers", WRITERS, "TRANSACTION_READ_COMMITTED");
        // A node that stands still in the middle of a transaction must not keep others from what it has locked.
        writing.setConnectionInitSql("SET idle_in_transaction_session_timeout = '" + STANDSTILL.toMillis() + "ms'");
        var writers = new HikariDataSource(writing);
        try {
            Migrations.run(writers, FOLDER, TYPES);
            var snapshots = pool(settings, "store-readers", READERS, "TRANSACTION_REPEATABLE_READ");
            snapshots.setReadOnly(true);
            return new PostgresDatabase(writers, new HikariDataSource(snapshots), PostgresNews.of(settings, writers));
        } catch (RuntimeException failure) {
            writers.close();
            throw failure;
        }
    }

    private static HikariConfig pool(StoreSettings.Postgres settings, String name, int size, String isolation) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(settings.url());
        if (!settings.user().isEmpty()) {
            pool.setUsername(settings.user());
            pool.setPassword(settings.password());
        }
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setAutoCommit(false);
        pool.setTransactionIsolation(isolation);
        pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        // What the pool asks by itself must not leave a transaction open, which the server would end with the
        // connection.
        pool.setIsolateInternalQueries(true);
        pool.setKeepaliveTime(0);
        pool.addDataSourceProperty("ApplicationName", "Allclear");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // A server that vanished without a word must not hold a thread for ever.
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("socketTimeout", "60");
        return pool;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public Lease write() throws SQLException {
        return lease(writers);
    }

    @Override
    public Lease read() throws SQLException {
        return lease(readers);
    }

    private static Lease lease(HikariDataSource pool) throws SQLException {
        return new Pooled(pool, pool.getConnection());
    }

    /// The driver begins a transaction with the first statement.
    private record Pooled(HikariDataSource pool, Connection connection) implements Lease {

        @Override
        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void rollback() throws SQLException {
            connection.rollback();
        }

        @Override
        public void giveBack(boolean broken) {
            if (broken) {
                pool.evictConnection(connection);
            }
            try {
                connection.close();
            } catch (SQLException gone) {
                pool.evictConnection(connection);
            }
        }
    }

    @Override
    public void tellOthers(Lease lease, Set<PageId> published, boolean announced) throws SQLException {
        news.tell(lease.connection(), published, announced);
    }

    @Override
    public void onNewsOfOthers(CommitListener listener) {
        news.onNews(listener);
    }

    @Override
    public void close() {
        news.close();
        readers.close();
        writers.close();
    }
}
