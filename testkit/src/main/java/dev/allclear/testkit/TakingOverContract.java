package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Weight;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// What every store must do with portions that one node lost and another took over: what was sent is believed whoever
/// says it, and nothing else is of those who have lost them.
public interface TakingOverContract extends OnPortions {

    @Test
    default void a_portion_whose_lease_ended_goes_to_somebody_else_and_not_to_two() {
        announced(pageOf(3), "one", Weight.BEGINNING);
        var lost = take(10).orElseThrow();
        assertThat(take(10)).isEmpty();

        change(tx -> tx.portions().endLeases());
        var taken = take(10).orElseThrow();

        assertThat(taken.number()).isEqualTo(lost.number());
        assertThat(taken.fence()).isEqualTo(lost.fence() + 1);
        assertThat(taken.isFresh()).isFalse();
        assertThat(take(10)).isEmpty();
        var isStillOurs = store().inTransaction(tx -> tx.portions().keep(lost, Fanned.SOON, LEASE));
        assertThat(isStillOurs).isFalse();
        // Nor is it over when whoever lost it says so.
        finish(lost);
        var isKept = store().inTransaction(tx -> tx.portions().keep(taken, Fanned.SOON, LEASE));
        assertThat(isKept).isTrue();
    }

    @Test
    default void of_whoever_lost_a_portion_only_what_was_sent_is_believed() {
        var page = pageOf(2);
        var announcement = announced(page, "one", Weight.BEGINNING);
        var lost = take(10).orElseThrow();
        change(tx -> tx.portions().endLeases());
        var taken = take(10).orElseThrow();

        add(lost, new State.Failed(Fanned.SOON, "too late"));
        var none = look(tx -> tx.deliveries().listed(announcement, people(lost)));
        add(taken, new State.Waiting(Fanned.SOON, "busy"));
        add(lost, new State.Accepted(Fanned.SOON, "250 sent after all"));
        add(taken, new State.Failed(Fanned.SOON, "said twice"));

        assertThat(none).isEmpty();
        var progress = look(tx -> tx.outbox().progress(page, announcement.id())).orElseThrow();
        assertThat(progress.tally()).isEqualTo(Fanned.counts(0, 0, 2, 0));
        var all = look(tx -> tx.deliveries().of(page, announcement.id(), Set.of(), "", 0, 10));
        assertThat(all).hasSize(2).allSatisfy(one -> assertThat(one.state()).isInstanceOf(State.Accepted.class));
    }

    @Test
    default void whoever_lost_a_portion_and_whoever_has_it_may_say_the_same_at_the_same_time()
            throws InterruptedException, ExecutionException {
        var page = pageOf(2);
        var announcement = announced(page, "one", Weight.BEGINNING);
        var lost = take(10).orElseThrow();
        change(tx -> tx.portions().endLeases());
        var taken = take(10).orElseThrow();
        var sent = outcomes(lost, new State.Accepted(Fanned.SOON, "250 Ok"));

        changeMeanwhile(
                tx -> tx.deliveries().add(lost, sent),
                (_, _) -> {},
                tx -> tx.deliveries().add(taken, sent));

        var progress = look(tx -> tx.outbox().progress(page, announcement.id())).orElseThrow();
        assertThat(progress.tally()).isEqualTo(Fanned.counts(0, 0, 2, 0));
    }

    @Test
    default void nobody_gets_their_address_back_who_is_erased_while_something_late_is_written_down_of_them()
            throws InterruptedException, ExecutionException {
        var page = pageOf(1);
        var announcement = announced(page, "one", Weight.BEGINNING);
        var lost = take(10).orElseThrow();
        var erased = people(lost).getFirst();
        change(tx -> tx.portions().endLeases());
        finish(take(10).orElseThrow());
        var sent = outcomes(lost, new State.Accepted(Fanned.SOON, "250 Ok"));

        changeMeanwhile(
                tx -> tx.deliveries().add(lost, sent),
                (_, _) -> {},
                tx -> tx.subscribers().erase(page, erased));

        var left = look(tx -> tx.deliveries().of(page, announcement.id(), Set.of(), "", 0, 10));
        assertThat(left).allMatch(Delivery::isErased);
    }

    @Test
    default void whoever_was_erased_in_the_middle_has_nothing_written_down_of_them() {
        var page = pageOf(2);
        var announcement = announced(page, "one", Weight.BEGINNING);
        var portion = take(10).orElseThrow();
        var erased = people(portion).getFirst();
        var outcomes = outcomes(portion, new State.Accepted(Fanned.SOON, "250 Ok"));
        change(tx -> tx.subscribers().erase(page, erased));

        change(tx -> tx.deliveries().add(portion, outcomes));

        var listed = look(tx -> tx.deliveries().of(page, announcement.id(), Set.of(), "", 0, 10));
        assertThat(listed)
                .singleElement()
                .satisfies(one -> assertThat(one.subscriber()).isNotEqualTo(erased));
    }
}
