package dev.allclear.operation;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.transaction.Store;
import java.time.InstantSource;
import java.util.HashMap;
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
            tx.journal()
                    .append(
                            page.id(),
                            clock.instant(),
                            actor.name(),
                            "page.added",
                            page.id().value(),
                            page.name());
            tx.publish(page.id());
            return page;
        });
    }

    /// One page more in this installation; whoever opens it owns it, and can invite others.
    ///
    /// @throws Refused.Conflict when its slug or host is another page's
    public void open(Page page, AccountId founder, Actor actor) {
        store.inTransaction(tx -> {
            var account = tx.accounts().find(founder).orElseThrow(() -> new Refused.NotFound("account"));
            var roles = new HashMap<>(account.roles());
            roles.put(page.id(), Role.OWNER);
            add(page, actor);
            tx.accounts()
                    .save(new Account(
                            account.id(),
                            account.email(),
                            account.name(),
                            account.passwordHash(),
                            roles,
                            account.createdAt()));
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
            tx.journal()
                    .append(
                            page.id(),
                            clock.instant(),
                            actor.name(),
                            "page.changed",
                            page.id().value(),
                            page.name());
            tx.publish(page.id());
            return page;
        });
    }
}
