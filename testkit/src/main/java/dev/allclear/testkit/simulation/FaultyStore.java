package dev.allclear.testkit.simulation;

import dev.allclear.transaction.CommitListener;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.util.function.Function;
import java.util.function.Supplier;

/// A store that is away at times, and at times says that it failed when it had done what it was asked for.
final class FaultyStore implements Store {

    /// What a database that is away throws.
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1;

        Away(String why) {
            super(why, null, false, false);
        }
    }

    private final Store store;
    private final Supplier<Boolean> isAway;
    private final Supplier<Boolean> loses;

    /// @param loses whether the answer to a commit gets lost
    FaultyStore(Store store, Supplier<Boolean> isAway, Supplier<Boolean> loses) {
        this.store = store;
        this.isAway = isAway;
        this.loses = loses;
    }

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        mustBeThere();
        var result = store.inTransaction(work);
        if (loses.get()) {
            throw new Away("the answer to the commit got lost");
        }
        return result;
    }

    @Override
    public <T> T reading(Function<Tx, T> work) {
        mustBeThere();
        return store.reading(work);
    }

    private void mustBeThere() {
        if (isAway.get()) {
            throw new Away("the database is away");
        }
    }

    @Override
    public void onCommit(CommitListener listener) {
        store.onCommit(listener);
    }
}
