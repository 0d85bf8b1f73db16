package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.operation.ReturnDesk;
import dev.allclear.operation.ReturnDesk.Consequence;
import dev.allclear.operation.SuppressionDesk;
import dev.allclear.returns.Cause;
import dev.allclear.returns.ReturnAddresses;
import dev.allclear.returns.Returned;
import dev.allclear.returns.Returned.Bounced;
import dev.allclear.returns.Returned.Failure;
import dev.allclear.returns.Ticket;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.suppression.Suppression;
import dev.allclear.suppression.Suppression.Reason;
import dev.allclear.suppression.Suppressions.Wanted;
import dev.allclear.wording.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What follows from mail that comes back, over any store: the address that it is about and no other, once, and on the
/// record.
public interface ReturnDeskContract extends OnDesk {

    Signature SECRET = new Signature(new byte[32]);
    EmailAddress STATUS = new EmailAddress("status@fernhill.example");

    /// One reader whose first mail was sent, and what takes it back.
    record Post(SettableClock clock, Fanned story, ReturnDesk returns, SuppressionDesk suppressions) {

        PageId page() {
            return story.page();
        }

        Subscriber reader() {
            return story.audience().getFirst();
        }

        Ticket.OfDelivery first() {
            return ticket(story.announcement());
        }

        Ticket.OfDelivery ticket(Announcement announcement) {
            return new Ticket.OfDelivery(page(), new DeliveryId(announcement.id(), reader().id()));
        }

        /// The mail of another announcement, sent now.
        Ticket.OfDelivery next() {
            var id = story.another();
            var announcement =
                    story.store().reading(tx -> tx.outbox().find(page(), id)).orElseThrow();
            var _ = Returnable.sent(story.store(), story, announcement, clock.instant());
            return ticket(announcement);
        }

        Optional<Suppression> suppression() {
            return suppressions.find(page(), reader().address());
        }

        Standing standing() {
            return story.store()
                    .reading(tx -> tx.subscribers().find(page(), reader().id()))
                    .orElseThrow()
                    .standing();
        }
    }

    private Post post() {
        var clock = new SettableClock(Stories.NOW);
        var marks = new AddressMarks(SECRET);
        var story = Fanned.to(store(), "ada");
        var _ = Returnable.sent(store(), story, Stories.NOW);
        return new Post(
                clock,
                story,
                new ReturnDesk(store(), clock, marks, new ReturnAddresses("returns.fernhill.example", STATUS, SECRET)),
                new SuppressionDesk(store(), clock, marks));
    }

    private static Returned failed(Cause cause, String status) {
        return new Bounced(List.of(new Failure(List.of(), cause, status, "said the server")));
    }

    @Test
    default void a_dead_mailbox_is_suppressed_at_once_and_once() {
        var post = post();

        var first = post.returns().take(post.first(), failed(Cause.FOR_NOW, "4.2.2"));
        var second = post.returns().take(post.first(), failed(Cause.MAILBOX_GONE, "5.1.1"));
        var again = post.returns().take(post.first(), failed(Cause.MAILBOX_GONE, "5.1.1"));

        assertThat(List.of(first, second, again))
                .containsExactly(Consequence.NOTED, Consequence.SUPPRESSED, Consequence.NOTHING);
        var one = post.suppression().orElseThrow();
        assertThat(one.reason()).isEqualTo(Reason.BOUNCED);
        assertThat(one.detail()).isEqualTo("5.1.1: said the server");
        assertThat(one.masked()).isEqualTo(post.reader().address().masked());
        assertThat(traces(post.page()).journal()).containsExactly("address.suppressed");
        assertThat(post.standing()).isInstanceOf(Standing.Confirmed.class);
    }

