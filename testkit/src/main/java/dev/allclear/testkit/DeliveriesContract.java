package dev.allclear.testkit;

import static dev.allclear.testkit.Fanned.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Retry;
import dev.allclear.operation.DeliveryDesk;
import dev.allclear.people.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every store must do with deliveries and what became of them.
public interface DeliveriesContract extends OnQueue {
    @Test
    default void keeps_a_delivery_as_it_is_in_each_state() {
        var story = Fanned.to(store(), "ada", "bela", "cleo", "dora");
        var claimed = claim(10);
        var states = List.of(
                new State.Waiting(SOON.plusSeconds(30), "busy"),
                new State.Accepted(SOON, "250 2.0.0 Ok: queued as 4F2"),
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
    default void adds_nobody_twice() {
        var story = Fanned.to(store(), "ada", "bela");
        var claimed = claim(1).getFirst();

        story.fanOut(story.announcement());

        assertThat(story.tally()).isEqualTo(Fanned.counts(1, 1, 0, 0));
        var found = look(tx -> tx.deliveries().find(story.page(), claimed.id()));
        assertThat(found).contains(claimed);
    }

    @Test
    default void takes_thousands_at_once() {
        var names = new String[3_000];
        for (var number = 0; number < names.length; number++) {
            names[number] = "shop" + number;
        }
        var story = Fanned.to(store(), names);

        var claimed = claim(3_000);
        record(claimed.stream()
                .map(one -> Fanned.with(one, new State.Accepted(SOON, "250 Ok")))
                .toList());

        assertThat(story.tally()).isEqualTo(Fanned.counts(0, 0, 3_000, 0));
        var told = look(tx -> tx.deliveries().toldOf(story.page(), story.thread(), story.people()));
        assertThat(told).containsExactlyInAnyOrderElementsOf(story.people());
    }

    @Test
    default void keeps_whatever_a_mail_server_answers() {
        var story = Fanned.to(store(), "ada");
        var claimed = claim(1).getFirst();

        record(List.of(Fanned.with(claimed, new State.Accepted(SOON, "250 \u0000 \uD83D\uDE80 \uD83D ok\u0007"))));

        var found = look(tx -> tx.deliveries().find(story.page(), claimed.id()));
        assertThat(found)
                .contains(Fanned.with(claimed, new State.Accepted(SOON, "250 \uFFFD \uD83D\uDE80 \uFFFD ok\u0007")));
    }

    @Test
    default void lists_deliveries_by_state_and_address() {
        var story = Fanned.to(store(), "ada", "adam", "bela", "b%la");
        record(claim(4).stream()
                .filter(one -> one.address().value().startsWith("b"))
                .map(one -> Fanned.with(one, new State.Failed(SOON, "550 no")))
                .toList());

        assertThat(story.addresses(Set.of(), "", 0)).containsExactlyInAnyOrder("ada", "adam", "bela", "b%la");
        assertThat(story.addresses(Set.of(Kind.FAILED), "", 0)).containsExactlyInAnyOrder("bela", "b%la");
        assertThat(story.addresses(Set.of(Kind.FAILED, Kind.SENDING), "ADA", 0))
                .containsExactlyInAnyOrder("ada", "adam");
        assertThat(story.addresses(Set.of(Kind.SENDING), "ada", 1)).hasSize(1);
        assertThat(story.addresses(Set.of(), "%", 0)).containsExactly("b%la");
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
                Fanned.with(claimed.get(1), new State.Accepted(SOON, "250 Ok"))));

        var retried = retry(story.page(), story.announcement().id(), SOON.plusSeconds(5));

        assertThat(retried).isEqualTo(1);
        assertThat(story.tally()).isEqualTo(Fanned.counts(2, 0, 1, 0));
        // It is told apart from the try before, so that an outcome that arrives late can't be taken for the new one.
        assertThat(claim(10, SOON.plusSeconds(5)))
                .filteredOn(one -> one.id().equals(claimed.getFirst().id()))
                .singleElement()
                .satisfies(one -> assertThat(one.attempts()).isEqualTo(2));
    }

