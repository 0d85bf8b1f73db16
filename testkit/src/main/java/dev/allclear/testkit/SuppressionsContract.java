package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.returns.ReturnNote;
import dev.allclear.returns.ReturnNote.Kind;
import dev.allclear.suppression.AddressMark;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.suppression.Suppression;
import dev.allclear.suppression.Suppression.Reason;
import dev.allclear.suppression.Suppressions.Wanted;
import dev.allclear.wording.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store must do with suppressed addresses, and with notes on mail that came back.
public interface SuppressionsContract extends OnStore {

    AddressMarks MARKS = new AddressMarks(new Signature(new byte[32]));
    EmailAddress ADA = new EmailAddress("ada@shops.example");
    Wanted HOLDING = new Wanted(Optional.empty(), false);
    Wanted RELEASED = new Wanted(Optional.empty(), true);

    private static Suppression suppression(PageId page, EmailAddress address, Instant at) {
        return new Suppression(
                page, MARKS.of(page, address), address.masked(), Reason.BOUNCED, "5.1.1", at, Optional.empty());
    }

    @Test
    default void a_suppression_is_found_by_its_mark_on_its_page_alone() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var one = suppression(page, ADA, Stories.NOW);
        change(tx -> tx.suppressions().save(one));

        var here = look(tx -> tx.suppressions().find(page, MARKS.of(page, ADA)));
        var there = look(tx -> tx.suppressions().find(other, MARKS.of(other, ADA)));
        var leaked = look(tx -> tx.suppressions().find(other, one.mark()));

        assertThat(here).contains(one);
        assertThat(there).isEmpty();
        assertThat(leaked).isEmpty();
        assertThat(MARKS.of(page, ADA)).isNotEqualTo(MARKS.of(other, ADA));
    }

    @Test
    default void those_that_hold_are_found_among_many_addresses_at_once() {
        var page = Stories.opened(store()).id();
        var many = IntStream.range(0, 500)
                .mapToObj(number -> new EmailAddress("reader" + number + "@shops.example"))
                .toList();
        assertThat(among(page, many)).isEmpty();

        change(tx -> {
            tx.suppressions().save(suppression(page, new EmailAddress("READER7@shops.example"), Stories.NOW));
            tx.suppressions()
                    .save(suppression(page, many.get(8), Stories.NOW).released(Stories.NOW, "Ines", "repaired"));
            tx.suppressions().save(suppression(page, ADA, Stories.NOW));
        });

        assertThat(among(page, many)).containsExactly(many.get(7));
    }

    private List<EmailAddress> among(PageId page, List<EmailAddress> addresses) {
        return List.copyOf(
                look(tx -> MARKS.among(tx.suppressions(), page, addresses)).keySet());
    }

    @Test
    default void a_list_shows_what_holds_and_what_was_released_newest_first() {
        var page = Stories.opened(store()).id();
        var old = suppression(page, new EmailAddress("old@shops.example"), Stories.NOW);
        var young = suppression(page, new EmailAddress("young@shops.example"), Stories.NOW.plusSeconds(1));
        var free = suppression(page, ADA, Stories.NOW).released(Stories.NOW, "Ines", "repaired");
        change(tx -> List.of(old, young, free).forEach(tx.suppressions()::save));

        assertThat(list(page, HOLDING, 0, 10)).containsExactly(young, old);
        assertThat(list(page, HOLDING, 1, 10)).containsExactly(old);
        assertThat(list(page, HOLDING, 0, 1)).containsExactly(young);
        assertThat(list(page, RELEASED, 0, 10)).containsExactly(free);
        assertThat(list(page, new Wanted(Optional.of(Reason.COMPLAINED), false), 0, 10))
                .isEmpty();
        var count = look(tx -> tx.suppressions().count(page, HOLDING));
        assertThat(count).isEqualTo(2);
    }

    private List<Suppression> list(PageId page, Wanted wanted, int offset, int limit) {
        return look(tx -> tx.suppressions().list(page, wanted, offset, limit));
    }

    @Test
    default void what_a_server_said_is_kept_whatever_it_is() {
        var page = Stories.opened(store()).id();
        var nasty = new Suppression(
                page,
                MARKS.of(page, ADA),
                "a***@shops.example",
                Reason.BOUNCED,
                "null \0 and half \uD83D '; DROP TABLE",
                Stories.NOW,
                Optional.empty());

        change(tx -> tx.suppressions().save(nasty));

        var kept = look(tx -> tx.suppressions().find(page, nasty.mark())).orElseThrow();
        assertThat(kept.detail()).isEqualTo("null \uFFFD and half \uFFFD '; DROP TABLE");
    }

    @Test
    default void who_is_forgotten_is_still_never_written_to() {
        var page = Stories.opened(store()).id();
        change(tx -> tx.suppressions().save(suppression(page, ADA, Stories.NOW)));

        change(tx -> tx.suppressions().forget(page, MARKS.of(page, ADA)));

        assertThat(among(page, List.of(ADA))).containsExactly(ADA);
        assertThat(list(page, HOLDING, 0, 10)).extracting(Suppression::masked).containsExactly("");
    }

    @Test
    default void a_return_counts_once_and_until_it_is_too_old() {
        var page = Stories.opened(store()).id();
        var mark = MARKS.of(page, ADA);
        var first = note(page, "d1", mark, Stories.NOW);

        var news = store().inTransaction(tx -> List.of(
                tx.returns().add(first),
                tx.returns().add(note(page, "d1", mark, Stories.NOW.plusSeconds(5))),
                tx.returns().add(note(page, "d2", mark, Stories.NOW.plusSeconds(9)))));

        assertThat(news).containsExactly(true, false, true);
        assertThat(count(page, mark, Stories.NOW.minusSeconds(1))).isEqualTo(2);
        assertThat(count(page, mark, Stories.NOW)).isEqualTo(1);
        var recent = look(tx -> tx.returns().recent(page, Kind.FOR_NOW, Instant.EPOCH, 10));
        assertThat(recent).extracting(one -> one.delivery().value()).containsExactly("d2", "d1");
        assertThat(recent.getLast()).isEqualTo(first);

        change(tx -> tx.returns().removeBefore(page, Stories.NOW.plusSeconds(1)));
        assertThat(count(page, mark, Instant.EPOCH)).isEqualTo(1);
    }

    private int count(PageId page, AddressMark mark, Instant since) {
        return look(tx -> tx.returns().count(page, mark, Kind.FOR_NOW, since));
    }

    private static ReturnNote note(PageId page, String delivery, AddressMark mark, Instant at) {
        return new ReturnNote(page, new DeliveryId(delivery), mark, Kind.FOR_NOW, "4.2.2", "full", at);
    }

    @Test
    default void a_mail_that_was_taken_and_never_came_back_has_arrived() {
        var story = Fanned.to(store(), "ada");
        var reader = story.people().getFirst();
        var page = story.page();
        var sent = Returnable.sent(store(), story, Stories.NOW);
        var later = Stories.NOW.plus(Duration.ofDays(6));

        var kept = look(tx -> tx.returns().lastKept(page, reader, later));
        var tooSoon = look(tx -> tx.returns().lastKept(page, reader, Stories.NOW));
        change(tx -> tx.deliveries().returned(page, sent.id(), new Delivery.State.Bounced(Stories.NOW, "4.2.2: full")));
        var cameBack = look(tx -> tx.returns().lastKept(page, reader, later));

        assertThat(kept).contains(Stories.NOW);
        assertThat(tooSoon).isEmpty();
        assertThat(cameBack).isEmpty();
    }
}
