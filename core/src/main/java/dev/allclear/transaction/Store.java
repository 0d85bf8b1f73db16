package dev.allclear.transaction;

import java.util.function.Function;

/// Everything that is kept, reached by transactions only.
public interface Store {

    /// Runs the work in one transaction and commits it; an exception rolls everything back and is passed on. Work that
    /// calls this again joins the transaction that it is in. Once this returns, the change survives kill -9.
    <T> T inTransaction(Function<Tx, T> work);

    /// Runs work that only looks, on one consistent state.
    <T> T reading(Function<Tx, T> work);

    /// Leaves nothing in the files of what was erased since the last time. With very much data that takes seconds, in
    /// which nobody can change anything.
    default void tidy() {}

    /// Is told after each commit that published or announced something, on the thread that committed.
    void onCommit(CommitListener listener);
}
