package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Retry;
import dev.allclear.delivery.Subject;
import dev.allclear.operation.DeliveryDesk;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.PromiseDesk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How mails are stopped, and how those whom the wrong words had reached are told the right ones.
public interface StoppingContract extends OnQueue, OnDesk {

    private SettableClock clock() {
        return new SettableClock(Fanned.SOON);
    }

    private PromiseDesk promises() {
        return new PromiseDesk(store(), clock(), Stories.entropy());
    }

    private String journal(PageId page) {
        var last = look(tx -> tx.journal().last(page)).orElseThrow();
        return last.action() + ": " + last.detail();
    }

    private void sent(Delivery one) {
        record(List.of(Fanned.with(one, new Delivery.State.Accepted(Fanned.SOON, "250"))));
    }

    @Test
    default void mails_that_have_not_left_are_stopped_in_the_middle() {
        var story = Fanned.to(store(), "ada", "bela", "cleo", "dora");
        var claimed = claim(2);
        sent(claimed.getFirst());

        var stopped = promises().stop(story.page(), story.announcement().id(), INES);

        // One is being sent at this moment; nobody can take that back.
        assertThat(stopped.kept()).isEqualTo(2);
        assertThat(stopped.reached()).isEqualTo(2);
        assertThat(stopped.inTime()).isFalse();
        sent(claimed.getLast());
        assertThat(claim(10)).isEmpty();
        assertThat(story.tally().sent()).isEqualTo(2);
        assertThat(story.tally().failed()).isEqualTo(2);
        assertThat(journal(story.page())).isEqualTo("incident.mails-stopped: 2 kept, 2 sent before");
    }

    @Test
    default void what_was_stopped_is_not_stopped_or_tried_again() {
        var story = Fanned.to(store(), "ada");
        promises().stop(story.page(), story.announcement().id(), INES);

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(
                        () -> promises().stop(story.page(), story.announcement().id(), INES));
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> new DeliveryDesk(store(), clock())
                        .retry(story.page(), story.announcement().id(), Retry.FAILED, INES));
        assertThat(claim(10)).isEmpty();
    }

    @Test
    default void it_is_too_late_once_all_mails_have_left() {
        var story = Fanned.to(store(), "ada");
        claim(10).forEach(this::sent);

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(
                        () -> promises().stop(story.page(), story.announcement().id(), INES));
        var halted = look(tx -> tx.outbox().halted(Set.of(story.announcement().id())));
        assertThat(halted).isEmpty();
    }

    @Test
    default void what_follows_does_not_wait_for_what_was_stopped() {
        var story = Fanned.to(store(), "ada");
        var next = story.announceMore();
        claim(1);
        promises().stop(story.page(), next, INES);
        var last = story.announceMore();
        record(look(tx -> tx.deliveries().of(story.page(), story.announcement().id(), Set.of(), "", 0, 1)).stream()
                .map(one -> Fanned.with(one, new Delivery.State.Accepted(Fanned.SOON, "250")))
                .toList());

        assertThat(claim(10)).extracting(Delivery::announcement).containsExactly(last);
    }

    @Test
    default void those_who_were_reached_are_told_of_a_correction_and_nobody_else() {
        var page = Stories.opened(store()).id();
        var desk = new IncidentDesk(store(), clock(), Stories.entropy());
        var incident = desk.declare(page, Stories.declaration(), INES).value();
        var first = incident.latest().id();
        var ada = Stories.subscriber(page, "ada");
        var announced = look(tx -> tx.outbox().of(page, incident.id().value()))
                .getFirst()
                .announcement();
        change(tx -> {
            tx.subscribers().save(ada);
        });
        new Fanned(store(), page, List.of(ada), announced).fanOut(announced);

        desk.correct(
                page,
                incident.id(),
                first,
                "Only cards from Europe fail.",
                "It was not all cards.",
                Optional.empty(),
                INES);
        // It waits: whoever gets it gets the right words.
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> promises().tellCorrection(page, incident.id(), first, INES));
        claim(10).forEach(this::sent);
        var told = promises().tellCorrection(page, incident.id(), first, INES);

        assertThat(told).isEqualTo(1);
        var correction = look(tx -> tx.outbox().of(page, incident.id().value())).getLast();
        assertThat(correction.announcement().subject()).isEqualTo(new Subject.OfCorrection(incident.id(), first));
        // Two people press the button, or one program tries again.
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> promises().tellCorrection(page, incident.id(), first, INES));
    }
}
