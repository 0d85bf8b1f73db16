package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuppressionApiTest {

    private DeskServer server;
    private String key;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        key = server.key(server.page, Role.PUBLISHER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply api(String method, String path, String body) {
        return server.api(key, method, path, body);
    }

    private int listed(String query) {
        return api("GET", "/suppressions" + query, null)
                .json()
                .get("suppressions")
                .size();
    }

    @Test
    void an_address_is_suppressed_found_and_released_with_a_reason() {
        var added = api("POST", "/suppressions", "{\"email\": \"ana@shops.example\", \"why\": \"bo@x.example asked\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("masked_email")).isEqualTo("a***@shops.example");
        assertThat(added.text("reason")).isEqualTo("by_hand");
        assertThat(added.text("detail")).isEqualTo("b***@x.example asked");
        assertThat(added.json().get("released_at").isNull()).isTrue();
        var path = "/suppressions/" + added.text("id");

        assertThat(api("GET", path, null).text("id")).isEqualTo(added.text("id"));
        assertThat(listed("?email=ANA%40shops.example")).isEqualTo(1);
        assertThat(listed("?email=bo%40shops.example")).isZero();
        assertThat(listed("?reason=bounced")).isZero();
        assertThat(api("POST", "/suppressions", "{\"email\": \"ana@shops.example\"}")
                        .wrongFields())
                .containsExactly("email");

        assertThat(api("DELETE", path, null).wrongFields()).containsExactly("why");
        var released = api("DELETE", path + "?why=repaired", null);
        assertThat(released.text("released_why")).isEqualTo("repaired");
        assertThat(api("DELETE", path + "?why=twice", null).status()).isEqualTo(409);
        assertThat(listed("")).isZero();
        assertThat(listed("?released=true")).isEqualTo(1);
    }

    @Test
    void wrong_wishes_are_named() {
        assertThat(api("POST", "/suppressions", "{\"email\": \"ana\", \"why\": \"a\\nb\"}")
                        .wrongFields())
                .containsExactlyInAnyOrder("email", "why");
        assertThat(api("GET", "/suppressions?email=ana", null).wrongFields()).containsExactly("email");
        assertThat(api("GET", "/suppressions?reason=mood", null).wrongFields()).containsExactly("reason");
        assertThat(api("GET", "/suppressions?released=maybe", null).wrongFields())
                .containsExactly("released");
        assertThat(api("GET", "/suppressions/unknown", null).status()).isEqualTo(404);
        assertThat(api("DELETE", "/suppressions/unknown?why=x", null).status()).isEqualTo(404);
    }
}
