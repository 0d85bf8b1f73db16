package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Partings.Parting;
import dev.allclear.audience.Partings.Reason;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.audience.Tag;
import dev.allclear.language.Language;
import dev.allclear.status.ComponentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store must do with the audience as a whole.
public interface AudienceContract extends OnStore {

    Tag BETA = new Tag("beta");

    @Test
    default void keeps_tags_and_pauses() {
        var page = Stories.opened(store()).id();
        var open = Stories.subscriber(page, "open")
                .tagged(Set.of(BETA, new Tag("key account")))
                .pausing(Optional.of(Pause.OPEN));
        var dated = Stories.subscriber(page, "dated").pausing(Optional.of(Pause.until(Stories.NOW)));

        change(tx -> List.of(open, dated).forEach(tx.subscribers()::save));

        assertThat(all(page, Selection.ALL)).containsExactlyInAnyOrder(open, dated);
        var tags = look(tx -> tx.subscribers().tags(page));
        assertThat(tags).containsExactlyInAnyOrder(BETA, new Tag("key account"));
    }

    @Test
    default void leaves_out_who_pauses_and_takes_them_in_again_afterwards() {
        var page = Stories.opened(store()).id();
        var end = Stories.NOW.plus(Duration.ofDays(1));
        var ada = Stories.subscriber(page, "ada");
        var bela = Stories.subscriber(page, "bela").pausing(Optional.of(Pause.until(end)));
        var cleo = Stories.subscriber(page, "cleo").pausing(Optional.of(Pause.OPEN));
        change(tx -> List.of(ada, bela, cleo).forEach(tx.subscribers()::save));

        var during = look(tx -> tx.subscribers().confirmedAfter(page, Optional.empty(), 10, end.minusMillis(1)));
        assertThat(during).containsExactly(ada);
        var after = look(tx -> tx.subscribers().confirmedAfter(page, Optional.empty(), 10, end));
        assertThat(after).containsExactlyInAnyOrder(ada, bela);

        change(tx -> tx.subscribers().endPauses(end));
        var ended = all(page, Selection.ALL).stream()
                .filter(one -> one.pause().isEmpty())
                .map(Subscriber::id);
        assertThat(ended).containsExactlyInAnyOrder(ada.id(), bela.id());
    }

    @Test
    default void lists_everybody_once_portion_by_portion_whatever_is_asked_for() {
        var page = Stories.opened(store()).id();
        var people = IntStream.range(0, 23)
                .mapToObj(number -> Stories.subscriber(page, "reader" + number)
                        .askedAgain(Stories.NOW.plusSeconds(number / 5))
                        .tagged(number % 3 == 0 ? Set.of(BETA) : Set.of()))
                .toList();
        change(tx -> people.forEach(tx.subscribers()::save));

        for (var which : List.of(
                Selection.ALL,
                Selection.of("reader"),
                Selection.of("@shops"),
                Selection.ALL.with(Selection.State.CONFIRMED))) {
            var listed = new ArrayList<Subscriber>();
            var next = Optional.<String>empty();
            do {
                var after = next;
                var portion = look(tx -> tx.subscribers().list(page, which, after, 5));
                listed.addAll(portion.subscribers());
                next = portion.next();
            } while (next.isPresent());

            assertThat(listed).doesNotHaveDuplicates().hasSize(23).containsAll(people);
            assertThat(all(page, which)).containsExactlyInAnyOrderElementsOf(people);
            var counted = look(tx -> tx.subscribers().count(page, which, 1_000));
            assertThat(counted).isEqualTo(23);
            var cut = look(tx -> tx.subscribers().count(page, which, 10));
            assertThat(cut).isEqualTo(10);
        }
    }

