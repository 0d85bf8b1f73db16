package dev.allclear.store;

import dev.allclear.PageId;
import dev.allclear.transaction.CommitListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jooq.SQLDialect;

/// What differs between the databases: how connections are had, and how the first of all statements are said.
interface Database extends AutoCloseable {

    SQLDialect dialect();

    /// Waits for its turn to write.
    Lease write() throws SQLException;

    /// A connection that sees one consistent state and can't change it.
    Lease read() throws SQLException;

    /// Notes within the lease's transaction that something of a person was deleted.
    default void erasing(Lease lease) throws SQLException {}

    /// Sees to it that what was deleted can't be read in the files any more either, as far as that is done in a moment.
    /// The lease's transaction is committed.
    default void sweep(Lease lease) throws SQLException {}

    /// Whether the last sweep was not yet successful.
    default boolean isUnswept() {
        return false;
    }

    /// Does what takes longer than a moment; nobody can write meanwhile. The lease's transaction is committed.
    default void tidy(Lease lease) throws SQLException {}

    /// Tells other nodes, when the lease's transaction commits, what they should look at.
    default void tellOthers(Lease lease, Set<PageId> published, boolean announced) throws SQLException {}

    /// Wants to hear what other nodes commit. Only one listener, for good.
    default void onNewsOfOthers(CommitListener listener) {}

    @Override
    void close();

    /// A connection with a transaction begun, ours until it is given back.
    interface Lease {

        Connection connection();

        void commit() throws SQLException;

        void rollback() throws SQLException;

        /// @param broken when it can't be trusted any more
        void giveBack(boolean broken);
    }
}
