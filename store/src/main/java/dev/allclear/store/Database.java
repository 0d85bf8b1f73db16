package dev.allclear.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.SQLDialect;

/// What differs between the databases: how connections are had, and how the first of all statements are said.
interface Database extends AutoCloseable {

    SQLDialect dialect();

    /// Waits for its turn to write.
    Lease write() throws SQLException;

    /// A connection that sees one consistent state and can't change it.
    Lease read() throws SQLException;

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
