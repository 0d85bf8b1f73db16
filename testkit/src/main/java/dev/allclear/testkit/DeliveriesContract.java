package dev.allclear.testkit;

import static dev.allclear.testkit.Fanned.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store must do with deliveries: nobody lost, nobody told twice, nobody told the end before the beginning.
public interface DeliveriesContract extends OnStore {

    /// The queue is one for all pages: what other tests left in it goes first.
    @BeforeEach
    default void deliver_what_others_left() {
        var never = Instant.parse("2100-01-01T00:00:00Z");
        List<Delivery> left;
        do {
            left = store().inTransaction(tx -> tx.deliveries().claim(1_000, never, never.plusSeconds(60)));
            record(left.stream().map(one -> Fanned.with(one, new State.Sent(never, ""))).toList());
        } while (!left.isEmpty());
    }

    @Test
    default void keeps_a_delivery_as_it_is_in_each_state() {
        var story = Fanned.to(store(), "ada", "bela", "cleo", "dora");
        var claimed = claim(10);
        var states = List.of(
                new State.Waiting(SOON.plusSeconds(30), "busy"),
                new State.Sent(SOON, "250 2.0.0 Ok: queued as 4F2"),
                new State.Failed(SOON, "550 5.1.1 no such user"));
        var outcomes = new ArrayList<Delivery>();
        for (var number = 0; number < states.size(); number++) {
            outcomes.add(Fanned.with(claimed.get(number), states.get(number)));
        }

        record(outcomes);

        outcomes.add(claimed.get(3));
        for (var outcome : outcomes) {
            var found = look(tx -> tx.deliveries().find(story.page(), outcome.id()));
            assertThat(found).contains(outcome);
        }
    }

    @Test
    default void claims_what_is_due_and_leases_it() {
        var story = Fanned.to(store(), "ada", "bela");

        var claimed = claim(10);

        assertThat(claimed).hasSize(2).allSatisfy(one -> {
            assertThat(one.attempts()).isEqualTo(1);
            assertThat(one.state()).isEqualTo(new State.Sending(SOON.plusSeconds(60)));
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

        assertThat(claim(10, SOON.plusSeconds(59))).isEmpty();
        var again = claim(10, SOON.plusSeconds(60));

        assertThat(again).singleElement().satisfies(one -> assertThat(one.attempts()).isEqualTo(2));
    }

    @Test
    default void drops_an_outcome_whose_lease_was_lost() {
        var story = Fanned.to(store(), "ada");
        var slow = claim(10).getFirst();
        var quick = claim(10, SOON.plusSeconds(60)).getFirst();

        record(List.of(Fanned.with(slow, new State.Failed(SOON.plusSeconds(61), "too late"))));
        record(List.of(Fanned.with(quick, new State.Sent(SOON.plusSeconds(62), "250 Ok"))));
        record(List.of(Fanned.with(quick, new State.Failed(SOON.plusSeconds(63), "said twice"))));

        var found = look(tx -> tx.deliveries().find(story.page(), quick.id()));
        assertThat(found).contains(Fanned.with(quick, new State.Sent(SOON.plusSeconds(62), "250 Ok")));
    }

    @Test
    default void adds_nobody_twice() {
        var story = Fanned.to(store(), "ada", "bela");
        var claimed = claim(1).getFirst();

        story.fanOut(story.announcement());

        assertThat(story.tally()).isEqualTo(new Outbox.Tally(1, 1, 0, 0));
        var found = look(tx -> tx.deliveries().find(story.page(), claimed.id()));
        assertThat(found).contains(claimed);
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
                Fanned.with(beginnings.get(0), new State.Sent(SOON, "250 Ok")),
                Fanned.with(beginnings.get(1), new State.Waiting(SOON.plusSeconds(300), "busy"))));
        assertThat(claim(10)).singleElement().satisfies(one -> {
            assertThat(one.announcement()).isEqualTo(end);
            assertThat(one.subscriber()).isEqualTo(beginnings.get(0).subscriber());
        });
        assertThat(claim(10, SOON.plusSeconds(299))).noneMatch(one -> one.subscriber().equals(beginnings.get(1).subscriber()));
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
        record(List.of(Fanned.with(second.getFirst(), new State.Sent(SOON, "250 Ok"))));
        assertThat(claim(10)).extracting(Delivery::announcement).containsExactly(end);
    }

