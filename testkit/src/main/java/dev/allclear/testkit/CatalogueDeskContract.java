package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.operation.CatalogueDesk;
import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the front door for components and their states does over any store.
public interface CatalogueDeskContract extends OnDesk {

    private CatalogueDesk catalogueDesk(SettableClock clock) {
        return new CatalogueDesk(store(), clock);
    }

    @Test
    default void changes_the_catalogue_and_journals_it_in_one_commit() {
        var page = Stories.opened(store()).id();
        var desk = catalogueDesk(new SettableClock(Stories.NOW));

        var changed = add(desk, page, Optional.of(2L), "Search");

        assertThat(desk.look(page)).isEqualTo(changed);
        assertThat(changed.version()).isEqualTo(3);
        assertThat(changed.value().components()).hasSize(5);
        assertThat(traces(page)).isEqualTo(new Traces(List.of("component.added"), List.of(), List.of(), 1));
    }

    @Test
    default void leaves_the_catalogue_as_it_is_when_it_refuses() {
        var page = Stories.opened(store()).id();
        var desk = catalogueDesk(new SettableClock(Stories.NOW));
        add(desk, page, Optional.of(2L), "Search");
        var before = traces(page);

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> add(desk, page, Optional.of(2L), "Reports"));
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> desk.change(
                        page,
                        Optional.empty(),
                        "group.removed",
                        "shop",
                        "",
                        INES,
                        catalogue -> new Catalogue(List.of(), catalogue.components(), catalogue.regions())));

        assertThat(traces(page)).isEqualTo(before);
        assertThat(desk.look(page).version()).isEqualTo(3);
    }

    @Test
    default void sets_a_state_by_hand_beside_what_incidents_say() {
        var page = Stories.opened(store()).id();
        var clock = new SettableClock(Stories.NOW);
        var desk = catalogueDesk(clock);
        change(tx -> {
            var incident = Stories.openIncident(page);
            tx.incidents().add(incident);
            tx.states().add(page, incident.stateChanges());
        });

        desk.set(page, Area.whole(Stories.STOREFRONT), State.DEGRADED_PERFORMANCE, INES);
        clock.advance(Duration.ofMinutes(1));
        desk.set(page, Area.whole(Stories.CHECKOUT), State.OPERATIONAL, INES);

        var board = Board.at(Stories.catalogue(), traces(page).states(), clock.instant());
        assertThat(board.of(Area.whole(Stories.STOREFRONT))).isEqualTo(State.DEGRADED_PERFORMANCE);
        assertThat(board.of(Area.whole(Stories.CHECKOUT))).isEqualTo(State.MAJOR_OUTAGE);
        assertThat(board.of(Area.in(Stories.API, Stories.AMERICA))).isEqualTo(State.OPERATIONAL);
        assertThat(traces(page).journal()).containsExactly("component.state", "component.state");
    }

    @Test
    default void sets_no_state_of_what_is_not_there() {
        var page = Stories.opened(store()).id();
        var desk = catalogueDesk(new SettableClock(Stories.NOW));

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> desk.set(page, Area.whole(new ComponentId("unknown")), State.UNKNOWN, INES));

        assertThat(traces(page)).isEqualTo(new Traces(List.of(), List.of(), List.of(), 0));
    }

    private static Stored<Catalogue> add(CatalogueDesk desk, PageId page, Optional<Long> seen, String name) {
        return desk.change(page, seen, "component.added", name, "", INES, catalogue -> {
            var components = new ArrayList<Component>(catalogue.components());
            components.add(Stories.component(
                    new ComponentId(Stories.unique("component")), Optional.of(Stories.SHOP), name, List.of(), 9));
            return new Catalogue(catalogue.groups(), components, catalogue.regions());
        });
    }
}
