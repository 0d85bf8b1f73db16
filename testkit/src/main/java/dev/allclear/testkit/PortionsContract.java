package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Outbox.Halt;
import dev.allclear.delivery.Portion;
import dev.allclear.delivery.Subject;
import dev.allclear.delivery.Weight;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store must do with the portions of announcements: each in one pair of hands, nobody left out, and nothing
/// before what must come first.
public interface PortionsContract extends OnPortions {

    @Test
    default void everybody_is_in_exactly_one_portion() {
        var page = pageOf(25);
        var announcement = announced(page, "one", Weight.BEGINNING);
        var seen = new ArrayList<SubscriberId>();

        for (var portion = take(10); portion.isPresent(); portion = take(10)) {
            assertThat(portion.get().announcement()).isEqualTo(announcement);
            assertThat(portion.get().isFresh()).isTrue();
            seen.addAll(people(portion.get()));
            finish(portion.get());
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        var progress = look(tx -> tx.outbox().progress(page, announcement.id())).orElseThrow();
        assertThat(progress.fannedOut()).isTrue();
        assertThat(progress.cut().people()).isEqualTo(25);
    }

    @Test
    default void an_announcement_is_under_way_until_its_last_portion_is_finished() {
        var page = pageOf(5);
        var announcement = announced(page, "one", Weight.BEGINNING);
        var first = take(4).orElseThrow();
        var last = take(4).orElseThrow();

        finish(last);
        var between = look(tx -> tx.outbox().progress(page, announcement.id())).orElseThrow();
        finish(first);
        finish(first);
        var after = look(tx -> tx.outbox().progress(page, announcement.id())).orElseThrow();

        assertThat(between.fannedOut()).isFalse();
        assertThat(between.cut().open()).isEqualTo(1);
        assertThat(after.fannedOut()).isTrue();
        assertThat(after.cut().open()).isZero();
    }

    @Test
    default void what_was_let_go_and_waits_for_what_comes_before_it_is_not_waited_for() {
        var page = pageOf(1);
        announced(page, "one", Weight.BEGINNING);
        var first = take(10).orElseThrow();
        var until = Instant.EPOCH.plusSeconds(1);
        var held = announcement(page, "one", Weight.END);
        change(tx -> tx.outbox().hold(held, until));

        var before = look(tx -> tx.outbox().nextHeld());
        finish(first);
        var after = look(tx -> tx.outbox().nextHeld());

        assertThat(before).isNotEqualTo(Optional.of(until));
        assertThat(after).contains(until);
        assertThat(take(10)).map(Portion::announcement).contains(held);
    }

    @Test
    default void what_weighs_more_goes_first_and_a_short_one_does_not_wait_for_a_long_one() {
        var large = pageOf(6);
        var small = pageOf(1);
        var calm = announced(large, "calm", Weight.CALM);
        var long1 = announced(large, "long", Weight.BEGINNING);
        assertThat(take(2).orElseThrow().announcement()).isEqualTo(long1);
        assertThat(take(2).orElseThrow().announcement()).isEqualTo(long1);

        var short1 = announced(small, "short", Weight.BEGINNING);
        var alarm = announced(small, "alarm", Weight.ALARM);

        assertThat(take(2).orElseThrow().announcement()).isEqualTo(alarm);
        assertThat(take(2).orElseThrow().announcement()).isEqualTo(short1);
        assertThat(take(2).orElseThrow().announcement()).isEqualTo(long1);
        assertThat(take(2).orElseThrow().announcement()).isEqualTo(long1);
        assertThat(take(2).orElseThrow().announcement()).isEqualTo(calm);
    }

    @Test
    default void never_lets_the_end_of_a_story_overtake_its_beginning()
            throws InterruptedException, ExecutionException {
        var page = pageOf(3);
        var beginning = announced(page, "one", Weight.BEGINNING);
        var end = announced(page, "one", Weight.END);
        var first = take(10).orElseThrow();
        assertThat(first.announcement()).isEqualTo(beginning);
        assertThat(take(10)).isEmpty();

        // Two nodes look at the same time.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = store().inTransaction(tx -> {
                tx.portions().finish(first);
                return threads.submit(() -> take(10));
            });
            var taken = second.get().or(() -> take(10));
            assertThat(taken.map(Portion::announcement)).contains(end);
        }
    }

    @Test
    default void a_newer_update_takes_the_place_of_one_that_was_not_told_to_everybody_yet() {
        var page = pageOf(5);
        var beginning = announced(page, "one", Weight.BEGINNING);
        finish(take(10).orElseThrow());
        var older = announced(page, "one", Weight.PROGRESS);
        var begun = take(2).orElseThrow();
        assertThat(begun.announcement()).isEqualTo(older);

        var newer = announced(page, "one", Weight.PROGRESS);
        var halted = look(tx -> tx.outbox().halted(Set.of(beginning.id(), older.id())));
        assertThat(halted).isEmpty();
        // What is in somebody's hands comes first.
        assertThat(take(10)).map(Portion::isReplaced).contains(true);
        var after = look(tx -> tx.outbox().halted(Set.of(beginning.id(), older.id(), newer.id())));
        assertThat(after).isEqualTo(Map.of(older.id(), Halt.REPLACED));
    }

    @Test
    default void a_newer_update_goes_before_what_is_only_written_down() {
        var page = pageOf(5);
        var older = announced(page, "one", Weight.PROGRESS);
        var newer = announced(page, "one", Weight.PROGRESS);

        var first = take(10).orElseThrow();
        finish(first);
        var second = take(10).orElseThrow();

        assertThat(first.announcement()).isEqualTo(newer);
        assertThat(first.isReplaced()).isFalse();
        assertThat(second.announcement()).isEqualTo(older);
        assertThat(second.isReplaced()).isTrue();
    }

    @Test
    default void one_that_is_held_back_or_stopped_takes_nobodys_place() {
        var page = pageOf(5);
        var older = announced(page, "one", Weight.PROGRESS);
        var held = new Announcement(
                new AnnouncementId(Stories.unique("announcement")),
                page,
                new Subject.OfIncident(new IncidentId("one"), new UpdateId("held")),
                Stories.NOW,
                Weight.PROGRESS);
        change(tx -> tx.outbox().hold(held, Fanned.SOON.plusSeconds(30)));

        var portion = take(2).orElseThrow();

        assertThat(portion.announcement()).isEqualTo(older);
        assertThat(portion.isReplaced()).isFalse();
        assertThat(take(2, Fanned.SOON.plusSeconds(30)))
                .map(Portion::isReplaced)
                .contains(true);
    }

    @Test
    default void nobody_further_is_told_of_what_was_stopped() {
        var page = pageOf(5);
        var stopped = announced(page, "one", Weight.BEGINNING);
        var portion = take(2).orElseThrow();

        change(tx -> tx.outbox().end(page, stopped.id()));

        assertThat(take(2)).isEmpty();
        var halted = look(tx -> tx.outbox().halted(Set.of(stopped.id())));
        assertThat(halted).isEqualTo(Map.of(stopped.id(), Halt.STOPPED));
        finish(portion);
        var progress = look(tx -> tx.outbox().progress(page, stopped.id())).orElseThrow();
        assertThat(progress.fannedOut()).isTrue();
        var next = announced(page, "one", Weight.BEGINNING);
        assertThat(take(2)).map(Portion::announcement).contains(next);
    }

    @Test
    default void those_who_have_an_earlier_message_to_come_are_known() {
        var page = pageOf(2);
        announced(page, "one", Weight.BEGINNING);
        var first = take(10).orElseThrow();
        add(first, new State.Waiting(Fanned.SOON.plusSeconds(60), "busy"));
        finish(first);
        announced(page, "one", Weight.PROGRESS);
        var second = take(10).orElseThrow();
        add(second, new State.Unknown(Fanned.SOON, Optional.of(Fanned.SOON.plusSeconds(60)), "no answer"));
        finish(second);
        var third = announced(page, "one", Weight.PROGRESS);
        var people = people(take(10).orElseThrow());

        var unfinished = look(tx -> tx.deliveries().unfinished(third, people));
        var gone = store().inTransaction(tx -> tx.deliveries()
                .supersede(
                        unfinished.stream()
                                .filter(one -> one.isReplaceable())
                                .map(one -> one.delivery())
                                .toList(),
                        Fanned.SOON));

        assertThat(unfinished).hasSize(4);
        assertThat(gone).hasSize(2);
        var left = look(tx -> tx.deliveries().unfinished(third, people));
        assertThat(left).hasSize(2).noneMatch(one -> one.isReplaceable());
    }

    @Test
    default void two_who_take_at_once_get_different_portions() throws InterruptedException, ExecutionException {
        announced(pageOf(40), "one", Weight.BEGINNING);
        var taken = new ArrayList<Portion>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> take(10)))
                    .toList();
            for (var one : all) {
                taken.add(one.get().orElseThrow());
            }
        }

        assertThat(taken).extracting(Portion::number).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(taken.stream().flatMap(one -> people(one).stream()).toList())
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(Duration.between(Fanned.SOON, taken.getFirst().leaseUntil())).isPositive();
    }
}