    @Test
    default void is_not_held_up_by_other_stories_or_other_people() {
        var story = Fanned.to(store(), "ada", "bela");
        var end = story.announceMore();
        var other = story.another();

        var claimed = claim(10);

        assertThat(claimed).hasSize(4);
        assertThat(claimed).extracting(Delivery::announcement).doesNotContain(end).contains(other);
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
        assertThat(nextDue()).isEqualTo(SOON.plusSeconds(60));

        record(List.of(Fanned.with(claimed.getFirst(), new State.Waiting(SOON.plusSeconds(5), "busy"))));
        assertThat(nextDue()).isEqualTo(SOON.plusSeconds(5));
    }

    @Test
    default void takes_thousands_at_once() {
        var names = new String[3_000];
        for (var number = 0; number < names.length; number++) {
            names[number] = "shop" + number;
        }
        var story = Fanned.to(store(), names);

        var claimed = claim(3_000);
        record(claimed.stream().map(one -> Fanned.with(one, new State.Sent(SOON, "250 Ok"))).toList());

        assertThat(story.tally()).isEqualTo(new Outbox.Tally(0, 0, 3_000, 0));
        var told = look(tx -> tx.deliveries().toldOf(story.page(), story.thread(), story.people()));
        assertThat(told).containsExactlyInAnyOrderElementsOf(story.people());
    }

    @Test
    default void keeps_whatever_a_mail_server_answers() {
        var story = Fanned.to(store(), "ada");
        var claimed = claim(1).getFirst();

        record(List.of(Fanned.with(claimed, new State.Sent(SOON, "250 \u0000 \uD83D\uDE80 \uD83D ok\u0007"))));

        var found = look(tx -> tx.deliveries().find(story.page(), claimed.id()));
        assertThat(found)
                .contains(Fanned.with(claimed, new State.Sent(SOON, "250 \uFFFD \uD83D\uDE80 \uFFFD ok\u0007")));
    }

    @Test
    default void lists_deliveries_by_state_and_address() {
        var story = Fanned.to(store(), "ada", "adam", "bela", "b%la");
        record(claim(4).stream()
                .filter(one -> one.address().value().startsWith("b"))
                .map(one -> Fanned.with(one, new State.Failed(SOON, "550 no")))
                .toList());

        assertThat(story.addresses(Set.of(), "", 0)).containsExactlyInAnyOrder("ada", "adam", "bela", "b%la");
        assertThat(story.addresses(Set.of("failed"), "", 0)).containsExactlyInAnyOrder("bela", "b%la");
        assertThat(story.addresses(Set.of("failed", "sending"), "ADA", 0)).containsExactly("ada", "adam");
        assertThat(story.addresses(Set.of("sending"), "ada", 1)).containsExactly("adam");
        assertThat(story.addresses(Set.of(), "%", 0)).containsExactly("b%la");
        assertThat(story.addresses(Set.of("lost"), "", 0)).isEmpty();
    }

    @Test
    default void tells_apart_who_was_told_of_a_story() {
        var story = Fanned.to(store(), "ada", "bela");
        var stranger = Stories.subscriber(story.page(), "cleo").id();
        var among = List.of(story.people().getFirst(), stranger);

        var told = look(tx -> tx.deliveries().toldOf(story.page(), story.thread(), among));
        assertThat(told).containsExactly(story.people().getFirst());
        var ofAnother = look(tx -> tx.deliveries().toldOf(story.page(), "another", among));
        assertThat(ofAnother).isEmpty();
        var other = Stories.opened(store()).id();
        var onAnotherPage = look(tx -> tx.deliveries().toldOf(other, story.thread(), among));
        assertThat(onAnotherPage).isEmpty();
    }

