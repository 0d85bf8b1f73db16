package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.incident.IncidentId;
import dev.allclear.operation.Expected;
import dev.allclear.operation.Release;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whoever sends a message counts on so many people, over any store: when they have got lost since, nothing goes out
/// before somebody has looked again.
public interface ListenersContract extends OnIncidentDesk {

    /// None of Stories' incidents is about it.
    Choice ELSEWHERE = new Choice(Set.of(Stories.INVOICES), Set.of(), Set.of(), Set.of(Choice.Kind.values()));

    private void subscribe(PageId page, int count, Choice choice) {
        change(tx -> {
            for (var i = 0; i < count; i++) {
                var one = Stories.subscriber(page, Stories.unique("reader"));
                tx.subscribers().save(one.choosing(choice, one.language(), one.zone()));
            }
        });
    }

    private static Release counting(Expected on) {
        return Release.by(INES).expecting(Optional.of(on));
    }

    @Test
    default void half_of_them_may_go_but_no_more() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        subscribe(page, 5, Choice.EVERYTHING);
        subscribe(page, 3, ELSEWHERE);
        var before = traces(page);

        assertThatExceptionOfType(Refused.AudienceLost.class)
                .isThrownBy(() -> desk.declare(page, Stories.declaration(), counting(Expected.shown(11))))
                .withMessageContaining("Only 5 people would hear of it by mail; 11 when you last saw the number.")
                .withMessageContaining("The page has 8 subscribers.");

        assertThat(traces(page)).isEqualTo(before);
        var declared = desk.declare(page, Stories.declaration(), counting(Expected.shown(10)));
        assertThat(found(page, declared.value().id())).contains(declared);
    }

    @Test
    default void whoever_confirms_the_new_number_may_go_on() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        subscribe(page, 1, Choice.EVERYTHING);

        var declared = desk.declare(page, Stories.declaration(), counting(Expected.known(1)));

        assertThat(declared.value().isOpen()).isTrue();
    }

    @Test
    default void nobody_among_those_who_subscribe_is_refused_until_somebody_says_they_know() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        subscribe(page, 2, ELSEWHERE);

        assertThatExceptionOfType(Refused.AudienceLost.class)
                .isThrownBy(() -> desk.declare(page, Stories.declaration(), counting(Expected.shown(0))))
                .withMessageContaining("Nobody would hear of it by mail. The page has 2 subscribers.");
        var declared = desk.declare(page, Stories.declaration(), counting(Expected.known(0)));

        assertThat(declared.value().isOpen()).isTrue();
    }

    @Test
    default void on_a_page_without_subscribers_nobody_is_missed() {
        var page = Stories.opened(store()).id();

        var declared = desk().incidents().declare(page, Stories.declaration(), counting(Expected.shown(0)));

        assertThat(declared.value().isOpen()).isTrue();
    }

    @Test
    default void every_later_word_is_counted_the_same_way() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        IncidentId id = desk.declare(page, Stories.declaration(), INES).value().id();
        var word = OnIncidentDesk.word("A certificate has expired. We replace it.", Optional.empty());

        assertThatExceptionOfType(Refused.AudienceLost.class)
                .isThrownBy(() -> desk.postUpdate(page, id, word, counting(Expected.shown(3))));

        assertThat(found(page, id).orElseThrow().value().updates()).hasSize(1);
    }
}
