package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.KeptMails;
import dev.allclear.delivery.Subject;
import dev.allclear.language.Language;
import dev.allclear.operation.SubscriptionDesk;
import dev.allclear.status.ComponentId;
import dev.allclear.wording.Signature;
import dev.allclear.wording.Signature.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the front door for subscribers does over any store: only who agreed is written to, and who leaves has left.
public interface SubscriptionDeskContract extends OnDesk {

    EmailAddress ADA = new EmailAddress("ada@shops.example");
    Signature SIGNATURE = new Signature(new byte[32]);

    /// A desk with a clock of its own.
    record Desk(SettableClock clock, SubscriptionDesk subscriptions) {

        void ask(PageId page) {
            subscriptions.ask(page, ADA, Choice.EVERYTHING, Language.ENGLISH, Optional.empty());
        }
    }

    private Desk subscriptionDesk() {
        var clock = new SettableClock(Stories.NOW);
        return new Desk(clock, new SubscriptionDesk(store(), clock, Stories.entropy(), SIGNATURE, KeptMails.NONE));
    }

    @Test
    default void writes_to_nobody_who_has_not_confirmed() {
        var page = Stories.opened(store()).id();
        var desk = subscriptionDesk();

        desk.ask(page);

        var ada = ada(page);
        assertThat(ada.standing()).isEqualTo(new Standing.Pending());
        assertThat(confirmed(page)).isEmpty();
        assertThat(traces(page).announced())
                .extracting(Announcement::subject)
                .containsExactly(new Subject.OfConfirmation(ada.id()));
    }

    @Test
    default void subscribes_who_follows_the_link() {
        var page = Stories.opened(store()).id();
        var desk = subscriptionDesk();
        desk.ask(page);
        var token = token(page, ada(page).id(), Purpose.CONFIRM);

        desk.subscriptions().confirm(page, token);
        desk.subscriptions().confirm(page, token);

        assertThat(confirmed(page)).extracting(Subscriber::address).containsExactly(ADA);
        assertThat(traces(page).journal()).containsExactly("subscriber.confirmed");
    }

    @Test
    default void sends_at_most_three_confirmations_a_day() {
        var page = Stories.opened(store()).id();
        var desk = subscriptionDesk();

        for (var time = 0; time < 10; time++) {
            desk.ask(page);
            desk.clock().advance(Duration.ofMinutes(1));
        }
        assertThat(traces(page).announced()).hasSize(3);

        desk.clock().advance(Duration.ofDays(1));
        desk.ask(page);
        assertThat(traces(page).announced()).hasSize(4);
    }

    @Test
    default void changes_nothing_for_who_is_subscribed_when_somebody_types_their_address() {
        var page = Stories.opened(store()).id();
        var desk = subscriptionDesk();
        var ada = desk.subscriptions().add(page, ADA, Choice.EVERYTHING, Language.ENGLISH, Optional.empty(), INES);

        var narrow = new Choice(Set.of(Stories.API), Set.of(), Set.of(), Set.of(Choice.Kind.MAINTENANCE));
        desk.subscriptions().ask(page, ADA, narrow, new Language("de"), Optional.empty());

        assertThat(ada(page)).isEqualTo(ada);
    }

