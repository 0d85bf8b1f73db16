package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.journal.Chain;
import dev.allclear.journal.Entry;
import dev.allclear.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every store must do with the journal.
public interface JournalContract extends OnStore {

    @Test
    default void begins_with_nothing() {
        var page = Stories.opened(store()).id();

        assertThat(from(page, 1)).isEmpty();
        var last = look(tx -> tx.journal().last(page));
        assertThat(last).isEmpty();
    }

    @Test
    default void chains_each_entry_to_the_one_before() {
        var page = Stories.opened(store()).id();
        var at = Stories.NOW.plusMillis(123);

        change(tx ->
                tx.journal().append(page, at, "Ines <ines@fernhill.example>", "incident.declared", "i1", "Cards fail"));
        change(tx -> {
            tx.journal().append(page, at, "Jonas", "incident.updated", "i1", "");
            tx.journal()
                    .append(page, at.plusSeconds(1), "Allclear", "page.changed", "", "50% \u201Cquoted\u201D\n\u00FC");
        });

        var first = Entry.after(
                Entry.GENESIS, page, 1, at, "Ines <ines@fernhill.example>", "incident.declared", "i1", "Cards fail");
        var second = Entry.after(first.hash(), page, 2, at, "Jonas", "incident.updated", "i1", "");
        var third = Entry.after(
                second.hash(),
                page,
                3,
                at.plusSeconds(1),
                "Allclear",
                "page.changed",
                "",
                "50% \u201Cquoted\u201D\n\u00FC");
        assertThat(from(page, 1)).containsExactly(first, second, third);
        assertThat(new Chain().walk(from(page, 1))).isEqualTo(new Chain.Finding.Intact(3));
        var last = look(tx -> tx.journal().last(page));
        assertThat(last).contains(third);
    }

    @Test
    default void goes_through_the_journal_from_both_ends() {
        var page = Stories.opened(store()).id();
        change(tx -> {
            for (var number = 1; number <= 10; number++) {
                append(tx.journal(), page, "entry." + number);
            }
        });

        assertThat(newest(page, Optional.empty(), 3)).containsExactly(10L, 9L, 8L);
        assertThat(newest(page, Optional.of(8L), 3)).containsExactly(7L, 6L, 5L);
        assertThat(newest(page, Optional.of(2L), 3)).containsExactly(1L);
        var middle = look(tx -> tx.journal().from(page, 4, 2));
        assertThat(middle).extracting(Entry::number).containsExactly(4L, 5L);
    }

    @Test
    default void keeps_a_chain_for_each_page() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();

        change(tx -> append(tx.journal(), page, "one"));
        change(tx -> append(tx.journal(), other, "two"));
        change(tx -> append(tx.journal(), page, "three"));

        assertThat(from(page, 1)).extracting(Entry::action).containsExactly("one", "three");
        assertThat(from(other, 1)).extracting(Entry::number).containsExactly(1L);
        assertThat(new Chain().walk(from(other, 1))).isEqualTo(new Chain.Finding.Intact(1));
    }

    @Test
    default void keeps_the_chain_whole_when_many_write_at_once() {
        var page = Stories.opened(store()).id();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < 25; writer++) {
                threads.execute(() -> change(tx -> append(tx.journal(), page, "raced")));
            }
        }

        assertThat(new Chain().walk(from(page, 1))).isEqualTo(new Chain.Finding.Intact(25));
    }

    private static void append(Journal journal, PageId page, String action) {
        journal.append(page, Stories.NOW, "Ines", action, "", "");
    }

    private List<Entry> from(PageId page, long number) {
        return look(tx -> tx.journal().from(page, number, 100));
    }

    private List<Long> newest(PageId page, Optional<Long> before, int limit) {
        return look(tx -> tx.journal().page(page, before, limit)).stream()
                .map(Entry::number)
                .toList();
    }
}
