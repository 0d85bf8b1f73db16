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
import dev.allclear.language.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// What every store must do with subscribers.
public interface SubscribersContract extends OnStore {

    @Test
    default void keeps_a_subscriber_as_they_are_in_each_standing() {
        var page = Stories.opened(store()).id();
        var choice = new Choice(
                Set.of(Stories.API, Stories.CHECKOUT),
                Set.of(Stories.SHOP),
                Set.of(Stories.EUROPE, Stories.AMERICA),
                Set.of(Choice.Kind.MAINTENANCE));
        var ada = Stories.subscriber(page, "ada");
        var bela = Stories.subscriber(page, "bela")
                .choosing(choice, new Language("de"), Optional.of(ZoneId.of("Asia/Kathmandu")))
                .standing(new Standing.Pending());
        var cleo = Stories.subscriber(page, "cleo").standing(new Standing.Left(Stories.NOW, "unsubscribed"));

        for (var subscriber : List.of(ada, bela, cleo)) {
            change(tx -> tx.subscribers().save(subscriber));

            assertThat(found(page, subscriber.id())).contains(subscriber);
        }
    }

    @Test
    default void puts_a_subscriber_in_place_of_the_one_with_the_same_id() {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada");
        var gone = ada.standing(new Standing.Left(Stories.NOW, "unsubscribed"));

        change(tx -> tx.subscribers().save(ada));
        change(tx -> tx.subscribers().save(gone));

        assertThat(found(page, ada.id())).contains(gone);
    }

    @Test
    default void finds_a_mailbox_however_its_address_is_written() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada");
        change(tx -> tx.subscribers().save(ada));

        var found = look(tx -> tx.subscribers().findByAddress(page, new EmailAddress("ADA@shops.example")));
        assertThat(found).contains(ada);
        var elsewhere = look(tx -> tx.subscribers().findByAddress(other, ada.address()));
        assertThat(elsewhere).isEmpty();
    }

    @Test
    default void refuses_a_second_subscriber_with_the_same_address() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        change(tx -> tx.subscribers().save(Stories.subscriber(page, "ada")));

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.subscribers().save(Stories.subscriber(page, "ada"))));

        change(tx -> tx.subscribers().save(Stories.subscriber(other, "ada")));
    }

    @Test
    default void goes_through_all_who_confirmed_in_portions() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var confirmed = new ArrayList<SubscriberId>();
        change(tx -> {
            for (var number = 0; number < 25; number++) {
                // Capital letters and digits must sort alike in every database.
                var name = (number % 2 == 0 ? "b" : "B") + number;
                var one = Stories.subscriber(page, name);
                tx.subscribers().save(one);
                confirmed.add(one.id());
            }
            tx.subscribers().save(Stories.subscriber(page, "pending").standing(new Standing.Pending()));
            tx.subscribers().save(Stories.subscriber(page, "left").standing(new Standing.Left(Stories.NOW, "enough")));
            tx.subscribers().save(Stories.subscriber(other, "stranger"));
        });

        var met = new ArrayList<SubscriberId>();
        var last = Optional.<SubscriberId>empty();
        List<SubscriberId> portion;
        do {
            var after = last;
            portion = look(tx -> tx.subscribers().confirmedAfter(page, after, 10)).stream()
                    .map(Subscriber::id)
                    .toList();
            met.addAll(portion);
            last = portion.isEmpty() ? last : Optional.of(portion.getLast());
        } while (portion.size() == 10);

        assertThat(met).isSortedAccordingTo((one, two) -> one.value().compareTo(two.value()));
        assertThat(met).containsExactlyInAnyOrderElementsOf(confirmed);
        var count = look(tx -> tx.subscribers().confirmedCount(page));
        assertThat(count).isEqualTo(25);
    }

    @Test
    default void finds_by_a_part_of_the_address() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var older = since(Stories.subscriber(page, "ada"), Stories.NOW);
        var newer = since(Stories.subscriber(page, "adam"), Stories.NOW.plusSeconds(1));
        var newest = since(Stories.subscriber(page, "bela"), Stories.NOW.plusSeconds(2));
        change(tx -> List.of(older, newest, newer, Stories.subscriber(other, "adamant"))
                .forEach(tx.subscribers()::save));

        assertThat(search(page, "ADA")).containsExactly(older, newer);
        assertThat(search(page, "")).containsExactly(newest, newer, older);
        assertThat(search(page, "nobody")).isEmpty();
    }

    @Test
    default void takes_wildcards_in_a_search_for_themselves() {
        var page = Stories.opened(store()).id();
        var percent = Stories.subscriber(page, "odd1", "50%off");
        var underscore = Stories.subscriber(page, "odd2", "a_b");
        var exclaiming = Stories.subscriber(page, "odd3", "wow!now");
        change(tx -> List.of(percent, underscore, exclaiming, Stories.subscriber(page, "plain"))
                .forEach(tx.subscribers()::save));

        assertThat(search(page, "%")).containsExactly(percent);
        assertThat(search(page, "_")).containsExactly(underscore);
        assertThat(search(page, "!")).containsExactly(exclaiming);
        assertThat(search(page, "' OR 1=1 --")).isEmpty();
    }

    @Test
    default void erases_a_person_of_one_page_only() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada");
        var namesake = new Subscriber(
                ada.id(),
                other,
                ada.address(),
                ada.standing(),
                ada.choice(),
                ada.language(),
                ada.zone(),
                ada.createdAt());
        change(tx -> List.of(ada, namesake).forEach(tx.subscribers()::save));

        change(tx -> tx.subscribers().erase(page, ada.id()));

        assertThat(found(page, ada.id())).isEmpty();
        assertThat(search(page, "")).isEmpty();
        assertThat(found(other, ada.id())).contains(namesake);
    }

    @Test
    default void who_unsubscribes_while_their_row_is_being_changed_stays_unsubscribed()
            throws InterruptedException, ExecutionException {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada");
        var german = new Language("de");
        change(tx -> tx.subscribers().save(ada));

        changeMeanwhile(
                tx -> tx.subscribers().findByAddress(page, ada.address()).orElseThrow(),
                (tx, seen) -> tx.subscribers().save(seen.choosing(seen.choice(), german, seen.zone())),
                tx -> {
                    var seen = tx.subscribers().find(page, ada.id()).orElseThrow();
                    tx.subscribers().save(seen.standing(new Standing.Left(Stories.NOW, "unsubscribed")));
                });

        var found = found(page, ada.id()).orElseThrow();
        assertThat(found.standing()).isInstanceOf(Standing.Left.class);
        assertThat(found.language()).isEqualTo(german);
    }

    @Test
    default void who_is_erased_while_their_row_is_being_changed_does_not_return()
            throws InterruptedException, ExecutionException {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada");
        change(tx -> tx.subscribers().save(ada));

        changeMeanwhile(
                tx -> tx.subscribers().find(page, ada.id()).orElseThrow(),
                (tx, seen) -> tx.subscribers().save(seen.standing(new Standing.Pending())),
                tx -> tx.subscribers().erase(page, ada.id()));

        assertThat(found(page, ada.id())).isEmpty();
    }

    private Optional<Subscriber> found(PageId page, SubscriberId id) {
        return look(tx -> tx.subscribers().find(page, id));
    }

    private List<Subscriber> search(PageId page, String text) {
        return look(tx -> tx.subscribers()
                .list(page, Selection.of(text), Optional.empty(), 50)
                .subscribers());
    }

    private static Subscriber since(Subscriber one, Instant at) {
        return new Subscriber(
                one.id(), one.page(), one.address(), one.standing(), one.choice(), one.language(), one.zone(), at);
    }
}