    @Test
    default void a_mail_that_comes_back_before_it_is_written_down_counts_at_once_and_has_to_come_again() {
        var post = post();
        var early = new Announcement(
                new AnnouncementId(Stories.unique("announcement")),
                post.page(),
                post.story().announcement().subject(),
                Stories.NOW);
        change(tx -> tx.outbox().add(early));

        var first = post.returns().take(post.ticket(early), failed(Cause.MAILBOX_GONE, "5.1.1"));
        assertThat(first).isEqualTo(Consequence.NOT_YET);
        assertThat(post.suppression()).isPresent();

        post.story().fanOut(early);
        var _ = Returnable.sent(store(), post.story(), early, Stories.NOW);
        var second = post.returns().take(post.ticket(early), failed(Cause.MAILBOX_GONE, "5.1.1"));

        assertThat(second).isEqualTo(Consequence.NOTHING);
        var delivery = look(tx ->
                        tx.deliveries().find(post.page(), post.ticket(early).delivery()))
                .orElseThrow();
        assertThat(delivery.state()).isInstanceOf(Delivery.State.Bounced.class);
    }

    @Test
    default void passing_trouble_suppresses_after_five_mails_without_one_that_arrived() {
        var post = post();

        for (var time = 0; time < 4; time++) {
            assertThat(post.returns().take(post.next(), failed(Cause.FOR_NOW, "4.2.2")))
                    .isEqualTo(Consequence.NOTED);
            post.clock().advance(Duration.ofMinutes(1));
        }
        assertThat(post.suppression()).isEmpty();

        assertThat(post.returns().take(post.next(), failed(Cause.FOR_NOW, "4.2.2")))
                .isEqualTo(Consequence.SUPPRESSED);
        assertThat(post.suppression().orElseThrow().detail()).startsWith("5 times in 30 days, 4.2.2");
    }

    @Test
    default void a_mail_that_arrives_in_between_starts_the_count_anew() {
        var post = post();
        for (var time = 0; time < 4; time++) {
            post.returns().take(post.next(), failed(Cause.FOR_NOW, "4.2.2"));
        }

        post.clock().advance(Duration.ofDays(1));
        var _ = post.next();
        post.clock().advance(Duration.ofDays(6));

        assertThat(post.returns().take(post.next(), failed(Cause.FOR_NOW, "4.2.2")))
                .isEqualTo(Consequence.NOTED);
        assertThat(post.suppression()).isEmpty();
    }

    @Test
    default void trouble_that_is_a_month_old_is_forgotten() {
        var post = post();
        for (var time = 0; time < 4; time++) {
            post.returns().take(post.next(), failed(Cause.FOR_NOW, "4.2.2"));
        }
        post.clock().advance(Duration.ofDays(31));

        assertThat(post.returns().take(post.next(), failed(Cause.FOR_NOW, "4.2.2")))
                .isEqualTo(Consequence.NOTED);
    }

    @Test
    default void who_refuses_us_is_not_suppressed_but_the_desk_sees_it() {
        var post = post();

        var consequence = post.returns().take(post.first(), failed(Cause.REFUSED_US, "5.7.26"));

        assertThat(consequence).isEqualTo(Consequence.NOTED);
        assertThat(post.suppression()).isEmpty();
        assertThat(post.suppressions().refusals(post.page(), 10))
                .extracting(one -> one.words())
                .containsExactly("5.7.26: said the server");
        assertThat(traces(post.page()).journal()).isEmpty();
    }

    @Test
    default void who_complains_has_left_and_is_suppressed() {
        var post = post();
        var complaint = new Returned.Complained(post.first(), "abuse");

        var first = post.returns().take(post.first(), complaint);
        var again = post.returns().take(post.first(), complaint);

        assertThat(List.of(first, again)).containsExactly(Consequence.SUPPRESSED, Consequence.NOTHING);
        assertThat(post.standing()).isEqualTo(new Standing.Left(Stories.NOW, "called a mail spam"));
        assertThat(post.suppression().orElseThrow().reason()).isEqualTo(Reason.COMPLAINED);
        assertThat(traces(post.page()).journal()).containsExactly("subscriber.left", "address.suppressed");
    }

    @Test
    default void a_complaint_that_names_the_reader_alone_counts_too() {
        var post = post();
        var reader = new Ticket.OfSubscriber(post.page(), post.reader().id());

        post.returns().take(reader, new Returned.Complained(reader, "abuse"));

        assertThat(post.standing()).isInstanceOf(Standing.Left.class);
        assertThat(post.suppression().orElseThrow().reason()).isEqualTo(Reason.COMPLAINED);
    }

