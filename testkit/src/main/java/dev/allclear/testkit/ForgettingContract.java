package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Correspondence;
import dev.allclear.audience.Partings.Reason;
import dev.allclear.audience.Retention;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.KeptMails;
import dev.allclear.delivery.Subject;
import dev.allclear.keeping.Forgetting;
import dev.allclear.language.Language;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.suppression.Suppression;
import dev.allclear.wording.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is forgotten by itself over any store, and what is kept.
public interface ForgettingContract extends OnDesk {

    Signature SEALS = new Signature(new byte[32]);

    @Test
    default void forgets_who_never_confirmed_after_seven_days() {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada").standing(new Standing.Pending());
        change(tx -> tx.subscribers().save(ada));

        forget(Duration.ofDays(7));
        assertThat(all(page)).containsExactly(ada);

        forget(Duration.ofDays(7).plusSeconds(1));
        assertThat(all(page)).isEmpty();
        assertThat(reason(ada)).contains(Reason.SILENT);
        assertThat(traces(page).journal()).containsExactly("subscribers.forgotten");
    }

    @Test
    default void lets_who_asked_again_have_their_time_again() {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada").standing(new Standing.Pending());
        change(tx -> tx.subscribers().save(ada));
        var clock = new SettableClock(Stories.NOW.plus(Duration.ofDays(5)));
        new SubscriptionDesk(store(), clock, Stories.entropy(), SEALS, KeptMails.NONE)
                .ask(page, ada.address(), Choice.EVERYTHING, Language.ENGLISH, Optional.empty());

        forget(Duration.ofDays(8));

        assertThat(all(page)).hasSize(1);
    }

    @Test
    default void keeps_of_who_left_long_ago_only_that_they_did() {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada").standing(new Standing.Left(Stories.NOW, "enough"));
        var bela = Stories.subscriber(page, "bela");
        change(tx -> List.of(ada, bela).forEach(tx.subscribers()::save));
        var complaint = complaint(ada);
        change(tx -> tx.suppressions().save(complaint));

        forget(Retention.USUAL.left().plusSeconds(1));

        assertThat(all(page)).containsExactly(bela);
        assertThat(reason(ada)).contains(Reason.LEFT);
        var kept = look(tx -> tx.suppressions().find(page, complaint.mark())).orElseThrow();
        assertThat(kept.masked()).isEmpty();
        assertThat(kept.holds()).isTrue();
    }

    @Test
    default void goes_by_what_the_page_says() {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada").standing(new Standing.Left(Stories.NOW, "enough"));
        change(tx -> tx.subscribers().save(ada));
        change(tx -> tx.retentions().save(page, new Retention(Duration.ofDays(365), Duration.ofDays(365)), 0));

        forget(Duration.ofDays(364));
        assertThat(all(page)).containsExactly(ada);

        forget(Duration.ofDays(366));
        assertThat(all(page)).isEmpty();
    }

    @Test
    default void strikes_addresses_and_receipts_from_old_deliveries() {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada");
        var announcement = new Announcement(
                new AnnouncementId(Stories.unique("announcement")),
                page,
                new Subject.OfConfirmation(ada.id()),
                Stories.NOW);
        change(tx -> {
            tx.subscribers().save(ada);
            tx.outbox().add(announcement);
        });
        Fanned.tell(
                store(),
                Stories.NOW,
                _ -> new Delivery.State.Accepted(Stories.NOW, "250 queued for ada@shops.example"));

        forget(Duration.ofDays(179));
        assertThat(sent(page, ada)).allMatch(one -> one.address().equals("ada@shops.example"));

        forget(Duration.ofDays(181));
        assertThat(sent(page, ada))
                .hasSize(1)
                .allMatch(one -> one.address().isEmpty() && one.detail().isEmpty());
        assertThat(all(page)).containsExactly(ada);
    }

    private static Suppression complaint(Subscriber one) {
        return new Suppression(
                one.page(),
                new AddressMarks(SEALS).of(one.page(), one.address()),
                one.address().masked(),
                Suppression.Reason.COMPLAINED,
                "",
                Stories.NOW,
                Optional.empty());
    }

    private void forget(Duration later) {
        var clock = new SettableClock(Stories.NOW.plus(later));
        var _ = new Forgetting(store(), clock, SEALS, KeptMails.NONE).look();
    }

    private List<Subscriber> all(PageId page) {
        return look(tx -> tx.subscribers().each(page, Selection.ALL, Optional.empty(), 1_000));
    }

    private List<Correspondence.Sent> sent(PageId page, Subscriber person) {
        return look(tx -> tx.correspondence().of(page, person.id(), 10));
    }

    private Optional<Reason> reason(Subscriber gone) {
        var seal = SEALS.seal(gone.page(), gone.address());
        return look(tx -> tx.partings().among(gone.page(), List.of(seal))).values().stream()
                .map(parting -> parting.reason())
                .findFirst();
    }
}
