package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.testkit.PostgresServer;
import dev.allclear.testkit.Stories;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Two nodes over one database.
@TestInstance(Lifecycle.PER_CLASS)
class PostgresNewsTest {

    private record News(Set<PageId> published, boolean announced) {}

    private static final long PATIENCE_SECONDS = 20;

    private final String url = PostgresServer.database();
    private final BlockingQueue<News> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<News> ownHeard = new LinkedBlockingQueue<>();
    private SqlStore one;
    private SqlStore other;
    private PageId page;
    private PageId another;

    @BeforeAll
    void open() throws InterruptedException {
        one = SqlStore.open(new StoreSettings.Postgres(url, "postgres", ""));
        other = SqlStore.open(new StoreSettings.Postgres(url, "postgres", ""));
        page = Stories.opened(one).id();
        another = Stories.opened(one).id();
        one.onCommit((published, announced) -> ownHeard.add(new News(published, announced)));
        other.onCommit((published, announced) -> heard.add(new News(published, announced)));
        awaitListening();
    }

    /// Says something until it is heard: the connection comes about in the background, and what was said in between is
    /// not repeated. Nothing that was said before is heard after it.
    private void awaitListening() throws InterruptedException {
        for (var attempt = 0; attempt < 100; attempt++) {
            var marker = Stories.opened(one).id();
            publish(one, marker);
            for (var news = soon(); news != null; news = soon()) {
                if (news.published().contains(marker)) {
                    return;
                }
            }
        }
        throw new AssertionError("the other node hears nothing");
    }

    private News soon() throws InterruptedException {
        return heard.poll(500, TimeUnit.MILLISECONDS);
    }

    @AfterAll
    void close() {
        one.close();
        other.close();
    }

    @Test
    void hears_at_once_what_another_node_published_and_announced() throws InterruptedException {
        one.inTransaction(tx -> {
            tx.publish(page);
            tx.publish(another);
            tx.outbox().add(Stories.announcement(Stories.openIncident(page)));
            return tx;
        });

        assertThat(next()).isEqualTo(new News(Set.of(page, another), true));
    }

    @Test
    void hears_nothing_of_what_was_rolled_back() throws InterruptedException {
        Assertions.assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> one.inTransaction(tx -> {
                    tx.publish(page);
                    throw new Refused.Conflict("No.");
                }));
        publish(one, another);

        assertThat(next().published()).containsExactly(another);
    }

    @Test
    void is_told_once_of_what_it_committed_itself() throws InterruptedException {
        ownHeard.clear();
        publish(one, page);
        publish(other, another);

        assertThat(ownHeard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(new News(Set.of(page), false));
        assertThat(ownHeard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(new News(Set.of(another), false));
        // What it did itself it knows at once.
        assertThat(List.of(next().published(), next().published()))
                .containsExactlyInAnyOrder(Set.of(page), Set.of(another));
    }

    @Test
    void hears_again_after_its_connection_was_cut() throws SQLException, InterruptedException {
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND application_name = 'Allclear news'");
        }

        awaitListening();
    }

    private News next() throws InterruptedException {
        var news = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(news).as("news").isNotNull();
        return news;
    }

    private static void publish(SqlStore store, PageId changed) {
        store.inTransaction(tx -> {
            tx.publish(changed);
            return changed;
        });
    }
}
