package dev.allclear.journal;

import static dev.allclear.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChainTest {

    @Test
    void an_untouched_journal_is_intact() {
        assertThat(new Chain().walk(entries(5))).isEqualTo(new Chain.Finding.Intact(5));
    }

    @Test
    void a_changed_word_breaks_the_chain_where_it_stands() {
        var entries = new ArrayList<>(entries(5));
        var honest = entries.get(2);
        entries.set(
                2,
                new Entry(
                        honest.page(),
                        honest.number(),
                        honest.at(),
                        "Somebody else",
                        honest.action(),
                        honest.subject(),
                        honest.detail(),
                        honest.previous(),
                        honest.hash()));

        assertThat(new Chain().walk(entries)).isEqualTo(new Chain.Finding.BrokenAt(3));
    }

    @Test
    void a_changed_word_with_a_fresh_hash_breaks_the_chain_at_the_next_entry() {
        var entries = new ArrayList<>(entries(5));
        var honest = entries.get(2);
        entries.set(
                2,
                Entry.after(
                        honest.previous(),
                        honest.page(),
                        honest.number(),
                        honest.at(),
                        "Somebody else",
                        honest.action(),
                        "",
                        ""));

        assertThat(new Chain().walk(entries)).isEqualTo(new Chain.Finding.BrokenAt(4));
    }

    @Test
    void a_missing_entry_is_noticed() {
        var entries = new ArrayList<>(entries(5));
        entries.remove(3);

        assertThat(new Chain().walk(entries)).isEqualTo(new Chain.Finding.BrokenAt(4));
    }

    @Test
    void it_can_be_walked_in_portions() {
        var chain = new Chain();
        var entries = entries(5);

        chain.walk(entries.subList(0, 2));

        assertThat(chain.walk(entries.subList(2, 5))).isEqualTo(new Chain.Finding.Intact(5));
    }

    private static List<Entry> entries(int count) {
        var entries = new ArrayList<Entry>();
        var previous = Entry.GENESIS;
        for (var number = 1; number <= count; number++) {
            var entry = Entry.after(
                    previous,
                    new PageId("page"),
                    number,
                    at("12:00"),
                    "Ana",
                    "incident.declared",
                    "i" + number,
                    "Paying fails");
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }
}