    @Test
    default void finds_people_by_each_thing_that_is_known_of_them() {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada").tagged(Set.of(BETA));
        var bela = Stories.subscriber(page, "bela")
                .choosing(
                        new Choice(Set.of(Stories.API), Set.of(Stories.SHOP), Set.of(), Choice.EVERYTHING.kinds()),
                        new Language("de"),
                        Optional.empty());
        var cleo = Stories.subscriber(page, "cleo").standing(new Standing.Pending());
        var dora = Stories.subscriber(page, "dora").pausing(Optional.of(Pause.OPEN));
        var eve = new Subscriber(
                new SubscriberId(Stories.unique("eve")),
                page,
                new EmailAddress("eve@acme.example"),
                new Standing.Left(Stories.NOW, "enough"),
                Choice.EVERYTHING,
                Language.ENGLISH,
                Optional.empty(),
                Stories.NOW);
        change(tx -> List.of(ada, bela, cleo, dora, eve).forEach(tx.subscribers()::save));

        assertThat(all(page, Selection.of("BEL"))).containsExactly(bela);
        assertThat(all(page, Selection.of("@acme"))).containsExactly(eve);
        assertThat(all(page, Selection.of("ada@shops.example"))).containsExactly(ada);
        assertThat(all(page, Selection.ALL.with(Selection.State.CONFIRMED))).containsExactlyInAnyOrder(ada, bela);
        assertThat(all(page, Selection.ALL.with(Selection.State.PENDING))).containsExactly(cleo);
        assertThat(all(page, Selection.ALL.with(Selection.State.PAUSED))).containsExactly(dora);
        assertThat(all(page, Selection.ALL.with(Selection.State.LEFT))).containsExactly(eve);
        assertThat(all(page, which(Optional.of(BETA), Optional.empty(), Optional.empty())))
                .containsExactly(ada);
        assertThat(all(page, which(Optional.of(new Tag("bet")), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(all(page, which(Optional.empty(), Optional.of(Stories.API), Optional.empty())))
                .containsExactly(bela);
        assertThat(all(page, which(Optional.empty(), Optional.empty(), Optional.of(new Language("de")))))
                .containsExactly(bela);
        assertThat(all(page, Selection.ALL.among(Set.of(bela.choice())))).containsExactly(bela);
        assertThat(all(page, Selection.ALL.among(Set.of()))).isEmpty();
        var choices = look(tx -> tx.subscribers().choices(page));
        assertThat(choices).containsOnlyKeys(bela.choice()).containsValue(1L);
    }

    private static Selection which(Optional<Tag> tag, Optional<ComponentId> component, Optional<Language> language) {
        return new Selection("", Optional.empty(), tag, component, Optional.empty(), language, Optional.empty());
    }

    @Test
    default void adds_many_at_once_and_overwrites_nobody() {
        var page = Stories.opened(store()).id();
        var ada = Stories.subscriber(page, "ada");
        var again = Stories.subscriber(page, "ada").standing(new Standing.Pending());
        var bela = Stories.subscriber(page, "bela");
        change(tx -> tx.subscribers().save(ada));

        change(tx -> tx.subscribers().addMissing(List.of(again, bela)));
        var left = bela.standing(new Standing.Left(Stories.NOW, "enough"));
        change(tx -> tx.subscribers().replace(List.of(left)));

        assertThat(all(page, Selection.ALL)).containsExactlyInAnyOrder(ada, left);
        var stranger = new EmailAddress("nobody@shops.example");
        var among = look(tx -> tx.subscribers().among(page, List.of(ada.address(), stranger)));
        assertThat(among).containsOnlyKeys(ada.address().key()).containsValue(ada);
    }

    @Test
    default void remembers_how_it_parted_until_they_come_back() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        change(tx -> tx.partings().note(page, List.of(new Parting("seal", Reason.SILENT, Stories.NOW))));
        change(tx -> tx.partings().note(page, List.of(new Parting("seal", Reason.ERASED, Stories.NOW))));

        var known = look(tx -> tx.partings().among(page, List.of("seal", "unknown")));
        assertThat(known.values()).containsExactly(new Parting("seal", Reason.ERASED, Stories.NOW));
        var elsewhere = look(tx -> tx.partings().among(other, List.of("seal")));
        assertThat(elsewhere).isEmpty();

        change(tx -> tx.partings().forget(page, "seal"));
        var forgotten = look(tx -> tx.partings().among(page, List.of("seal")));
        assertThat(forgotten).isEmpty();
    }

    private List<Subscriber> all(PageId page, Selection which) {
        return look(tx -> tx.subscribers().each(page, which, Optional.empty(), 1_000));
    }
}
