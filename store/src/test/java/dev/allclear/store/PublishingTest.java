package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.allclear.PageId;
import dev.allclear.page.PublicPage;
import dev.allclear.publish.PublicSite;
import dev.allclear.publish.Publisher;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One page that can't be shown is its own trouble.
final class PublishingTest {

    @Test
    void a_page_that_can_not_be_shown_keeps_no_other_page_from_its_readers(@TempDir Path folder) {
        try (var store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")))) {
            var one = Stories.opened(store).id();
            var other = Stories.opened(store).id();
            var site = new FragileSite(one);
            var links = new Permalinks(URI.create("https://status.example.com"), new Signature(new byte[32]));
            try (var publisher = new Publisher(store, new SettableClock(Stories.NOW), links, site)) {
                publisher.start();

                assertThat(site.shown).containsExactly(other);
                assertThat(site.confirmed).containsExactly(other);

                site.broken.clear();
                store.inTransaction(tx -> {
                    tx.publish(one);
                    return one;
                });
                await().atMost(Duration.ofSeconds(10)).until(() -> site.confirmed.contains(one));
                assertThat(publisher.isRunning()).isTrue();
            }
        }
    }

    /// Where some pages break what shows them, as deeply nested text breaks a parser.
    private static final class FragileSite implements PublicSite {

        final Set<PageId> broken = ConcurrentHashMap.newKeySet();
        final Set<PageId> shown = ConcurrentHashMap.newKeySet();
        final Set<PageId> confirmed = ConcurrentHashMap.newKeySet();

        FragileSite(PageId broken) {
            this.broken.add(broken);
        }

        @Override
        public void show(PublicPage page, URI base, boolean isDefault) {
            if (broken.contains(page.page().id())) {
                throw new StackOverflowError("deeply nested");
            }
            shown.add(page.page().id());
        }

        @Override
        public void confirm(PageId page, Instant at) {
            confirmed.add(page);
        }
    }
}
