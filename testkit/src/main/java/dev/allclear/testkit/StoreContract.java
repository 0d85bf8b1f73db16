package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.allclear.PageId;
import dev.allclear.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every store must do with transactions, whichever database is underneath.
public interface StoreContract extends OnStore {

    @Test
    default void keeps_all_of_a_transaction() {
        var page = Stories.opened(store());

        store().inTransaction(tx -> {
            tx.journal().append(page.id(), Stories.NOW, "Ines", "test.first", "", "");
            tx.journal().append(page.id(), Stories.NOW, "Ines", "test.second", "", "");
            return page;
        });

        assertThat(actions(page.id())).containsExactly("test.first", "test.second");
    }

    @Test
    default void keeps_nothing_of_a_transaction_that_fails() {
        var page = Stories.opened(store());

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> store().inTransaction(tx -> {
                    tx.journal().append(page.id(), Stories.NOW, "Ines", "test.first", "", "");
                    throw new Refused.Conflict("No.");
                }));

        assertThat(actions(page.id())).isEmpty();
    }

    @Test
    default void joins_the_transaction_that_it_is_in() {
        var page = Stories.opened(store());

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> store().inTransaction(outer -> {
                    store().inTransaction(inner -> {
                        inner.journal().append(page.id(), Stories.NOW, "Ines", "test.inner", "", "");
                        return page;
                    });
                    assertThat(actions(page.id())).containsExactly("test.inner");
                    throw new Refused.Conflict("No.");
                }));

        assertThat(actions(page.id())).isEmpty();
    }

    @Test
    default void keeps_nothing_when_an_inner_part_failed_and_somebody_hushed_it_up() {
        var page = Stories.opened(store());

        assertThatIllegalStateException()
                .isThrownBy(() -> store().inTransaction(outer -> {
                    outer.journal().append(page.id(), Stories.NOW, "Ines", "test.outer", "", "");
                    try {
                        return store().inTransaction(inner -> {
                            throw new Refused.Conflict("No.");
                        });
                    } catch (Refused hushed) {
                        return "all is well";
                    }
                }));

        assertThat(actions(page.id())).isEmpty();
    }

    @Test
    default void refuses_to_write_inside_of_work_that_only_looks() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store().reading(tx -> store().inTransaction(inner -> inner)));
    }

    @Test
    default void tells_after_the_commit_what_was_published_and_announced() {
        var page = Stories.opened(store());
        var other = Stories.opened(store());
        var incident = Stories.openIncident(page.id());
        var heard = new ArrayList<String>();
        store().onCommit((published, announced) -> {
            if (published.contains(page.id()) || published.contains(other.id())) {
                // What we are told of is there for everybody.
                heard.add(actions(page.id()) + " " + published.size() + " " + announced);
            }
        });

        store().inTransaction(tx -> {
            tx.journal().append(page.id(), Stories.NOW, "Ines", "test.told", "", "");
            tx.publish(page.id());
            store().inTransaction(inner -> {
                inner.publish(other.id());
                inner.outbox().add(Stories.announcement(incident));
                return page;
            });
            assertThat(heard).isEmpty();
            return page;
        });

        assertThat(heard).containsExactly("[test.told] 2 true");
    }

    @Test
    default void tells_nothing_after_a_rollback_or_when_there_is_nothing_to_tell() {
        var page = Stories.opened(store());
        var heard = new ArrayList<Set<PageId>>();
        store().onCommit((published, announced) -> {
            if ((published.isEmpty() && !announced) || published.contains(page.id())) {
                heard.add(published);
            }
        });

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> store().inTransaction(tx -> {
                    tx.publish(page.id());
                    throw new Refused.Conflict("No.");
                }));
        store().inTransaction(tx -> {
            tx.journal().append(page.id(), Stories.NOW, "Ines", "test.quiet", "", "");
            return page;
        });

        assertThat(heard).isEmpty();
    }

    @Test
    default void does_not_take_a_commit_back_because_a_listener_failed() {
        var page = Stories.opened(store());
        store().onCommit((published, _) -> {
            if (published.contains(page.id())) {
                throw new IllegalStateException("a listener's bug");
            }
        });

        store().inTransaction(tx -> {
            tx.journal().append(page.id(), Stories.NOW, "Ines", "test.kept", "", "");
            tx.publish(page.id());
            return page;
        });

        assertThat(actions(page.id())).containsExactly("test.kept");
    }

    @Test
    default void lets_many_write_at_once_and_loses_none() throws InterruptedException, ExecutionException {
        var page = Stories.opened(store());
        var start = new CountDownLatch(1);
        var writers = new ArrayList<Future<PageId>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < 20; writer++) {
                writers.add(threads.submit(() -> {
                    start.await();
                    return store().inTransaction(tx -> {
                        tx.incidents().add(Stories.openIncident(page.id()));
                        tx.journal().append(page.id(), Stories.NOW, "Ines", "test.raced", "", "");
                        tx.publish(page.id());
                        return page.id();
                    });
                }));
            }
            start.countDown();
        }

        for (var writer : writers) {
            assertThat(writer.get()).isEqualTo(page.id());
        }
        assertThat(actions(page.id())).hasSize(20);
        assertThat(incidents(page.id())).isEqualTo(20);
        var revision = store().reading(tx -> tx.pages().revision(page.id()));
        assertThat(revision).isEqualTo(20);
    }

    @Test
    default void shows_one_state_to_work_that_looks_while_others_write() {
        var page = Stories.opened(store());

        var seen = store().reading(tx -> {
            var before = tx.incidents().all(page.id()).size();
            elsewhere(() -> store().inTransaction(other -> {
                other.incidents().add(Stories.openIncident(page.id()));
                return page;
            }));
            return List.of(before, tx.incidents().all(page.id()).size());
        });

        assertThat(seen).containsExactly(0, 0);
        assertThat(incidents(page.id())).isEqualTo(1);
    }

    private static void elsewhere(Runnable work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(work).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int incidents(PageId page) {
        return store().reading(tx -> tx.incidents().all(page).size());
    }

    private List<String> actions(PageId page) {
        return store().reading(tx -> tx.journal().from(page, 1, 100)).stream()
                .map(entry -> entry.action())
                .toList();
    }
}
