package dev.allclear.desk.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.entrance.House;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static final String PASSWORD = "a row of quiet lanterns";

    @Test
    void somebody_invited_chooses_a_password_and_is_in() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);

        var invited = owner.post(
                "/desk/people", Map.of("name", "Tom <b>Reyes", "email", "tom@fernhill.example", "role", "drafter"));
        var link = invited.between("<code id=\"link\">", "</code>").replaceFirst("^https?://[^/]+", "");
        var chosen = house.post(link, Map.of("password", PASSWORD));

        assertThat(invited.status()).isEqualTo(200);
        assertThat(invited.body()).contains("Tom &lt;b&gt;Reyes").doesNotContain("Tom <b>");
        assertThat(house.get(link).status()).isEqualTo(404);
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(house.get("/desk/journal", "Cookie", chosen.cookie()).body()).contains("invited somebody");
        assertThat(house.get("/desk/people", "Cookie", chosen.cookie()).status())
                .isEqualTo(403);
        assertThat(owner.get("/desk/people").body()).doesNotContain(link);
    }

    @Test
    void somebody_of_another_page_joins_with_the_password_they_have() {
        var first = house.page();
        var second = house.page();
        var fields = Map.of("name", "Tom", "email", "tom@fernhill.example", "role", "publisher");
        var link = house.person(first, Role.OWNER)
                .post("/p/" + first.slug() + "/desk/people", fields)
                .between("<code id=\"link\">", "</code>")
                .replaceFirst("^https?://[^/]+", "");
        house.post(link, Map.of("password", PASSWORD));

        var invited = house.person(second, Role.OWNER).post("/p/" + second.slug() + "/desk/people", fields);
        // The page has a host of its own, by which we don't ask here.
        var join = "/p/" + second.slug()
                + invited.between("<code id=\"link\">", "</code>").replaceFirst("^.*/desk/", "/desk/");

        assertThat(everybody(second)).doesNotContain("tom@fernhill.example");
        assertThat(house.get(join).body()).contains("tom@fernhill.example", "invited as publisher");
        assertThat(house.post(join, Map.of("password", "not the password")).status())
                .isEqualTo(422);
        var joined = house.post(join, Map.of("password", PASSWORD));
        assertThat(joined.status()).isEqualTo(303);
        assertThat(house.get("/p/" + second.slug() + "/desk/subscribers", "Cookie", joined.cookie())
                        .status())
                .isEqualTo(200);
        assertThat(house.get(join).status()).isEqualTo(404);
    }

    @Test
    void a_password_that_will_not_do_leaves_the_link_good() {
        var owner = house.person(house.page(), Role.OWNER);
        var link = owner.post("/desk/people", Map.of("name", "Tom", "email", "tom@fernhill.example", "role", "viewer"))
                .between("<code id=\"link\">", "</code>")
                .replaceFirst("^https?://[^/]+", "");

        var refused = house.post(link, Map.of("password", "short"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"password-error\"", "at least 12")
                .doesNotContain("value=\"short\"");
        assertThat(house.post(link, Map.of("password", PASSWORD)).status()).isEqualTo(303);
    }

    @Test
    void a_refused_invitation_keeps_what_was_typed() {
        var owner = house.person(house.page(), Role.OWNER);

        var refused = owner.post("/desk/people", Map.of("name", "Tom", "email", "tom", "role", "publisher"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"Tom\"", "value=\"tom\"", "id=\"email-error\"", "value=\"publisher\" checked");
    }

    @Test
    void roles_change_at_once_but_never_the_last_owner() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);
        var viewer = house.person(page, Role.VIEWER);
        var path = "/desk/people/" + viewer.account().id().value();

        owner.post(path, Map.of("role", "publisher"));
        assertThat(viewer.get("/desk/subscribers").status()).isEqualTo(200);
        owner.post(path + "/removal", Map.of());
        assertThat(viewer.get("/desk/journal").status()).isNotEqualTo(200);

        var self = "/desk/people/" + owner.account().id().value();
        assertThat(owner.post(self, Map.of("role", "viewer")).body()).contains("last owner");
        assertThat(owner.post(self + "/removal", Map.of()).status()).isEqualTo(422);
        assertThat(owner.get(self).status()).isEqualTo(200);
    }

    @Test
    void everybody_finds_their_own_account() {
        var viewer = house.person(house.page(), Role.VIEWER);

        assertThat(viewer.get("/desk/journal").body()).contains("href=\"/desk/account\"");
        assertThat(viewer.get("/desk/account").status()).isEqualTo(200);
    }

    @Test
    void only_owners_come_here_and_only_with_their_own_form() {
        var page = house.page();
        var fields = Map.of("name", "Eve", "email", "eve@evil.example", "role", "owner");
        for (var role : new Role[] {Role.VIEWER, Role.DRAFTER, Role.PUBLISHER}) {
            var person = house.person(page, role);
            assertThat(person.get("/desk/people").status()).isEqualTo(403);
            assertThat(person.post("/desk/people", fields).status()).isEqualTo(403);
        }

        assertThat(house.person(page, Role.OWNER)
                        .postWithoutToken("/desk/people", fields)
                        .status())
                .isEqualTo(403);
        assertThat(everybody(page)).doesNotContain("eve@evil.example");
    }

    private String everybody(Page page) {
        return house.doors.accounts().people(page.id()).toString();
    }
}
