package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Portion;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store must do with portions that were handed over to a relay: they stay open until it is known of
/// everybody what became of them.
public interface RelayedContract extends OnQueue {

    Duration MISSED = Duration.ofHours(1);

    /// One portion of so many people.
    private Portion portion(int people) {
        var page = Stories.opened(store()).id();
        change(tx -> IntStream.range(0, people)
                .mapToObj(number -> Stories.subscriber(page, "reader", "reader" + number))
                .forEach(tx.subscribers()::save));
        var announcement = new Announcement(
                new AnnouncementId(Stories.unique("announcement")),
                page,
                new Subject.OfIncident(
                        new IncidentId(Stories.unique("incident")), new UpdateId(Stories.unique("update"))),
                Stories.NOW);
        change(tx -> tx.outbox().add(announcement));
        return store().inTransaction(tx -> tx.portions().take(people + 1, Fanned.SOON, LEASE))
                .orElseThrow();
    }

    private List<SubscriberId> people(Portion portion) {
        return look(tx -> tx.subscribers()
                        .confirmedWithin(portion.announcement().page(), portion.after(), portion.upto()))
                .stream()
                .map(one -> one.id())
                .toList();
    }

    private void handOver(Portion portion, List<SubscriberId> people) {
        change(tx -> tx.portions().handOver(portion, people, Fanned.SOON, MISSED));
    }

    private void told(Portion portion, List<SubscriberId> people, State state) {
        var announcement = portion.announcement();
        change(tx -> tx.deliveries()
                .addRelayed(
                        portion,
                        people.stream()
                                .map(one -> new Delivery(
                                        announcement.id(),
                                        announcement.page(),
                                        announcement.subject().thread(),
                                        one,
                                        Stories.subscriber(announcement.page(), "reader")
                                                .address(),
                                        1,
                                        state))
                                .toList()));
    }

    private void accepted(Portion portion, List<SubscriberId> people) {
        told(portion, people, new State.Accepted(Fanned.SOON, "250 Ok"));
    }

    private Progress progress(Portion portion) {
        return look(tx -> tx.outbox()
                        .progress(
                                portion.announcement().page(),
                                portion.announcement().id()))
                .orElseThrow();
    }

    @Test
    default void what_was_handed_over_is_open_until_everybody_has_an_outcome() {
        var portion = portion(3);
        var people = people(portion);

        handOver(portion, people);
        accepted(portion, people.subList(0, 2));
        var between = progress(portion);
        told(portion, people.subList(2, 3), new State.Waiting(Fanned.SOON, "greylisted"));

        assertThat(between.fannedOut()).isFalse();
        assertThat(between.tally().sent()).isEqualTo(2);
        assertThat(progress(portion).fannedOut()).isTrue();
        assertThat(progress(portion).tally().waiting()).isEqualTo(1);
        assertThat(claim(10)).hasSize(1);
    }

    @Test
    default void an_outcome_may_come_before_its_portion_is_handed_over() {
        var portion = portion(2);
        var people = people(portion);

        accepted(portion, people);
        handOver(portion, people);

        assertThat(progress(portion).fannedOut()).isTrue();
    }

    @Test
    default void the_same_outcome_twice_counts_once() {
        var portion = portion(2);
        var people = people(portion);
        handOver(portion, people);

        accepted(portion, people.subList(0, 1));
        accepted(portion, people.subList(0, 1));

        assertThat(progress(portion).fannedOut()).isFalse();
        assertThat(progress(portion).tally().sent()).isEqualTo(1);
    }

    @Test
    default void what_was_given_up_and_went_out_after_all_was_accepted() {
        var portion = portion(1);
        var people = people(portion);
        handOver(portion, people);

        told(portion, people, new State.Unknown(Fanned.SOON, Optional.empty(), "no answer"));
        accepted(portion, people);

        assertThat(progress(portion).tally().of(Kind.ACCEPTED)).isEqualTo(1);
        assertThat(progress(portion).tally().all()).isEqualTo(1);
    }

    @Test
    default void nobody_waits_for_somebody_who_was_erased() {
        var portion = portion(2);
        var people = people(portion);
        handOver(portion, people);

        change(tx -> tx.subscribers().erase(portion.announcement().page(), people.getFirst()));
        accepted(portion, people);

        assertThat(progress(portion).fannedOut()).isTrue();
        assertThat(progress(portion).tally().sent()).isEqualTo(1);
    }

    @Test
    default void a_portion_with_nobody_in_it_is_done_when_it_is_handed_over() {
        var portion = portion(2);

        handOver(portion, List.of());

        assertThat(progress(portion).fannedOut()).isTrue();
    }

    @Test
    default void nobody_takes_over_what_a_relay_has() {
        var portion = portion(2);
        handOver(portion, people(portion));

        change(tx -> tx.portions().endLeases());
        var taken = store().inTransaction(tx -> tx.portions().take(10, later(LEASE), LEASE));

        assertThat(taken).isEmpty();
        accepted(portion, people(portion));
    }

    private static Instant later(Duration by) {
        return Fanned.SOON.plus(by).plus(by);
    }

    @Test
    default void whoever_lost_a_portion_hands_nothing_over() {
        var portion = portion(2);
        change(tx -> tx.portions().endLeases());
        var taken = store().inTransaction(tx -> tx.portions().take(10, later(LEASE), LEASE))
                .orElseThrow();

        handOver(portion, List.of());

        assertThat(progress(portion).fannedOut()).isFalse();
        handOver(taken, people(taken));
        // What was handed over before is believed all the same: it was in one pair of hands.
        told(portion, people(portion), new State.Failed(Fanned.SOON, "550 no"));
        assertThat(progress(portion).fannedOut()).isTrue();
        assertThat(progress(portion).tally().failed()).isEqualTo(2);
    }
}
