package dev.allclear.store;

import dev.allclear.transaction.CommitListener;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.util.function.Function;

/// A store that fails the transactions of whoever writes outcomes down when a test says so.
record StumblingStore(Store store, Runnable stumble) implements Store {

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        if (Thread.currentThread().getName().equals("bookkeeper")) {
            stumble.run();
        }
        return store.inTransaction(work);
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
