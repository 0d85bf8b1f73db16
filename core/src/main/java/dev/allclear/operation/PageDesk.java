package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.coach.Lexicon;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The front door for pages themselves.
public final class PageDesk {

    private final Store store;
    private final InstantSource clock;
    private final Set<String> ownHosts;

    /// @param base where the installation itself stands
    public PageDesk(Store store, InstantSource clock, URI base) {
        this.store = store;
        this.clock = clock;
        this.ownHosts = Stream.of(base.getHost(), "localhost", "127.0.0.1")
                .filter(Objects::nonNull)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Oldest first: the first one is the installation's default.
    public List<Stored<Page>> all() {
        return store.reading(tx -> tx.pages().all());
    }

    /// @throws Refused.Invalid when it claims a host name that leads to the installation itself
    public void add(Page page, Actor actor) {
        store.inTransaction(tx -> {
            mustNotTakeOver(tx, page);
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
    /// @throws Refused.Invalid when it claims a host name that leads to the installation itself
    public void save(Page page, long seen, Actor actor) {
        store.inTransaction(tx -> {
            var stored = tx.pages().find(page.id()).orElseThrow(() -> new Refused.NotFound("page"));
            if (stored.version() != seen) {
                throw new Refused.ChangedMeanwhile("page");
            }
            mustNotTakeOver(tx, page);
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

    /// Puts the company's own words in place of those before: the writing coach knows them from now on.
    ///
    /// @param seen the version that the sender looked at
    public void reword(PageId page, Lexicon lexicon, long seen, Actor actor) {
        store.inTransaction(tx -> {
            tx.lexicons().save(page, lexicon, seen);
            tx.journal().append(page, clock.instant(), actor.name(), "words.changed", page.value(), "");
            return lexicon;
        });
    }

    /// Under the installation's own names everybody signs in and finds the first page. Another page that claimed one
    /// would be shown in its place, desk and links included.
    private void mustNotTakeOver(Tx tx, Page page) {
        var isDefault = tx.pages().all().stream()
                .findFirst()
                .map(first -> first.value().id().equals(page.id()))
                .orElse(true);
        if (!isDefault && page.host().filter(ownHosts::contains).isPresent()) {
            throw new Refused.Invalid(
                    "host", "This name leads to the installation itself, so only its first page can have it.");
        }
    }
}
