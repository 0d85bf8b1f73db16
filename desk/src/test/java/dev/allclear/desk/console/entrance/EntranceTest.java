package dev.allclear.desk.console.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntranceTest {

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
    private static final Map<String, String> WISHES = Map.of(
            "pageName",
            "Fernhill",
            "zone",
            "Europe/Berlin",
            "name",
            "Ines",
            "email",
            "ines@fernhill.example",
            "password",
            PASSWORD);

    private String setUpLink() {
        return "/desk/set-up/" + house.doors.accounts().openSetUp().orElseThrow();
    }

    @Test
    void a_new_installation_is_set_up_by_its_link_and_its_owner_signs_in() {
        var link = setUpLink();
        assertThat(house.get("/desk/sign-in").body())
                .contains("Nothing is set up yet")
                .doesNotContain("<form");
        assertThat(house.get(link).body()).contains("name=\"pageName\"", "Europe/Berlin", "data-zone");

        var setUp = house.post(link, WISHES);
        var signedIn = house.post("/desk/sign-in", Map.of("email", "Ines@fernhill.example", "password", PASSWORD));

        assertThat(setUp.status()).isEqualTo(303);
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/desk");
        assertThat(house.get("/desk/people", "Cookie", signedIn.cookie()).body())
                .contains("ines@fernhill.example");
        assertThat(house.get(link).status()).isEqualTo(404);
        assertThat(house.get(link).body()).contains("opens nothing any more");
    }

    @Test
    void a_refused_set_up_keeps_what_was_typed_but_no_password() {
        var link = setUpLink();
        var wrong = new HashMap<>(WISHES);
        wrong.put("email", "ines at fernhill");
        wrong.put("pageName", "Fern<hill>");

        var refused = house.post(link, wrong);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "value=\"Fern&lt;hill>\"",
                        "value=\"ines at fernhill\"",
                        "id=\"email-error\"",
                        "aria-invalid=\"true\"")
                .contains("<option value=\"Europe/Berlin\" selected>")
                .doesNotContain(PASSWORD);
        assertThat(house.post(link, WISHES).status()).isEqualTo(303);
    }

    @Test
    void who_mistypes_a_password_keeps_the_address_and_the_way_on() {
        house.post(setUpLink(), WISHES);
        var next = "/desk/journal";

        var refused = house.post(
                "/desk/sign-in", Map.of("email", "ines@fernhill.example", "password", "wrong", "next", next));
        var right = house.post(
                "/desk/sign-in", Map.of("email", "ines@fernhill.example", "password", PASSWORD, "next", next));
        var elsewhere = house.post(
                "/desk/sign-in",
                Map.of("email", "ines@fernhill.example", "password", PASSWORD, "next", "https://evil.example/"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .contains("value=\"ines@fernhill.example\"", "value=\"/desk/journal\"", "role=\"alert\"");
        assertThat(right.header("Location")).isEqualTo(next);
        assertThat(elsewhere.header("Location")).isEqualTo("/desk");
    }

    @Test
    void looking_at_a_link_does_not_use_it_up() {
        house.post(setUpLink(), WISHES);
        var owner = house.store.reading(tx -> tx.accounts().all()).getFirst();
        var link = "/desk/sign-in/" + house.doors.sessions().signInLink(owner.id());

        assertThat(house.get(link).body()).contains("Sign in with this link");
        assertThat(house.get(link).status()).isEqualTo(200);

        assertThat(house.post(link, Map.of()).status()).isEqualTo(303);
        assertThat(house.post(link, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void who_signs_out_is_out() {
        var person = house.person(house.page(), Role.VIEWER);
        assertThat(person.get("/desk/journal").status()).isEqualTo(200);

        assertThat(person.post("/desk/sign-out", Map.of()).status()).isEqualTo(303);

        assertThat(person.get("/desk/journal").header("Location")).isEqualTo("/desk/sign-in?next=%2Fdesk%2Fjournal");
    }
}
