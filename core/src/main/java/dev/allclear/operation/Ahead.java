package dev.allclear.operation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Makes the next of many things while the one before is worked on, never more than one ahead.
final class Ahead<T> implements AutoCloseable {

    private final Supplier<T> maker;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ahead").factory());
    private CompletableFuture<T> next;

    Ahead(Supplier<T> maker) {
        this.maker = maker;
        this.next = CompletableFuture.supplyAsync(maker, thread);
    }

    /// @throws RuntimeException what the maker threw
    T next() {
        try {
            var made = next.join();
            next = CompletableFuture.supplyAsync(maker, thread);
            return made;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException theirs) {
                throw theirs;
            }
            throw failed;
        }
    }

    /// Does not wait: what is still being made is wanted by nobody.
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
