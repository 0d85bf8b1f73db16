package dev.allclear.desk.console.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.entrance.House;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.State;
import dev.allclear.testkit.Stories;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Catalogue catalogue(Page page) {
        return house.doors.catalogue().look(page.id()).value();
    }

    private State now(Page page, Area area) {
        return Sight.of(house.store, page.id(), Stories.NOW).board().of(area);
    }

    @Test
    void a_component_is_added_changed_and_taken_off_the_page() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        publisher.post(
                "/desk/components/new",
                Map.of(
                        "name",
                        "Search <i>",
                        "group",
                        "shop",
                        "region",
                        List.of("europe", "america"),
                        "startDate",
                        "2025-02-03",
                        "showUptime",
                        "yes"));

        var added = catalogue(page).components().stream()
                .filter(one -> one.name().equals("Search <i>"))
                .findFirst()
                .orElseThrow();
        assertThat(added.group()).contains(Stories.SHOP);
        assertThat(added.regions()).containsExactly(Stories.EUROPE, Stories.AMERICA);
        assertThat(added.showUptime()).isTrue();
        var path = "/desk/components/" + added.id().value();
        assertThat(publisher.get(path).body())
                .contains("value=\"Search &lt;i>\"")
                .doesNotContain("Search <i>");

        var version = publisher.get(path).between("name=\"version\" value=\"", "\"");
        var changes = Map.of("name", "Search", "group", "", "startDate", "2025-02-03", "version", version);
        assertThat(publisher.post(path, changes).status()).isEqualTo(303);
        assertThat(catalogue(page).component(added.id()).map(Component::name)).contains("Search");
        assertThat(publisher.post(path, changes).status())
                .as("the same version again")
                .isEqualTo(409);

        publisher.post(path + "/retirement", Map.of());
        assertThat(catalogue(page).active()).noneMatch(one -> one.id().equals(added.id()));
        publisher.post(path + "/return", Map.of());
        assertThat(catalogue(page).active()).anyMatch(one -> one.id().equals(added.id()));
    }

    @Test
    void a_refused_form_keeps_what_was_typed() {
        var publisher = house.person(house.page(), Role.PUBLISHER);

        var refused = publisher.post(
                "/desk/components/new",
                Map.of(
                        "name",
                        " ",
                        "description",
                        "Words\nand more",
                        "group",
                        "paying",
                        "region",
                        "america",
                        "startDate",
                        "soon"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"name-error\"", "id=\"startDate-error\"", "Words\nand more", "value=\"soon\"")
                .contains("<option value=\"paying\" selected>", "value=\"america\" checked");
    }

    @Test
    void a_state_set_by_hand_holds_in_its_region_alone() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        publisher.post(
                "/desk/components/api/state", Map.of("state-europe", "major_outage", "state-america", "operational"));

        assertThat(now(page, Area.in(Stories.API, Stories.EUROPE))).isEqualTo(State.MAJOR_OUTAGE);
        assertThat(now(page, Area.in(Stories.API, Stories.AMERICA))).isEqualTo(State.OPERATIONAL);
        assertThat(publisher.get("/desk/components/api").body())
                .contains("name=\"state-europe\" value=\"major_outage\" checked");
    }

    @Test
    void what_is_in_a_group_moves_up_when_the_group_goes() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        assertThat(publisher.get("/desk/groups/paying").body()).contains("moves up to Shop");

        publisher.post("/desk/groups/paying/removal", Map.of());

        assertThat(catalogue(page).group(Stories.PAYING)).isEmpty();
        assertThat(catalogue(page).component(Stories.INVOICES).orElseThrow().group())
                .contains(Stories.SHOP);
        publisher.post("/desk/groups/shop/removal", Map.of());
        assertThat(catalogue(page).groups()).isEmpty();
        assertThat(catalogue(page).active()).hasSize(4);
    }

    @Test
    void a_group_never_stands_in_itself() {
        var publisher = house.person(house.page(), Role.PUBLISHER);
        assertThat(publisher.get("/desk/groups/shop").body()).doesNotContain("<option value=\"paying\"");

        var refused = publisher.post("/desk/groups/shop", Map.of("name", "Shop", "parent", "paying"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"parent-error\"");
    }

    @Test
    void neighbours_change_places() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        publisher.post("/desk/components/checkout/move", Map.of("up", "yes"));
        publisher.post("/desk/regions/europe/move", Map.of("down", "yes"));

        assertThat(catalogue(page).componentsIn(Optional.of(Stories.SHOP)))
                .extracting(Component::name)
                .containsExactly("Checkout", "Storefront");
        assertThat(catalogue(page).regions())
                .extracting(region -> region.name())
                .containsExactly("America", "Europe");
    }

    @Test
    void regions_come_and_go_but_not_while_something_runs_there() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        publisher.post("/desk/regions", Map.of("name", "Asia"));
        var asia = catalogue(page).regions().getLast();
        publisher.post("/desk/regions/" + asia.id().value(), Map.of("name", "Asia-Pacific"));

        assertThat(publisher.get("/desk/components").body()).contains("Asia-Pacific");
        assertThat(publisher.post("/desk/regions", Map.of("name", "")).body()).contains("id=\"name-error\"");
        assertThat(publisher.post("/desk/regions/europe/removal", Map.of()).status())
                .isEqualTo(409);
        publisher.post("/desk/regions/" + asia.id().value() + "/removal", Map.of());
        assertThat(catalogue(page).regions()).hasSize(2);
    }

    @Test
    void viewers_and_drafters_look_and_do_not_touch() {
        var page = house.page();
        for (var role : new Role[] {Role.VIEWER, Role.DRAFTER}) {
            var person = house.person(page, role);

            assertThat(person.get("/desk/components").body())
                    .contains("Storefront")
                    .doesNotContain("Add a component");
            assertThat(person.get("/desk/components/api").status()).isEqualTo(403);
            assertThat(person.post("/desk/components/api/state", Map.of("state-europe", "unknown"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(house.person(page, Role.PUBLISHER)
                        .postWithoutToken("/desk/groups/shop/removal", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(catalogue(page)).isEqualTo(Stories.catalogue());
    }
}
