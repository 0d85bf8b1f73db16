package dev.allclear.testkit;

import static dev.allclear.testkit.Fanned.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every store must do when deliveries are claimed: nobody twice, and nobody the end before the beginning.
public interface ClaimsContract extends OnQueue {
    @Test
    default void claims_what_is_due_and_leases_it() {
        var story = Fanned.to(store(), "ada", "bela");

        var claimed = claim(10);

        assertThat(claimed).hasSize(2).allSatisfy(one -> {
            assertThat(one.attempts()).isEqualTo(1);
            assertThat(one.state()).isInstanceOf(State.Sending.class);
        });
        assertThat(claimed).extracting(Delivery::subscriber).containsExactlyInAnyOrderElementsOf(story.people());
        assertThat(claim(10)).isEmpty();
    }

    @Test
    default void claims_no_more_than_it_was_asked_for() {
        Fanned.to(store(), "ada", "bela", "cleo");

        assertThat(claim(2)).hasSize(2);
        assertThat(claim(2)).hasSize(1);
    }

    @Test
    default void claims_nothing_before_it_is_due() {
        Fanned.to(store(), "ada");

        var early = claim(10, Stories.NOW.minusMillis(1));
        assertThat(early).isEmpty();

        var claimed = claim(1);
        record(List.of(Fanned.with(claimed.getFirst(), new State.Waiting(SOON.plusSeconds(30), "busy"))));
        assertThat(claim(10, SOON.plusSeconds(29))).isEmpty();
        assertThat(claim(10, SOON.plusSeconds(30))).hasSize(1);
    }

    @Test
    default void takes_over_when_a_lease_has_ended() {
        Fanned.to(store(), "ada");
        claim(10);

        assertThat(claim(10)).isEmpty();
        endLeases();
        var again = claim(10);

        assertThat(again)
                .singleElement()
                .satisfies(one -> assertThat(one.attempts()).isEqualTo(2));
    }

    @Test
    default void keeps_only_what_is_still_ours() {
        Fanned.to(store(), "ada", "bela");
        var slow = claim(10);
        endLeases();
        var quick = claim(1);

        int kept = store().inTransaction(tx -> tx.deliveries().keep(slow, SOON, Duration.ofMinutes(1)));
        int others = store().inTransaction(tx -> tx.deliveries().keep(quick, SOON, Duration.ofMinutes(1)));

        assertThat(kept).isEqualTo(1);
        assertThat(others).isEqualTo(1);
    }

    @Test
    default void drops_an_outcome_whose_lease_was_lost() {
        var story = Fanned.to(store(), "ada");
        var slow = claim(10).getFirst();
        endLeases();
        var quick = claim(10).getFirst();

        record(List.of(Fanned.with(slow, new State.Failed(SOON.plusSeconds(61), "too late"))));
        record(List.of(Fanned.with(quick, new State.Accepted(SOON.plusSeconds(62), "250 Ok"))));
        record(List.of(Fanned.with(quick, new State.Failed(SOON.plusSeconds(63), "said twice"))));

        var found = look(tx -> tx.deliveries().find(story.page(), quick.id()));
        assertThat(found).contains(Fanned.with(quick, new State.Accepted(SOON.plusSeconds(62), "250 Ok")));
    }

    @Test
    default void believes_whoever_sent_it_though_the_lease_was_lost() {
        var story = Fanned.to(store(), "ada");
        var slow = claim(10).getFirst();
        endLeases();
        var quick = claim(10).getFirst();

        record(List.of(Fanned.with(slow, new State.Accepted(SOON.plusSeconds(61), "250 Ok"))));
        record(List.of(Fanned.with(quick, new State.Waiting(SOON.plusSeconds(90), "busy"))));

        var found = look(tx -> tx.deliveries().find(story.page(), quick.id()));
        assertThat(found).contains(Fanned.with(quick, new State.Accepted(SOON.plusSeconds(61), "250 Ok")));
        assertThat(claim(10, SOON.plusSeconds(90))).isEmpty();
    }

