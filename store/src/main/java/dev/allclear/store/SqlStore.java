package dev.allclear.store;

import dev.allclear.PageId;
import dev.allclear.transaction.CommitListener;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;

/// Everything that is kept, in SQLite or PostgreSQL.
public final class SqlStore implements Store, AutoCloseable {

    private static final Logger LOG = System.getLogger(SqlStore.class.getName());
    private static final Settings SETTINGS = new Settings()
            .withExecuteLogging(false)
            .withFetchWarnings(false)
            // Below what both drivers take, so that values are always bound and never written into a statement.
            .withInlineThreshold(30_000);

    static {
        // jOOQ greets at every start otherwise.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final Database database;
    // Not static: a transaction of one store never joins that of another.
    private final ScopedValue<SqlTx> current = ScopedValue.newInstance();
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    private SqlStore(Database database) {
        this.database = database;
    }

    /// Opens the store and brings its tables up to date.
    ///
    /// @throws RuntimeException when the database can't be reached, or is not ours
    public static SqlStore open(StoreSettings settings) {
        return new SqlStore(
                switch (settings) {
                    case StoreSettings.Sqlite sqlite -> SqliteDatabase.open(sqlite);
                    case StoreSettings.Postgres postgres -> PostgresDatabase.open(postgres);
                });
    }

    @Override
    public void onCommit(CommitListener listener) {
        listeners.add(listener);
        database.onNewsOfOthers(this::tell);
    }

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        if (current.isBound()) {
            return joined(current.get().forWriting(), work);
        }
        try {
            var lease = database.write();
            var tx = new SqlTx(lease.connection(), database.dialect(), SETTINGS, true);
            var result = run(lease, tx, work);
            tell(tx.published(), tx.announced());
            return result;
        } catch (SQLException failure) {
            throw new DataAccessException("The database failed: " + failure.getMessage(), failure);
        }
    }

    /// If a part fails, nothing of the whole is kept, even if someone between catches what the part threw.
    private static <T> T joined(SqlTx tx, Function<Tx, T> work) {
        try {
            return work.apply(tx);
        } catch (RuntimeException | Error failure) {
            tx.fail(failure);
            throw failure;
        }
    }

    @Override
    public <T> T reading(Function<Tx, T> work) {
        if (current.isBound()) {
            return work.apply(current.get());
        }
        try {
            var lease = database.read();
            return run(lease, new SqlTx(lease.connection(), database.dialect(), SETTINGS, false), work);
        } catch (SQLException failure) {
            throw new DataAccessException("The database failed: " + failure.getMessage(), failure);
        }
    }

    private <T> T run(Database.Lease lease, SqlTx tx, Function<Tx, T> work) throws SQLException {
        var broken = true;
        try {
            var result = ScopedValue.where(current, tx).call(() -> work.apply(tx));
            tx.mustBeWhole();
            if (tx.erased()) {
                database.erasing(lease);
            }
            if (!tx.published().isEmpty() || tx.announced()) {
                database.tellOthers(lease, tx.published(), tx.announced());
            }
            lease.commit();
            broken = false;
            if (tx.erased() || (tx.isWriting() && database.isUnswept())) {
                sweep(lease);
            }
            return result;
        } finally {
            lease.giveBack(broken && !rolledBack(lease));
        }
    }

    private void sweep(Database.Lease lease) {
        try {
            database.sweep(lease);
        } catch (SQLException later) {
            // The change is committed: whoever made it must not be told that it failed.
            LOG.log(Level.WARNING, "remains of what was erased could not be overwritten yet", later);
        }
    }

    @Override
    public void tidy() {
        try {
            var lease = database.write();
            var broken = true;
            try {
                lease.commit();
                database.tidy(lease);
                broken = false;
            } finally {
                lease.giveBack(broken);
            }
        } catch (SQLException failure) {
            throw new DataAccessException("The database failed: " + failure.getMessage(), failure);
        }
    }

    private static boolean rolledBack(Database.Lease lease) {
        try {
            lease.rollback();
            return true;
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, "a connection could not roll back and is thrown away", failure);
            return false;
        }
    }

    private void tell(Set<PageId> published, boolean announced) {
        if (published.isEmpty() && !announced) {
            return;
        }
        for (var listener : listeners) {
            try {
                listener.committed(published, announced);
            } catch (RuntimeException bug) {
                // The change is committed: whoever made it must not be told that it failed, or would make it twice.
                LOG.log(Level.ERROR, "a listener failed after a commit; the change itself is kept", bug);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
