package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store must do with pages.
public interface PagesContract extends OnStore {

    @Test
    default void keeps_a_page_as_it_is() {
        var page = Stories.page();
        var bare = page(Stories.unique("bare"), Optional.empty(), Stories.NOW);

        change(tx -> tx.pages().add(page));
        change(tx -> tx.pages().add(bare));

        var found = look(tx -> tx.pages().find(page.id()));
        assertThat(found).contains(new Stored<>(page, 1));
        var foundBare = look(tx -> tx.pages().find(bare.id()));
        assertThat(foundBare).contains(new Stored<>(bare, 1));
    }

    @Test
    default void finds_no_page_that_is_not_there() {
        var found = look(tx -> tx.pages().find(new PageId("nowhere")));

        assertThat(found).isEmpty();
    }

    @Test
    default void lists_the_oldest_page_first() {
        var younger = page(Stories.unique("younger"), Optional.empty(), Stories.NOW.minus(Duration.ofDays(900)));
        var older = page(Stories.unique("older"), Optional.empty(), Stories.NOW.minus(Duration.ofDays(901)));

        change(tx -> tx.pages().add(younger));
        change(tx -> tx.pages().add(older));

        var pages = look(tx -> tx.pages().all()).stream().map(Stored::value).toList();
        assertThat(pages).containsSubsequence(older, younger);
    }

    @Test
    default void changes_a_page_and_counts_its_version() {
        var page = Stories.opened(store());
        var next =
                page(page.slug() + "-new", Optional.of("new." + page.slug() + ".example"), page.createdAt(), page.id());

        change(tx -> tx.pages().save(next, 1));

        var found = look(tx -> tx.pages().find(page.id()));
        assertThat(found).contains(new Stored<>(next, 2));
    }

    @Test
    default void refuses_to_overwrite_a_change_to_a_page_that_it_has_not_seen() {
        var page = Stories.opened(store());
        change(tx -> tx.pages().save(page, 1));

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.pages().save(page, 1)));
    }

    @Test
    default void refuses_a_slug_or_a_host_that_another_page_has() {
        var page = Stories.opened(store());
        var other = Stories.opened(store());
        var fresh = new PageId(Stories.unique("fresh"));

        var sameSlug = page(page.slug(), Optional.empty(), Stories.NOW, fresh);
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> change(tx -> tx.pages().add(sameSlug)));

        var sameHost = page(fresh.value(), page.host(), Stories.NOW, fresh);
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> change(tx -> tx.pages().add(sameHost)));

        var movedThere = page(page.slug(), Optional.empty(), Stories.NOW, other.id());
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> change(tx -> tx.pages().save(movedThere, 1)));
    }

    @Test
    default void counts_every_publication_and_nothing_else() {
        var page = Stories.opened(store());
        var other = Stories.opened(store());

        change(tx -> tx.publish(page.id()));
        change(tx -> tx.publish(page.id()));
        change(tx -> tx.pages().save(page, 1));

        assertThat(revision(page.id())).isEqualTo(2);
        assertThat(revision(other.id())).isZero();
    }

    @Test
    default void publishes_no_page_that_is_not_there() {
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> change(tx -> tx.publish(new PageId("nowhere"))));
    }

    private long revision(PageId page) {
        return look(tx -> tx.pages().revision(page));
    }

    private static Page page(String slug, Optional<String> host, Instant createdAt) {
        return page(slug, host, createdAt, new PageId(slug));
    }

    private static Page page(String slug, Optional<String> host, Instant createdAt, PageId id) {
        return new Page(
                id,
                slug,
                "Fernhill",
                host,
                ZoneId.of("UTC"),
                new Language("de"),
                "#123abc",
                Optional.empty(),
                createdAt);
    }
}