    @Test
    default void lets_those_that_failed_wait_again() {
        var story = Fanned.to(store(), "ada", "bela", "cleo");
        var claimed = claim(2);
        record(List.of(
                Fanned.with(claimed.get(0), new State.Failed(SOON, "550 no")),
                Fanned.with(claimed.get(1), new State.Sent(SOON, "250 Ok"))));

        var retried = store().inTransaction(
                tx -> tx.deliveries().retryFailed(story.page(), story.announcement().id(), SOON.plusSeconds(5)));

        assertThat(retried).isEqualTo(1);
        assertThat(story.tally()).isEqualTo(new Outbox.Tally(2, 0, 1, 0));
        // It is told apart from the try before, so that an outcome that arrives late can't be taken for the new one.
        assertThat(claim(10, SOON.plusSeconds(5)))
                .filteredOn(one -> one.id().equals(claimed.getFirst().id()))
                .singleElement()
                .satisfies(one -> assertThat(one.attempts()).isEqualTo(2));
    }

    @Test
    default void erases_a_person_from_the_queue_and_from_what_was_sent() {
        var story = Fanned.to(store(), "ada", "bela");
        var first = claim(10);
        record(first.stream()
                .map(one -> Fanned.with(one, new State.Failed(SOON, "550 <" + one.address().value() + "> unknown")))
                .toList());
        story.announceMore();
        var ada = story.people().getFirst();

        change(tx -> tx.subscribers().erase(story.page(), ada));

        // Nothing is sent to her any more, not even on purpose.
        store().inTransaction(tx -> tx.deliveries().retryFailed(story.page(), story.announcement().id(), SOON));
        story.fanOut(story.announcement());
        story.announceMore();
        assertThat(claim(100)).noneMatch(one -> one.subscriber().equals(ada));
        // That something was sent is known, to whom is not.
        assertThat(story.tally().all()).isEqualTo(2);
        var left = look(tx -> tx.deliveries()
                .of(story.page(), story.announcement().id(), Set.of("failed"), "", 0, 10));
        assertThat(left).singleElement().satisfies(one -> {
            assertThat(one.subscriber()).isEqualTo(ada);
            assertThat(one.toString()).doesNotContain("shops.example");
        });
    }

    @Test
    default void drops_the_outcome_for_a_person_who_was_erased_meanwhile() {
        var story = Fanned.to(store(), "ada");
        var sending = claim(1).getFirst();
        change(tx -> tx.subscribers().erase(story.page(), sending.subscriber()));

        record(List.of(Fanned.with(sending, new State.Waiting(SOON, "busy"))));

        assertThat(claim(10)).isEmpty();
        var found = look(tx -> tx.deliveries().find(story.page(), sending.id()));
        assertThat(found).isEmpty();
    }

    @Test
    default void shows_no_page_the_deliveries_of_another() {
        var story = Fanned.to(store(), "ada");
        var other = Stories.opened(store()).id();
        var claimed = claim(1).getFirst();

        var found = look(tx -> tx.deliveries().find(other, claimed.id()));
        assertThat(found).isEmpty();
        var listed = look(tx -> tx.deliveries().of(other, story.announcement().id(), Set.of(), "", 0, 10));
        assertThat(listed).isEmpty();
        var retried = store().inTransaction(
                tx -> tx.deliveries().retryFailed(other, story.announcement().id(), SOON));
        assertThat(retried).isZero();
    }

    private List<Delivery> claim(int limit) {
        return claim(limit, SOON);
    }

    private List<Delivery> claim(int limit, Instant now) {
        return store().inTransaction(tx -> tx.deliveries().claim(limit, now, now.plusSeconds(60)));
    }

    private void record(List<Delivery> outcomes) {
        change(tx -> tx.deliveries().record(outcomes));
    }

    private Instant nextDue() {
        return look(tx -> tx.deliveries().nextDue().orElseThrow());
    }
}
