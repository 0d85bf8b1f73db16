package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Portion;
import dev.allclear.delivery.Retry;
import dev.allclear.testkit.Fanned;
import dev.allclear.testkit.Stories;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the database is asked: how often, and along which indexes.
final class QueriesTest {

    private static SqliteDatabase database;
    private static SqlStore store;
    private static Fanned story;

    @BeforeAll
    static void open(@TempDir Path folder) {
        var settings = new StoreSettings.Sqlite(folder.resolve("allclear.db"));
        store = SqlStore.open(settings);
        story = Fanned.to(store, "ada", "bela");
        database = SqliteDatabase.open(settings);
    }

    @AfterAll
    static void close() {
        database.close();
        store.close();
    }

    @Test
    void any_number_of_incidents_costs_five_queries() throws SQLException {
        var page = Stories.opened(store).id();
        for (var count : List.of(1, 5, 800)) {
            store.inTransaction(tx -> {
                for (var number = 0; number < count; number++) {
                    tx.incidents().add(Stories.resolvedIncident(page));
                }
                return page;
            });

            assertThat(statements(sql -> new SqlIncidents(sql).all(page))).hasSize(5);
            assertThat(statements(sql -> new SqlIncidents(sql).since(page, Stories.NOW.minusSeconds(9_999))))
                    .hasSize(5);
        }
    }

    @Test
    void nothing_that_is_asked_often_walks_through_a_whole_table() throws SQLException {
        var page = story.page();
        var now = Fanned.SOON;
        var asked = statements(sql -> {
            var deliveries = new SqlDeliveries(sql, () -> {});
            var outbox = new SqlOutbox(sql, () -> {});
            var subscribers = new SqlSubscribers(sql, true, () -> {});
            var portions = new SqlPortions(sql);
            outbox.add(Stories.announcement(Stories.openIncident(page)));
            var portion = portions.take(10, now, Duration.ofMinutes(1)).orElseThrow();
            outbox.recent(page, 20);
            portions.keep(portion, now, Duration.ofMinutes(1));
            outbox.confirmationsSince(page, story.people().getFirst(), now);
            subscribers.confirmedAfter(page, Optional.of(story.people().getFirst()), 10);
            subscribers.confirmedCount(page);
            subscribers.findByAddress(page, story.audience().getFirst().address());
            deliveries.nextDue();
            deliveries.toldOf(page, story.thread(), story.people());
            deliveries.unfinished(portion.announcement(), story.people());
            deliveries.add(portion, outcomes(portion));
            portions.finish(portion);
            outbox.halted(Set.of(portion.announcement().id()));
            var claimed = deliveries.claim(10, 9, now, Duration.ofMinutes(1));
            assertThat(claimed).hasSize(2);
            deliveries.keep(claimed, now, Duration.ofMinutes(1));
            deliveries.record(claimed.stream()
                    .map(one -> Fanned.with(one, new Delivery.State.Accepted(now, "250 Ok")))
                    .toList());
            deliveries.retry(page, story.announcement().id(), Retry.FAILED, now, Optional.empty(), 10);
            deliveries.retry(page, story.announcement().id(), Retry.UNANSWERED, now, Optional.empty(), 10);
            deliveries.stop(page, story.announcement().id(), now, Optional.empty(), 10);
            deliveries.of(page, story.announcement().id(), Set.of(Delivery.Kind.ACCEPTED), "", 0, 10);
            deliveries.to(page, story.people().getFirst(), 10);
            subscribers.erase(page, story.people().getLast());
            new SqlStates(sql).since(page, now);
            new SqlIncidents(sql).open(page);
            new SqlJournal(sql).last(page);
        });

        assertThat(asked).hasSizeGreaterThan(20);
        for (var statement : asked) {
            assertThat(plan(statement)).as(statement).noneMatch(QueriesTest::isWalk);
        }
    }

    private static List<Delivery> outcomes(Portion portion) {
        return story.audience().stream()
                .map(one -> new Delivery(
                        portion.announcement().id(),
                        story.page(),
                        portion.announcement().subject().thread(),
                        one.id(),
                        one.address(),
                        1,
                        new Delivery.State.Accepted(Fanned.SOON, "250 Ok")))
                .toList();
    }

    /// What is handed over in the statement itself is walked through, and so are the two queues, from their front:
    /// their indexes hold nothing but what is still to be done.
    private static boolean isWalk(String step) {
        return step.startsWith("SCAN ")
                && !step.matches("SCAN (o|\\d+-ROW VALUES CLAUSE|CONSTANT ROW|json_each VIRTUAL TABLE.*)")
                && !step.matches(
                        "SCAN \\w+ USING (COVERING )?INDEX (delivery_due|announcement_unfinished|portion_open)");
    }

    /// Runs the work in a transaction that is taken back, and gives the statements that it ran.
    private static List<String> statements(Consumer<DSLContext> work) throws SQLException {
        var statements = new ArrayList<String>();
        var listener = new ExecuteListener() {
            private static final long serialVersionUID = 1;

            @Override
            public void executeStart(ExecuteContext context) {
                statements.add(context.sql());
            }
        };
        var lease = database.write();
        try {
            work.accept(DSL.using(new DefaultConfiguration()
                    .set(lease.connection())
                    .set(SQLDialect.SQLITE)
                    .set(new DefaultExecuteListenerProvider(listener))));
        } finally {
            lease.rollback();
            lease.giveBack(false);
        }
        return statements;
    }

    private static List<String> plan(String statement) throws SQLException {
        var lease = database.read();
        try {
            return plan(lease.connection(), statement);
        } finally {
            lease.rollback();
            lease.giveBack(false);
        }
    }

    private static List<String> plan(Connection connection, String statement) throws SQLException {
        var steps = new ArrayList<String>();
        try (var prepared = connection.prepareStatement("EXPLAIN QUERY PLAN " + statement);
                var result = prepared.executeQuery()) {
            while (result.next()) {
                steps.add(result.getString("detail"));
            }
        }
        return steps;
    }
}