    @Test
    default void lets_people_change_their_mind_and_leave() {
        var page = Stories.opened(store()).id();
        var desk = subscriptionDesk();
        var ada = desk.subscriptions().add(page, ADA, Choice.EVERYTHING, Language.ENGLISH, Optional.empty(), INES);
        var narrow = new Choice(Set.of(Stories.API), Set.of(Stories.SHOP), Set.of(), Set.of(Choice.Kind.INCIDENTS));

        desk.subscriptions()
                .change(page, token(page, ada.id(), Purpose.MANAGE), narrow, new Language("de"), Optional.empty());
        assertThat(ada(page).choice()).isEqualTo(narrow);

        desk.subscriptions().leave(page, token(page, ada.id(), Purpose.UNSUBSCRIBE), Purpose.UNSUBSCRIBE);
        desk.subscriptions().leave(page, token(page, ada.id(), Purpose.UNSUBSCRIBE), Purpose.UNSUBSCRIBE);
        assertThat(confirmed(page)).isEmpty();
        assertThat(traces(page).journal()).containsExactly("subscriber.added", "subscriber.changed", "subscriber.left");
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> desk.subscriptions()
                        .add(page, ADA, Choice.EVERYTHING, Language.ENGLISH, Optional.empty(), INES));
    }

    @Test
    default void keeps_who_has_left_as_such_until_they_themselves_come_back() {
        var page = Stories.opened(store()).id();
        var desk = subscriptionDesk();
        var ada = desk.subscriptions().add(page, ADA, Choice.EVERYTHING, Language.ENGLISH, Optional.empty(), INES);
        desk.subscriptions().leave(page, token(page, ada.id(), Purpose.UNSUBSCRIBE), Purpose.UNSUBSCRIBE);
        var left = ada(page).standing();
        var narrow = new Choice(Set.of(Stories.API), Set.of(), Set.of(), Set.of(Choice.Kind.INCIDENTS));

        for (var time = 0; time < 10; time++) {
            desk.subscriptions().ask(page, ADA, narrow, new Language("de"), Optional.empty());
        }

        assertThat(ada(page).standing()).isEqualTo(left);
        assertThat(confirmed(page)).isEmpty();
        assertThat(traces(page).announced()).hasSize(3);
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> desk.subscriptions()
                        .add(page, ADA, Choice.EVERYTHING, Language.ENGLISH, Optional.empty(), INES));

        desk.subscriptions().confirm(page, token(page, ada.id(), Purpose.CONFIRM));

        assertThat(confirmed(page)).containsExactly(ada(page));
        assertThat(ada(page).choice()).isEqualTo(narrow);
        assertThat(ada(page).language()).isEqualTo(new Language("de"));
    }

    @Test
    default void leaves_nothing_of_a_subscription_that_it_refuses() {
        var page = Stories.opened(store()).id();
        var desk = subscriptionDesk();
        var unknown = new Choice(Set.of(new ComponentId("unknown")), Set.of(), Set.of(), Set.of(Choice.Kind.INCIDENTS));
        var nothing = new Choice(Set.of(), Set.of(), Set.of(), Set.of());

        for (var choice : List.of(unknown, nothing)) {
            assertThatExceptionOfType(Refused.Invalid.class)
                    .isThrownBy(() -> desk.subscriptions().ask(page, ADA, choice, Language.ENGLISH, Optional.empty()));
        }

        assertThat(list(page, "")).isEmpty();
        assertThat(traces(page)).isEqualTo(new Traces(List.of(), List.of(), List.of(), 0));
    }

    @Test
    default void leaves_nothing_of_a_person_who_is_erased_but_the_word_that_it_was_done() {
        var page = Stories.opened(store()).id();
        var desk = subscriptionDesk();
        var ada = desk.subscriptions().add(page, ADA, Choice.EVERYTHING, Language.ENGLISH, Optional.empty(), INES);

        desk.subscriptions().erase(page, ada.id(), INES);

        assertThat(list(page, "ada")).isEmpty();
        var entries = look(tx -> tx.journal().from(page, 1, 10));
        assertThat(entries).extracting(one -> one.action()).containsExactly("subscriber.added", "subscriber.erased");
        assertThat(entries.toString()).doesNotContain(ADA.value());
    }

    @Test
    default void knows_no_page_the_subscribers_of_another() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var desk = subscriptionDesk();
        var ada = desk.subscriptions().add(page, ADA, Choice.EVERYTHING, Language.ENGLISH, Optional.empty(), INES);

        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> desk.subscriptions()
                        .leave(other, token(page, ada.id(), Purpose.UNSUBSCRIBE), Purpose.UNSUBSCRIBE));
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> desk.subscriptions().erase(other, ada.id(), INES));

        assertThat(confirmed(page)).containsExactly(ada);
        assertThat(list(other, "")).isEmpty();
    }

    private List<Subscriber> list(PageId page, String text) {
        return look(tx -> tx.subscribers()
                .list(page, Selection.of(text), Optional.empty(), 10)
                .subscribers());
    }

    private Subscriber ada(PageId page) {
        return look(tx -> tx.subscribers().findByAddress(page, ADA)).orElseThrow();
    }

    private List<Subscriber> confirmed(PageId page) {
        return look(tx -> tx.subscribers().confirmedAfter(page, Optional.empty(), 10));
    }

    private static String token(PageId page, SubscriberId subscriber, Purpose purpose) {
        return SIGNATURE.token(page, subscriber, purpose, Instant.MAX);
    }
}
