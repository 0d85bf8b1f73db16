package dev.allclear.status;

import static dev.allclear.status.Shop.AMERICA;
import static dev.allclear.status.Shop.CATALOGUE;
import static dev.allclear.status.Shop.CHECKOUT;
import static dev.allclear.status.Shop.SEARCH;
import static dev.allclear.status.Shop.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CatalogueTest {

    @Test
    void groups_hold_groups_and_know_all_components_inside() {
        assertThat(CATALOGUE.allWithin(STORE).map(Component::id)).containsExactlyInAnyOrder(CHECKOUT, SEARCH);
        assertThat(CATALOGUE.pathTo(CATALOGUE.component(CHECKOUT).orElseThrow()).stream()
                        .map(Group::id))
                .containsExactly(STORE, Shop.PAYING);
    }

    @Test
    void a_group_can_not_stand_inside_itself() {
        var one = new GroupId("one");
        var two = new GroupId("two");

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> new Catalogue(
                        List.of(Shop.group(one, Optional.of(two), 0), Shop.group(two, Optional.of(one), 0)),
                        List.of(),
                        List.of()))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("parent"));
    }

    @Test
    void a_component_needs_a_group_that_exists() {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> new Catalogue(
                        List.of(), List.of(Shop.component(SEARCH, Optional.of(STORE), List.of())), List.of()));
    }

    @Test
    void two_neighbours_never_get_one_name() {
        var one = new Region(new RegionId("one"), "Europe", 0);
        var two = new Region(new RegionId("two"), "europe", 1);
        var before = new Catalogue(List.of(), List.of(), List.of(one));
        var after = new Catalogue(List.of(), List.of(), List.of(one, two));

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> after.mustAddNoTwin(before))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("name"));
        // Imported twins may stay: changing something else is not refused.
        after.mustAddNoTwin(after);
        CATALOGUE.mustAddNoTwin(Catalogue.EMPTY);
    }

    @Test
    void an_area_in_a_region_where_the_component_does_not_run_is_refused() {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> CATALOGUE.mustHold("areas", List.of(Area.in(SEARCH, AMERICA))))
                .withMessage("Component search does not run in that region.");
    }
}
