package dev.allclear.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// SQLite in one file: a single connection that writes, taken in turns, and a few that read beside it.
///
/// Connections stay open for good: opening one costs more than most of what we ask of it.
final class SqliteDatabase implements Database {

    private static final int READERS = 4;
    private static final Duration BUSY = Duration.ofSeconds(15);
    private static final Duration SWEEPING = Duration.ofMillis(500);

    /// In kilobytes. The inner pages of all indexes of a million subscribers, and more for whoever writes into them.
    private static final int READING = 16_000;

    private static final int WRITING = 64_000;

    /// So many pages of the log, 32 MB, are carried over together: those of the indexes, which many small changes
    /// touch, are then written to the file once and not with each of them.
    private static final int CARRIED = 8_000;

    /// 16 MB, which are written anew in a fraction of a second.
    private static final int FEW_PAGES = 4_000;

    /// Kept in the file itself, so that a restart forgets neither.
    private static final int CLEAN = 0;

    private static final int SOILED = 1;

    static final String FOLDER = "db/sqlite";
    static final Map<String, String> TYPES = Map.of(
            "id", "TEXT",
            "instant", "INTEGER",
            "number", "INTEGER",
            "flag", "INTEGER",
            "serial", "INTEGER PRIMARY KEY AUTOINCREMENT",
            "options", "STRICT",
            "clustered", "STRICT, WITHOUT ROWID");

    private final SQLiteDataSource writing;
    private final SQLiteDataSource reading;
    // Fair, so that nobody starves while a fan-out writes portion after portion.
    private final ReentrantLock turn = new ReentrantLock(true);
    // One slot per reader; an empty one stands for a connection that is yet to be opened.
    private final BlockingQueue<Optional<Connection>> readers = new ArrayBlockingQueue<>(READERS, true);
    private @Nullable Connection writer;
    private volatile boolean closed;
    private volatile boolean unswept;

    private SqliteDatabase(SQLiteDataSource writing, SQLiteDataSource reading) {
        this.writing = writing;
        this.reading = reading;
        for (var reader = 0; reader < READERS; reader++) {
            readers.add(Optional.empty());
        }
    }

    static SqliteDatabase open(StoreSettings.Sqlite settings) {
        var writing = source(settings, false);
        Migrations.run(writing, FOLDER, TYPES);
        return new SqliteDatabase(writing, source(settings, true));
    }

    private static SQLiteDataSource source(StoreSettings.Sqlite settings, boolean readOnly) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // With NORMAL, the last commits before a power cut may be lost; we have answered for them.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.setReadOnly(readOnly);
        // What is deleted is overwritten with zeros: erasing a person leaves nothing of them in the file.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setCacheSize(-(readOnly ? READING : WRITING));
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + settings.file().toAbsolutePath());
        return source;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.SQLITE;
    }

    @Override
    public Lease write() throws SQLException {
        turn.lock();
        try {
            mustBeOpen();
            if (writer == null) {
                writer = connect(writing);
                run(writer, "PRAGMA wal_autocheckpoint=" + CARRIED);
            }
            // As a writer from the start: a reader that turns writer may find that it looked at old data, and fail.
            return begun("BEGIN IMMEDIATE", writer, this::endTurn);
        } catch (SQLException | RuntimeException failure) {
            endTurn(true);
            throw failure;
        }
    }

    private void endTurn(boolean broken) {
        if (broken && writer != null) {
            discard(writer);
            writer = null;
        }
        turn.unlock();
    }

    @Override
    public Lease read() throws SQLException {
        var slot = takeSlot();
        try {
            mustBeOpen();
            var reader = slot.isPresent() ? slot.get() : connect(reading);
            return begun("BEGIN", reader, broken -> endReading(reader, broken));
        } catch (SQLException | RuntimeException failure) {
            slot.ifPresent(SqliteDatabase::discard);
            readers.add(Optional.empty());
            throw failure;
        }
    }

    private Optional<Connection> takeSlot() throws SQLException {
        try {
            return readers.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", stopped);
        }
    }

    private void endReading(Connection reader, boolean broken) {
        if (broken) {
            discard(reader);
        }
        readers.add(broken ? Optional.empty() : Optional.of(reader));
    }

    private void mustBeOpen() throws SQLException {
        if (closed) {
            throw new SQLException("the store is closed");
        }
    }

    private static Connection connect(SQLiteDataSource source) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        // The driver has begun a transaction now, and would begin the next one with each commit, so that we would lock
        // out other processes while we do nothing. From here on we begin and end by ourselves.
        run(connection, "COMMIT");
        return connection;
    }

    @Override
    public void erasing(Lease lease) throws SQLException {
        run(lease.connection(), "PRAGMA user_version=" + SOILED);
    }

    /// The log of changes holds what was there before, until it is emptied. Readers who are still at older pages
    /// keep us from that for a moment; then it is tried again with the next commit.
    @Override
    public void sweep(Lease lease) throws SQLException {
        run(lease.connection(), "PRAGMA busy_timeout=" + SWEEPING.toMillis());
        try {
            unswept = asked(lease, "PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        } finally {
            run(lease.connection(), "PRAGMA busy_timeout=" + BUSY.toMillis());
        }
        if (asked(lease, "PRAGMA page_count") <= FEW_PAGES) {
            tidy(lease);
        }
    }

    @Override
    public boolean isUnswept() {
        return unswept;
    }

    /// What was deleted is overwritten, but when a page was split before, its second half may still stand where it was.
    /// Only writing everything anew leaves nothing of that.
    @Override
    public void tidy(Lease lease) throws SQLException {
        if (asked(lease, "PRAGMA user_version") != SOILED) {
            return;
        }
        run(lease.connection(), "VACUUM");
        run(lease.connection(), "PRAGMA user_version=" + CLEAN);
        unswept = asked(lease, "PRAGMA wal_checkpoint(TRUNCATE)") != 0;
    }

    private static int asked(Lease lease, String question) throws SQLException {
        try (var running = lease.connection().createStatement();
                var answer = running.executeQuery(question)) {
            return answer.next() ? answer.getInt(1) : 0;
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static Lease begun(String begin, Connection connection, Consumer<Boolean> back) throws SQLException {
        run(connection, begin);
        return new Begun(connection, back);
    }

    private record Begun(Connection connection, Consumer<Boolean> back) implements Lease {

        @Override
        public void commit() throws SQLException {
            run(connection, "COMMIT");
        }

        @Override
        public void rollback() throws SQLException {
            run(connection, "ROLLBACK");
        }

        @Override
        public void giveBack(boolean broken) {
            back.accept(broken);
        }
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // It goes because it is broken or no longer wanted; what it says on leaving tells nothing new.
        }
    }

    /// Waits for whoever writes or reads right now.
    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            if (writer != null) {
                discard(writer);
                writer = null;
            }
        } finally {
            turn.unlock();
        }
        for (var slot = 0; slot < READERS; slot++) {
            try {
                takeSlot().ifPresent(SqliteDatabase::discard);
            } catch (SQLException hurry) {
                return;
            }
        }
        // Whoever still comes finds a free slot, and is told that the store is closed.
        readers.addAll(Collections.nCopies(READERS, Optional.empty()));
    }
}
