package dev.allclear.app.demo;

import dev.allclear.transaction.CommitListener;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.util.function.Function;

/// The same store, except that nothing is announced: what happened long ago is told to nobody today.
record SilentStore(Store store) implements Store {

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        return store.inTransaction(tx -> work.apply(new SilentTx(tx)));
    }

    @Override
    public <T> T reading(Function<Tx, T> work) {
        return store.reading(work);
    }

    @Override
    public void onCommit(CommitListener listener) {
        store.onCommit(listener);
    }
}
