package dev.allclear.desk.console.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.entrance.House;
import dev.allclear.people.Role;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.testkit.Stories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void says_who_did_what_and_that_the_chain_is_whole() {
        var page = house.page();
        var viewer = house.person(page, Role.VIEWER);
        house.doors.catalogue().set(page.id(), Area.whole(Stories.CHECKOUT), State.UNKNOWN, House.TESTER);

        var journal = viewer.get("/desk/journal");

        assertThat(journal.body()).contains("Tester", "set a state by hand", "The chain is whole.", "1 entry");
    }

    @Test
    void is_turned_page_by_page_and_shows_hostile_names_as_text() {
        var page = house.page();
        house.store.inTransaction(tx -> {
            for (var i = 1; i <= 120; i++) {
                tx.journal().append(page.id(), Stories.NOW, "<img src=x>", "something.new", "", "step " + i + ".");
            }
            return page;
        });
        var viewer = house.person(page, Role.VIEWER);

        assertThat(viewer.get("/desk/journal").body())
                .contains("&lt;img src=x", "something.new", "step 120.", "71 to 120 of 120", "before=71")
                .doesNotContain("<img", "step 70.");
        assertThat(viewer.get("/desk/journal?before=71").body())
                .contains("step 70.")
                .doesNotContain("step 71.");
        assertThat(viewer.get("/desk/journal?before=x").status()).isEqualTo(200);
    }

    @Test
    void is_for_those_who_work_here() {
        var page = house.page();
        var elsewhere = house.person(house.page(), Role.OWNER);

        assertThat(house.get("/desk/journal").status()).isEqualTo(303);
        assertThat(elsewhere.get("/p/" + page.slug() + "/desk/journal").status())
                .isEqualTo(403);
    }
}