    @Test
    default void never_tells_anybody_the_end_before_the_beginning() {
        var story = Fanned.to(store(), "ada", "bela");
        var end = story.announceMore();

        var beginnings = claim(10);
        assertThat(beginnings).hasSize(2).noneMatch(one -> one.announcement().equals(end));
        assertThat(claim(10)).isEmpty();

        // For Ada the beginning is over, for Bela it is not: it has to be tried again.
        record(List.of(
                Fanned.with(beginnings.get(0), new State.Accepted(SOON, "250 Ok")),
                Fanned.with(beginnings.get(1), new State.Waiting(SOON.plusSeconds(300), "busy"))));
        assertThat(claim(10)).singleElement().satisfies(one -> {
            assertThat(one.announcement()).isEqualTo(end);
            assertThat(one.subscriber()).isEqualTo(beginnings.get(0).subscriber());
        });
        assertThat(claim(10, SOON.plusSeconds(299)))
                .noneMatch(one -> one.subscriber().equals(beginnings.get(1).subscriber()));
    }

    @Test
    default void tells_the_rest_when_the_beginning_could_not_be_delivered() {
        var story = Fanned.to(store(), "ada");
        var middle = story.announceMore();
        var end = story.announceMore();
        var beginning = claim(10).getFirst();

        record(List.of(Fanned.with(beginning, new State.Failed(SOON, "550 no"))));
        var second = claim(10);
        assertThat(second).extracting(Delivery::announcement).containsExactly(middle);
        record(List.of(Fanned.with(second.getFirst(), new State.Accepted(SOON, "250 Ok"))));
        assertThat(claim(10)).extracting(Delivery::announcement).containsExactly(end);
    }

    @Test
    default void is_not_held_up_by_other_stories_or_other_people() {
        var story = Fanned.to(store(), "ada", "bela");
        var end = story.announceMore();
        var other = story.another();

        var claimed = claim(10);

        assertThat(claimed).hasSize(4);
        assertThat(claimed)
                .extracting(Delivery::announcement)
                .doesNotContain(end)
                .contains(other);
    }

    @Test
    default void finds_those_who_are_free_behind_many_who_are_held_up() {
        var names = new String[300];
        for (var number = 0; number < names.length; number++) {
            names[number] = "shop" + number;
        }
        var story = Fanned.to(store(), names);
        var stuck = claim(1_000);
        record(stuck.stream()
                .map(one -> Fanned.with(one, new State.Waiting(SOON.plus(Duration.ofHours(1)), "server down")))
                .toList());
        story.announceMore();
        var other = Fanned.to(store(), "free");

        var claimed = claim(50);

        assertThat(claimed).extracting(Delivery::page).containsExactly(other.page());
        assertThat(nextDue()).isAfter(SOON);
    }

    @Test
    default void gives_two_who_claim_at_once_different_deliveries() throws InterruptedException, ExecutionException {
        var names = new String[200];
        for (var number = 0; number < names.length; number++) {
            names[number] = "shop" + number;
        }
        Fanned.to(store(), names);
        var claims = new ArrayList<Future<List<Delivery>>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var claimer = 0; claimer < 5; claimer++) {
                claims.add(threads.submit(() -> claim(40)));
            }
        }

        var all = new ArrayList<Delivery>();
        for (var claim : claims) {
            all.addAll(claim.get());
        }
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        all.addAll(claim(1_000));
        assertThat(all).hasSize(200);
    }

    @Test
    default void knows_when_the_next_one_is_due() {
        var none = look(tx -> tx.deliveries().nextDue());
        assertThat(none).isEmpty();

        Fanned.to(store(), "ada", "bela");
        assertThat(nextDue()).isEqualTo(Stories.NOW);

        var claimed = claim(10);
        assertThat(nextDue()).isAfterOrEqualTo(SOON.plusSeconds(60));

        record(List.of(Fanned.with(claimed.getFirst(), new State.Waiting(SOON.plusSeconds(5), "busy"))));
        assertThat(nextDue()).isEqualTo(SOON.plusSeconds(5));
    }
}