    @Test
    default void never_sends_the_beginning_again_after_the_end() {
        var story = Fanned.to(store(), "ada", "bela", "cleo");
        record(failed(claim(10)));
        var end = story.announceMore();
        var ends = claim(10);
        record(List.of(
                Fanned.with(ends.get(0), new State.Accepted(SOON, "250 Ok")),
                Fanned.with(ends.get(1), new State.Failed(SOON, "550 no"))));

        var retried = retry(story.page(), story.announcement().id(), SOON);

        // The first has heard the end, and to the third it is being said at this moment.
        assertThat(retried).isEqualTo(1);
        assertThat(claim(10)).singleElement().satisfies(one -> {
            assertThat(one.announcement()).isNotEqualTo(end);
            assertThat(one.subscriber()).isEqualTo(ends.get(1).subscriber());
        });
    }

    @Test
    default void sends_no_beginning_again_while_the_end_is_on_its_way_to_people_who_have_no_delivery_yet() {
        var story = Fanned.to(store(), "ada", "bela");
        record(failed(claim(10)));
        var end = story.announcedOnly();

        var meanwhile = retry(story.page(), story.announcement().id(), SOON);
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> new DeliveryDesk(store(), new SettableClock(SOON))
                        .retry(story.page(), story.announcement().id(), Retry.FAILED, new Actor("Ines")))
                .withMessageContaining("still going out");
        story.fanOut(end);
        record(failed(claim(10)));
        var afterwards = retry(story.page(), story.announcement().id(), SOON);

        assertThat(meanwhile).isZero();
        assertThat(afterwards).isEqualTo(2);
    }

    @Test
    default void changes_very_many_in_groups() {
        var story = Fanned.to(store(), "ada", "bela", "cleo");
        var page = story.page();
        var id = story.announcement().id();

        var first = store().inTransaction(tx -> tx.deliveries().stop(page, id, SOON, Optional.empty(), 2));
        var second = store().inTransaction(tx -> tx.deliveries().stop(page, id, SOON, first.last(), 2));
        var none = store().inTransaction(tx -> tx.deliveries().stop(page, id, SOON, second.last(), 2));

        assertThat(first.size()).isEqualTo(2);
        assertThat(second.size()).isEqualTo(1);
        assertThat(none.last()).isEmpty();
        assertThat(story.tally()).isEqualTo(Fanned.counts(0, 0, 0, 3));
        var again = store().inTransaction(tx -> tx.deliveries().retry(page, id, Retry.FAILED, SOON, first.last(), 2));
        assertThat(again).isEqualTo(second);
    }

    @Test
    default void what_was_never_answered_is_sent_again_only_when_somebody_says_so() {
        var story = Fanned.to(store(), "ada", "bela", "cleo");
        var claimed = claim(10);
        record(List.of(
                Fanned.with(claimed.get(0), new State.Unknown(SOON, Optional.empty(), "no answer")),
                Fanned.with(claimed.get(1), new State.Unknown(SOON, Optional.of(SOON.plusSeconds(60)), "no answer")),
                Fanned.with(claimed.get(2), new State.Failed(SOON, "550 no"))));

        var retried = retry(story.page(), story.announcement().id(), Retry.UNANSWERED, SOON);
        var again = claim(10);

        assertThat(retried).isEqualTo(1);
        assertThat(again)
                .singleElement()
                .satisfies(
                        one -> assertThat(one.id()).isEqualTo(claimed.getFirst().id()));
    }

    private static List<Delivery> failed(List<Delivery> claimed) {
        return claimed.stream()
                .map(one -> Fanned.with(one, new State.Failed(SOON, "550 no")))
                .toList();
    }

    @Test
    default void erases_a_person_from_the_queue_and_from_what_was_sent() {
        var story = Fanned.to(store(), "ada", "bela");
        var first = claim(10);
        record(first.stream()
                .map(one -> Fanned.with(
                        one, new State.Failed(SOON, "550 <" + one.address().value() + "> unknown")))
                .toList());
        story.announceMore();
        var ada = story.people().getFirst();

        change(tx -> tx.subscribers().erase(story.page(), ada));

        // Nothing is sent to her any more, not even on purpose.
        retry(story.page(), story.announcement().id(), SOON);
        story.fanOut(story.announcement());
        story.announceMore();
        assertThat(claim(100)).noneMatch(one -> one.subscriber().equals(ada));
        // That something was sent is known, to whom is not.
        assertThat(story.tally().all()).isEqualTo(2);
        var left =
                look(tx -> tx.deliveries().of(story.page(), story.announcement().id(), Set.of(Kind.FAILED), "", 0, 10));
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
        var retried = retry(other, story.announcement().id(), SOON);
        assertThat(retried).isZero();
    }
}
