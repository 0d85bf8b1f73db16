package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.incident.Draft;
import dev.allclear.incident.DraftId;
import dev.allclear.incident.IncidentId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store must do with drafts.
public interface DraftsContract extends OnStore {

    @Test
    default void keeps_everything_that_was_typed_right_or_wrong() {
        var page = Stories.opened(store()).id();
        var typed = draft(
                page,
                0,
                Map.of(
                        "title", List.of(""),
                        "text", List.of("50% & more = less?\r\n+1 \u0000 'quoted' \uD83D\uDE80 u\u0308"),
                        "area", List.of("checkout", "api europe", "checkout"),
                        "a&b=c", List.of("x")));

        change(tx -> tx.drafts().save(typed));

        var found = look(tx -> tx.drafts().find(page, typed.id()));
        assertThat(found).contains(typed);
    }

    @Test
    default void keeps_a_draft_in_which_nothing_was_typed() {
        var page = Stories.opened(store()).id();
        var empty = draft(page, 0, Map.of());

        change(tx -> tx.drafts().save(empty));

        var found = look(tx -> tx.drafts().find(page, empty.id()));
        assertThat(found).contains(empty);
    }

    @Test
    default void puts_a_later_draft_in_place_of_the_one_before() {
        var page = Stories.opened(store()).id();
        var first = draft(page, 0, Map.of("title", List.of("Card")));
        var second = new Draft(
                first.id(),
                page,
                Optional.of(new IncidentId("declared")),
                Map.of("title", List.of("Cards fail")),
                "Jonas Weber",
                Stories.NOW.plusSeconds(30));

        change(tx -> tx.drafts().save(first));
        change(tx -> tx.drafts().save(second));

        var all = look(tx -> tx.drafts().all(page));
        assertThat(all).containsExactly(second);
    }

    @Test
    default void keeps_that_a_draft_waits_and_why_it_was_sent_back() {
        var page = Stories.opened(store()).id();
        var handedOver = draft(page, 0, Map.of()).handedOver();
        var sentBack = draft(page, 1, Map.of())
                .sentBack(new Draft.Remark("Jonas Weber", Stories.NOW, "Say since when, & for whom."));

        change(tx -> List.of(handedOver, sentBack).forEach(tx.drafts()::save));

        var all = look(tx -> tx.drafts().all(page));
        assertThat(all).containsExactly(sentBack, handedOver);
    }

    @Test
    default void lists_the_newest_draft_first_and_forgets_what_is_removed() {
        var page = Stories.opened(store()).id();
        var older = draft(page, 1, Map.of());
        var newer = draft(page, 2, Map.of());
        var gone = draft(page, 3, Map.of());
        change(tx -> List.of(newer, older, gone).forEach(tx.drafts()::save));

        change(tx -> tx.drafts().remove(page, gone.id()));

        var all = look(tx -> tx.drafts().all(page));
        assertThat(all).containsExactly(newer, older);
    }

    @Test
    default void keeps_the_drafts_of_each_page_to_itself() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var draft = draft(page, 0, Map.of("title", List.of("Secret")));
        change(tx -> tx.drafts().save(draft));

        change(tx -> tx.drafts().remove(other, draft.id()));

        var elsewhere = look(tx -> tx.drafts().find(other, draft.id()));
        assertThat(elsewhere).isEmpty();
        var found = look(tx -> tx.drafts().find(page, draft.id()));
        assertThat(found).contains(draft);
    }

    private static Draft draft(PageId page, int minute, Map<String, List<String>> fields) {
        return new Draft(
                new DraftId(Stories.unique("draft")),
                page,
                Optional.empty(),
                fields,
                "Ines Brandt",
                Stories.NOW.plus(Duration.ofMinutes(minute)));
    }
}
