package dev.allclear.testkit;

import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
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

    /// One looks, and before it changes what it saw, another comes and changes that: the second change either waits for
    /// the first, or is seen by it.
    ///
    /// @param slow what the first does with what it saw
    default <T> void changeMeanwhile(Function<Tx, T> look, BiConsumer<Tx, T> slow, Consumer<Tx> other)
            throws InterruptedException, ExecutionException {
        var looked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> store().inTransaction(tx -> {
                var seen = look.apply(tx);
                looked.countDown();
                awaitBriefly(done);
                slow.accept(tx, seen);
                return tx;
            }));
            looked.await();
            change(other);
            done.countDown();
            first.get();
        }
    }

    /// A store in which the other has to wait never lets it be done, so this ends by itself.
    private static void awaitBriefly(CountDownLatch done) {
        try {
            var _ = done.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    default <T> T look(Function<Tx, T> work) {
        return store().reading(work);
    }
}
