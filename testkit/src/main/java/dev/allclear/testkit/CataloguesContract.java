package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Cause;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store must do with catalogues.
public interface CataloguesContract extends OnStore {

    @Test
    default void begins_with_an_empty_catalogue() {
        var page = Stories.page();
        change(tx -> tx.pages().add(page));

        assertThat(catalogue(page.id())).isEqualTo(new Stored<>(Catalogue.EMPTY, 1));
    }

    @Test
    default void keeps_a_catalogue_as_it_is() {
        var page = Stories.opened(store()).id();

        assertThat(catalogue(page)).isEqualTo(new Stored<>(Stories.catalogue(), 2));
    }

    @Test
    default void knows_no_catalogue_of_a_page_that_is_not_there() {
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> look(tx -> tx.catalogues().of(new PageId("nowhere"))));
    }

    @Test
    default void refuses_to_overwrite_a_catalogue_that_it_has_not_seen() {
        var page = Stories.opened(store()).id();

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.catalogues().save(page, Catalogue.EMPTY, 1)));

        assertThat(catalogue(page).value()).isEqualTo(Stories.catalogue());
    }

    @Test
    default void adds_changes_and_removes_what_differs() {
        var page = Stories.opened(store()).id();
        var before = Stories.catalogue();
        // The outer group goes and the inner one moves into a new one; a region goes, another is renamed.
        var outer = new GroupId("backstage");
        var next = new Catalogue(
                List.of(
                        new Group(outer, Optional.empty(), "Backstage", "", 0, Stories.NOW, Stories.NOW),
                        new Group(Stories.PAYING, Optional.of(outer), "Paying", "Money", 1, Stories.NOW, Stories.NOW)),
                List.of(
                        before.component(Stories.INVOICES).orElseThrow(),
                        retired(Stories.component(Stories.CHECKOUT, Optional.of(outer), "Till", List.of(), 4)),
                        Stories.component(Stories.API, Optional.empty(), "API", List.of(Stories.AMERICA), 0)),
                List.of(new Region(Stories.AMERICA, "The Americas", 0)));

        change(tx -> tx.catalogues().save(page, next, 2));

        assertThat(catalogue(page)).isEqualTo(new Stored<>(next, 3));
    }

    @Test
    default void empties_a_catalogue_and_fills_it_again() {
        var page = Stories.opened(store()).id();

        change(tx -> tx.catalogues().save(page, Catalogue.EMPTY, 2));
        assertThat(catalogue(page).value()).isEqualTo(Catalogue.EMPTY);

        change(tx -> tx.catalogues().save(page, Stories.catalogue(), 3));
        assertThat(catalogue(page).value()).isEqualTo(Stories.catalogue());
    }

    @Test
    default void refuses_to_remove_what_the_history_names() {
        var page = Stories.opened(store()).id();
        var before = Stories.catalogue();
        change(tx -> tx.incidents().add(Stories.openIncident(page)));
        change(tx -> tx.maintenances().add(Stories.maintenance(page)));

        for (var named : List.of(Stories.CHECKOUT, Stories.API, Stories.INVOICES)) {
            var without = new Catalogue(
                    before.groups(),
                    before.components().stream()
                            .filter(one -> !one.id().equals(named))
                            .toList(),
                    before.regions());
            assertThatExceptionOfType(Refused.Conflict.class)
                    .isThrownBy(() -> change(tx -> tx.catalogues().save(page, without, 2)))
                    .withMessageContaining("history");
        }
        assertThat(catalogue(page)).isEqualTo(new Stored<>(before, 2));
    }

    @Test
    default void refuses_to_remove_a_region_that_the_history_names() {
        var page = Stories.opened(store()).id();
        var before = Stories.catalogue();
        change(tx -> tx.incidents().add(Stories.openIncident(page)));
        var next = new Catalogue(
                before.groups(),
                before.components().stream()
                        .map(one -> Stories.component(one.id(), one.group(), one.name(), List.of(), one.position()))
                        .toList(),
                List.of());

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> change(tx -> tx.catalogues().save(page, next, 2)))
                .withMessageContaining("Europe");
    }

    @Test
    default void forgets_a_component_with_the_states_that_were_set_by_hand() {
        var page = Stories.opened(store()).id();
        var slow =
                new StateChange(Area.whole(Stories.STOREFRONT), Cause.BY_HAND, State.DEGRADED_PERFORMANCE, Stories.NOW);
        change(tx -> tx.states().add(page, List.of(slow)));

        change(tx -> tx.catalogues().save(page, Catalogue.EMPTY, 2));

        var states = look(tx -> tx.states().since(page, Stories.NOW));
        assertThat(states).isEmpty();
    }

    @Test
    default void keeps_the_catalogue_of_each_page_to_itself() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();

        change(tx -> tx.catalogues().save(page, Catalogue.EMPTY, 2));

        assertThat(catalogue(other)).isEqualTo(new Stored<>(Stories.catalogue(), 2));
    }

    private Stored<Catalogue> catalogue(PageId page) {
        return look(tx -> tx.catalogues().of(page));
    }

    private static Component retired(Component one) {
        return new Component(
                one.id(),
                one.group(),
                one.name(),
                one.description(),
                one.position(),
                one.regions(),
                one.startDate(),
                false,
                true,
                one.createdAt(),
                one.updatedAt());
    }
}
