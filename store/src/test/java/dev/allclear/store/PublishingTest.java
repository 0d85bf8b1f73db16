package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.allclear.PageId;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Stage;
import dev.allclear.page.Earlier;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicPage;
import dev.allclear.publish.PublicSite;
import dev.allclear.publish.Publisher;
import dev.allclear.status.Days;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a publication costs, and what it may break.
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

                assertThat(site.begun).containsExactlyInAnyOrder(one, other);
                await().atMost(Duration.ofSeconds(10)).until(() -> site.confirmed.contains(other));
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

    @Test
    void what_has_not_changed_is_shown_as_the_very_same_thing_until_its_figures_grow_old(@TempDir Path folder) {
        try (var store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")))) {
            var page = Stories.opened(store).id();
            var old = Stories.resolvedIncident(page);
            var current = Stories.openIncident(page);
            store.inTransaction(tx -> {
                tx.incidents().add(old);
                tx.incidents().add(current);
                return page;
            });
            var clock = new SettableClock(Stories.NOW.plus(Duration.ofHours(3)));
            var site = new RememberingSite();
            var links = new Permalinks(URI.create("https://status.example.com"), new Signature(new byte[32]));
            try (var publisher = new Publisher(store, clock, links, site)) {
                publisher.start();
                await().atMost(Duration.ofSeconds(10)).until(() -> site.shown.size() == 1);
                clock.advance(Duration.ofSeconds(1));
                store.inTransaction(tx -> {
                    var word = Stories.words("We found the cause.", clock.instant());
                    var due = clock.instant().plus(Duration.ofMinutes(30));
                    tx.incidents().save(current.post(Stage.IDENTIFIED, word, current.areas(), due), 1);
                    tx.publish(page);
                    return page;
                });
                await().atMost(Duration.ofSeconds(10)).until(() -> site.shown.size() == 2);
                clock.advance(Earlier.FIGURES);
                await().atMost(Duration.ofSeconds(10)).until(() -> site.shown.size() == 3);
            }

            assertThat(site.incident(1, old)).isSameAs(site.incident(0, old));
            assertThat(site.incident(1, current).updates())
                    .hasSize(current.updates().size() + 1);
            assertThat(site.days(1)).isSameAs(site.days(0));
            assertThat(site.days(2).total()).isNotEqualTo(site.days(0).total());
        }
    }

    private static final class RememberingSite implements PublicSite {

        final List<PublicPage> shown = new CopyOnWriteArrayList<>();

        @Override
        public void showFirst(PublicPage page, URI base, boolean isDefault) {}

        @Override
        public void show(PublicPage page, URI base, boolean isDefault) {
            shown.add(page);
        }

        @Override
        public void confirm(PageId page, Instant at) {}

        PublicIncident incident(int publication, Incident incident) {
            return shown.get(publication).incidents().stream()
                    .filter(one -> one.id().equals(incident.id()))
                    .findFirst()
                    .orElseThrow();
        }

        Days days(int publication) {
            return shown.get(publication)
                    .allComponents()
                    .findFirst()
                    .orElseThrow()
                    .days();
        }
    }

    /// Where some pages break what shows them, as deeply nested text breaks a parser.
    private static final class FragileSite implements PublicSite {

        final Set<PageId> broken = ConcurrentHashMap.newKeySet();
        final Set<PageId> begun = ConcurrentHashMap.newKeySet();
        final Set<PageId> shown = ConcurrentHashMap.newKeySet();
        final Set<PageId> confirmed = ConcurrentHashMap.newKeySet();

        FragileSite(PageId broken) {
            this.broken.add(broken);
        }

        @Override
        public void showFirst(PublicPage page, URI base, boolean isDefault) {
            begun.add(page.page().id());
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
