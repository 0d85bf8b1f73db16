package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.journal.Chain;
import dev.allclear.testkit.OnStore;
import dev.allclear.testkit.Stories;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The database itself refuses to change the journal; and where somebody disarms it, the chain tells.
interface JournalGuardContract extends OnStore {

    int ENTRIES = 6;

    /// A way to the database past everything of ours.
    Connection past() throws SQLException;

    /// Statements by which whoever owns the database takes the guard away, and puts it back.
    List<String> disarm();

    List<String> rearm();

    @Test
    default void the_database_refuses_to_change_or_remove_entries() throws SQLException {
        var page = journalled();

        for (var statement : List.of(
                "UPDATE journal SET detail = 'nothing happened' WHERE page_id = '" + page.value() + "'",
                "DELETE FROM journal WHERE page_id = '" + page.value() + "'",
                "DELETE FROM journal WHERE number = 1",
                "DELETE FROM journal")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> run(statement))
                    .withMessageContaining("only ever grows");
        }

        assertThat(finding(page)).isEqualTo(new Chain.Finding.Intact(ENTRIES));
    }

    @Test
    default void a_change_of_any_column_of_any_row_is_found() throws SQLException {
        for (var column : List.of("at", "actor", "action", "subject", "detail", "previous", "hash")) {
            for (var number = 1; number <= ENTRIES; number++) {
                var page = journalled();
                var value = column.equals("at") ? "at + 1" : "'forged'";

                tamper("UPDATE journal SET " + column + " = " + value + " WHERE page_id = '" + page.value()
                        + "' AND number = " + number);

                assertThat(finding(page)).isEqualTo(new Chain.Finding.BrokenAt(number));
            }
        }
    }

    @Test
    default void a_row_that_is_missing_moved_or_of_another_page_is_found() throws SQLException {
        for (var number = 1; number < ENTRIES; number++) {
            var page = journalled();
            tamper("DELETE FROM journal WHERE page_id = '" + page.value() + "' AND number = " + number);
            assertThat(finding(page)).isEqualTo(new Chain.Finding.BrokenAt(number));
        }

        var moved = journalled();
        tamper("UPDATE journal SET number = 100 WHERE page_id = '" + moved.value() + "' AND number = 3");
        assertThat(finding(moved)).isEqualTo(new Chain.Finding.BrokenAt(3));

        var page = journalled();
        var other = journalled();
        tamper("DELETE FROM journal WHERE page_id = '" + page.value() + "' AND number = 2");
        tamper("UPDATE journal SET page_id = '" + page.value() + "' WHERE page_id = '" + other.value()
                + "' AND number = 2");
        assertThat(finding(page)).isEqualTo(new Chain.Finding.BrokenAt(2));
        assertThat(finding(other)).isEqualTo(new Chain.Finding.BrokenAt(2));
    }

    private PageId journalled() {
        var page = Stories.opened(store()).id();
        change(tx -> {
            for (var number = 1; number <= ENTRIES; number++) {
                tx.journal().append(page, Stories.NOW, "Ines", "incident.updated", "i" + number, "Cards fail");
            }
        });
        return page;
    }

    private Chain.Finding finding(PageId page) {
        return look(tx -> new Chain().walk(tx.journal().from(page, 1, 1_000)));
    }

    private void tamper(String statement) throws SQLException {
        run(disarm());
        try {
            run(statement);
        } finally {
            run(rearm());
        }
    }

    private void run(String statement) throws SQLException {
        run(List.of(statement));
    }

    private void run(List<String> statements) throws SQLException {
        try (var connection = past();
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }
}
