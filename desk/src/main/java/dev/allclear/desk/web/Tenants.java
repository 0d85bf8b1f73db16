package dev.allclear.desk.web;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.page.Page;
import dev.allclear.transaction.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Knows all pages and finds the one that a request is for: by `/p/<slug>`, else by host name, else the first one.
final class Tenants {

    /// Another node may have changed a page: no copy is trusted longer than this.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Copy(List<Stored<Page>> pages, Instant at) {}

    private final Store store;
    private final InstantSource clock;
    private final AtomicReference<Copy> copy = new AtomicReference<>(new Copy(List.of(), Instant.MIN));

    Tenants(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        store.onCommit((published, _) -> forget(published));
    }

    private void forget(Set<PageId> published) {
        if (!published.isEmpty()) {
            copy.set(new Copy(List.of(), Instant.MIN));
        }
    }

    /// @param host as the request claims it; it chooses among our pages and is used for nothing else
    /// @throws Refused.NotFound for a slug that no page has
    Tenant find(String host, String path) {
        var pages = pages();
        var split = split(path);
        var first = pages.stream().findFirst();
        if (split.slug().isEmpty()) {
            var page = pages.stream()
                    .filter(one -> one.value().host().equals(Optional.of(name(host))))
                    .findFirst()
                    .or(() -> first);
            return new Tenant(page, page.equals(first), "", path);
        }
        var page = pages.stream()
                .filter(one -> one.value().slug().equals(split.slug()))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("page"));
        return new Tenant(Optional.of(page), Optional.of(page).equals(first), "/p/" + split.slug(), split.path());
    }

    private record Split(String slug, String path) {}

    private static Split split(String path) {
        if (!path.startsWith("/p/")) {
            return new Split("", path);
        }
        var end = path.indexOf('/', 3);
        return end < 0 ? new Split(path.substring(3), "/") : new Split(path.substring(3, end), path.substring(end));
    }

    /// The path without a page's prefix.
    static String withoutPrefix(String path) {
        return split(path).path();
    }

    private static String name(String host) {
        var colon = host.lastIndexOf(':');
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    private List<Stored<Page>> pages() {
        var known = copy.get();
        var now = clock.instant();
        if (known.at().equals(Instant.MIN) || Duration.between(known.at(), now).compareTo(FRESH) > 0) {
            var read = new Copy(store.reading(tx -> tx.pages().all()), now);
            // A commit in between has put another copy there: then this one is used once and not kept.
            copy.compareAndSet(known, read);
            return read.pages();
        }
        return known.pages();
    }
}
