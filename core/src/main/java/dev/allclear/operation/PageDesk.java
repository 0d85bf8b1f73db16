package dev.allclear.operation;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.page.Page;
import dev.allclear.people.Actor;
import dev.allclear.transaction.Store;
import java.time.InstantSource;
import java.util.List;

/// The front door for pages themselves.
public final class PageDesk {

    private final Store store;
    private final InstantSource clock;

    public PageDesk(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Oldest first: the first one is the installation's default.
    public List<Stored<Page>> all() {
        return store.reading(tx -> tx.pages().all());
    }

    public void add(Page page, Actor actor) {
        store.inTransaction(tx -> {
            tx.pages().add(page);
            tx.journal().append(page.id(), clock.instant(), actor.name(), "page.added", page.id().value(), page.name());
            tx.publish(page.id());
            return page;
        });
    }

    /// @param seen the version that the sender looked at
    public void save(Page page, long seen, Actor actor) {
        store.inTransaction(tx -> {
            var stored = tx.pages().find(page.id()).orElseThrow(() -> new Refused.NotFound("page"));
            if (stored.version() != seen) {
                throw new Refused.ChangedMeanwhile("page");
            }
            tx.pages().save(page, seen);
            tx.journal().append(page.id(), clock.instant(), actor.name(), "page.changed", page.id().value(), page.name());
            tx.publish(page.id());
            return page;
        });
    }
}
