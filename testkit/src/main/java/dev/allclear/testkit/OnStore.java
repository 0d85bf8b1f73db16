package dev.allclear.testkit;

import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.util.function.Consumer;
import java.util.function.Function;

/// What all contracts of a store share: the store, and short ways to it.
public interface OnStore {

    Store store();

    default void change(Consumer<Tx> work) {
        store().inTransaction(tx -> {
            work.accept(tx);
            return tx;
        });
    }

    default <T> T look(Function<Tx, T> work) {
        return store().reading(work);
    }
}