    @Test
    default void who_writes_to_the_address_for_leaving_has_left() {
        var post = post();
        var reader = new Ticket.OfSubscriber(post.page(), post.reader().id());

        var first = post.returns().take(reader, new Returned.Leave());
        var again = post.returns().take(reader, new Returned.Leave());

        assertThat(List.of(first, again)).containsExactly(Consequence.LEFT, Consequence.NOTHING);
        assertThat(post.standing()).isEqualTo(new Standing.Left(Stories.NOW, "unsubscribed by mail"));
        assertThat(post.suppression()).isEmpty();
        assertThat(traces(post.page()).journal()).containsExactly("subscriber.left");
    }

    @Test
    default void reports_on_what_nobody_knows_change_nothing() {
        var post = post();
        var unknown = new Ticket.OfDelivery(post.page(), new DeliveryId("unknown"));
        change(tx -> tx.subscribers().erase(post.page(), post.reader().id()));

        for (var ticket : List.of(unknown, post.first())) {
            for (var returned : List.of(
                    failed(Cause.MAILBOX_GONE, "5.1.1"),
                    new Returned.Complained(ticket, "abuse"),
                    new Returned.Leave(),
                    new Returned.Ignored("a delay"),
                    new Returned.Unreadable("noise"))) {
                assertThat(post.returns().take(ticket, returned)).isEqualTo(Consequence.NOTHING);
            }
        }

        assertThat(post.suppression()).isEmpty();
        assertThat(traces(post.page()).journal()).isEmpty();
    }

    @Test
    default void only_addresses_that_we_signed_for_a_page_of_ours_are_read() {
        var post = post();
        var addresses = new ReturnAddresses("returns.fernhill.example", STATUS, SECRET);
        var forged = new ReturnAddresses(
                "returns.fernhill.example",
                STATUS,
                new Signature("somebody else, 32 bytes of secret".getBytes(StandardCharsets.UTF_8)));
        var id = post.first().delivery();

        var ours = addresses.bounce(post.page(), id).orElseThrow().value();
        var theirs = forged.bounce(post.page(), id).orElseThrow().value();

        assertThat(post.returns().read(ours)).contains(post.first());
        assertThat(post.returns().read(ours.toUpperCase(Locale.ROOT))).contains(post.first());
        assertThat(post.returns().read(theirs)).isEmpty();
    }

    @Test
    default void the_desk_suppresses_and_releases_with_a_reason_that_the_journal_keeps() {
        var post = post();
        var desk = post.suppressions();
        var address = post.reader().address();

        var one = desk.suppress(post.page(), address, "asked on the phone", INES);
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> desk.suppress(post.page(), address, "", INES));
        var released = desk.release(post.page(), one.mark(), "their server was repaired", INES);
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> desk.release(post.page(), one.mark(), "twice", INES));

        assertThat(desk.look(post.page(), one.mark())).isEqualTo(released);
        assertThat(desk.list(post.page(), new Wanted(Optional.empty(), false), 0, 10))
                .isEmpty();
        assertThat(traces(post.page()).journal()).containsExactly("address.suppressed", "address.released");
        var journal = look(tx -> tx.journal().from(post.page(), 1, 10)).toString();
        assertThat(journal)
                .contains("asked on the phone", "their server was repaired")
                .doesNotContain(address.value(), address.masked());
    }

    @Test
    default void a_release_needs_a_reason_and_something_to_release() {
        var post = post();
        var one = post.suppressions().suppress(post.page(), post.reader().address(), "", INES);

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> post.suppressions().release(post.page(), one.mark(), " ", INES));
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() ->
                        post.suppressions().release(Stories.opened(store()).id(), one.mark(), "another page", INES));

        assertThat(post.suppression()).contains(one);
    }

    @Test
    default void an_address_that_was_released_is_suppressed_again_by_the_next_report() {
        var post = post();
        post.returns().take(post.first(), failed(Cause.MAILBOX_GONE, "5.1.1"));
        post.suppressions()
                .release(post.page(), post.suppression().orElseThrow().mark(), "repaired", INES);

        var consequence = post.returns().take(post.next(), failed(Cause.MAILBOX_GONE, "5.1.1"));

        assertThat(consequence).isEqualTo(Consequence.SUPPRESSED);
        assertThat(post.suppression()).get().extracting(Suppression::holds).isEqualTo(true);
    }
}
