package dev.allclear.audience;

import static dev.allclear.status.Shop.AMERICA;
import static dev.allclear.status.Shop.CATALOGUE;
import static dev.allclear.status.Shop.CHECKOUT;
import static dev.allclear.status.Shop.EUROPE;
import static dev.allclear.status.Shop.SEARCH;
import static dev.allclear.status.Shop.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Choice.Kind;
import dev.allclear.status.Area;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChoiceTest {

    private static final List<Area> CHECKOUT_IN_EUROPE = List.of(Area.in(CHECKOUT, EUROPE));

    @Test
    void who_wants_everything_hears_everything() {
        assertThat(Choice.EVERYTHING.wants(Kind.MAINTENANCE, CHECKOUT_IN_EUROPE, CATALOGUE))
                .isTrue();
    }

    @Test
    void a_kind_that_was_not_chosen_is_not_heard() {
        var incidentsOnly = new Choice(Set.of(), Set.of(), Set.of(), Set.of(Kind.INCIDENTS));

        assertThat(incidentsOnly.wants(Kind.MAINTENANCE, CHECKOUT_IN_EUROPE, CATALOGUE))
                .isFalse();
    }

    @Test
    void a_chosen_group_stands_for_everything_inside_at_any_depth() {
        var store = new Choice(Set.of(), Set.of(STORE), Set.of(), Set.of(Kind.INCIDENTS));

        assertThat(store.wants(Kind.INCIDENTS, CHECKOUT_IN_EUROPE, CATALOGUE)).isTrue();
    }

    @Test
    void another_component_is_not_heard_of() {
        var search = new Choice(Set.of(SEARCH), Set.of(), Set.of(), Set.of(Kind.INCIDENTS));

        assertThat(search.wants(Kind.INCIDENTS, CHECKOUT_IN_EUROPE, CATALOGUE)).isFalse();
    }

    @Test
    void a_region_narrows_down_but_an_outage_of_the_whole_component_reaches_every_region() {
        var america = new Choice(Set.of(), Set.of(), Set.of(AMERICA), Set.of(Kind.INCIDENTS));

        assertThat(america.wants(Kind.INCIDENTS, CHECKOUT_IN_EUROPE, CATALOGUE)).isFalse();
        assertThat(america.wants(Kind.INCIDENTS, List.of(Area.whole(CHECKOUT)), CATALOGUE))
                .isTrue();
        assertThat(america.wants(Kind.INCIDENTS, List.of(Area.whole(SEARCH)), CATALOGUE))
                .isTrue();
    }

    @Test
    void news_about_nothing_in_particular_concerns_all() {
        var search = new Choice(Set.of(SEARCH), Set.of(), Set.of(), Set.of(Kind.INCIDENTS));

        assertThat(search.wants(Kind.INCIDENTS, List.of(), CATALOGUE)).isTrue();
    }
}
