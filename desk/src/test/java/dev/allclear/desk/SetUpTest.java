package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.page.Page;
import dev.allclear.people.Role;
import dev.allclear.testkit.Stories;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetUpTest {

    private static final Map<String, String> FORM = Map.of(
            "pageName", "Fernhill & Söhne",
            "zone", "Europe/Berlin",
            "name", "Ada",
            "email", "ada@fernhill.example",
            "password", "green hills far away");

    private DeskServer server;

    @BeforeEach
    void start() {
        server = DeskServer.startEmpty();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Page page() {
        return server.store.reading(tx -> tx.pages().all().getFirst().value());
    }

    @Test
    void the_first_person_makes_the_page_and_owns_it() {
        var secret = server.doors.accounts().openSetUp().orElseThrow();

        var reply = server.postForm("/desk/set-up/" + secret, FORM);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("/desk");
        assertThat(page().slug()).isEqualTo("fernhill-sohne");
        assertThat(page().name()).isEqualTo("Fernhill & Söhne");
        assertThat(server.get("/desk", "Cookie", reply.cookie()).body()).startsWith("Ada");
        var owner = server.doors.accounts().people(page().id()).getFirst();
        assertThat(owner.roles()).containsEntry(page().id(), Role.OWNER);
        assertThat(owner.passwordHash().orElseThrow()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_the_link_stays_good() {
        var secret = server.doors.accounts().openSetUp().orElseThrow();
        var wrong = new HashMap<>(FORM);
        wrong.putAll(Map.of("pageName", " ", "zone", "Mars", "email", "ada@", "name", ""));

        var reply = server.postForm("/desk/set-up/" + secret, wrong);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("field=pageName", "field=zone", "field=email", "field=name");
        assertThat(server.postForm("/desk/set-up/" + secret, FORM).status()).isEqualTo(303);
    }

    @Test
    void nobody_sets_up_twice() {
        var first = server.doors.accounts().openSetUp().orElseThrow();
        var second = server.doors.accounts().openSetUp().orElseThrow();
        server.postForm("/desk/set-up/" + first, FORM);

        assertThat(server.postForm("/desk/set-up/" + first, FORM).status()).isEqualTo(404);
        assertThat(server.postForm("/desk/set-up/" + second, FORM).status()).isEqualTo(409);
        assertThat(server.postForm("/desk/set-up/" + server.entropy.secret(), FORM)
                        .status())
                .isEqualTo(404);
        assertThat(server.doors.accounts().openSetUp()).isEmpty();
    }

    @Test
    void pages_that_were_imported_get_their_owner() {
        var imported = Stories.opened(server.store);
        var secret = server.doors.accounts().openSetUp().orElseThrow();

        server.postForm(
                "/desk/set-up/" + secret,
                Map.of("name", "Ada", "email", "ada@fernhill.example", "password", "green hills far away"));

        assertThat(server.doors.accounts().needsPage()).isFalse();
        assertThat(page()).isEqualTo(imported);
        assertThat(server.doors.accounts().people(imported.id())).hasSize(1);
    }

    @Test
    void before_that_there_is_nothing_to_see() {
        assertThat(server.get("/desk").status()).isEqualTo(303);
        assertThat(server.get("/api/v1/page").status()).isEqualTo(401);
        assertThat(server.get("/subscribe").status()).isEqualTo(404);
    }
}
