package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyApiTest {

    private DeskServer server;
    private String owner;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        owner = server.key(server.page, Role.OWNER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply made(String body) {
        return server.api(owner, "POST", "/keys", body);
    }

    @Test
    void a_key_is_shown_once_and_kept_as_a_hash() {
        var made = made("{\"name\": \"Monitoring\", \"scope\": \"publisher\"}");
        var secret = made.text("secret");

        assertThat(made.status()).isEqualTo(201);
        assertThat(secret).matches("ac_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
        assertThat(server.api(secret, "GET", "/incidents", null).status()).isEqualTo(200);
        var listed = server.api(owner, "GET", "/keys", null);
        assertThat(listed.body()).doesNotContain(secret).contains(secret.substring(0, 11));
        assertThat(server.store
                        .reading(tx -> tx.apiKeys().all(server.page.id()))
                        .toString())
                .doesNotContain(secret);
    }

    @Test
    void revoking_works_at_once() {
        var made = made("{\"name\": \"Monitoring\", \"scope\": \"viewer\"}");
        var path = "/keys/" + made.json().at("/key/id").asString();
        assertThat(server.api(made.text("secret"), "GET", "/page", null).status())
                .isEqualTo(200);

        assertThat(server.api(owner, "DELETE", path, null).status()).isEqualTo(204);

        assertThat(server.api(made.text("secret"), "GET", "/page", null).status())
                .isEqualTo(401);
        assertThat(server.api(owner, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(server.api(owner, "DELETE", "/keys/nothing", null).status()).isEqualTo(404);
    }

    @Test
    void a_key_expires() {
        var made = made("{\"name\": \"For a day\", \"scope\": \"viewer\", \"expires_at\": \"2026-03-03T10:00:00Z\"}");
        server.clock.advance(Duration.ofHours(23));
        assertThat(server.api(made.text("secret"), "GET", "/page", null).status())
                .isEqualTo(200);

        server.clock.advance(Duration.ofHours(1));

        assertThat(server.api(made.text("secret"), "GET", "/page", null).status())
                .isEqualTo(401);
        assertThat(made("{\"name\": \"Late\", \"scope\": \"viewer\", \"expires_at\": \"2020-01-01T00:00:00Z\"}")
                        .wrongFields())
                .containsExactly("expires_at");
    }

    @Test
    void the_last_use_is_noted() {
        var made = made("{\"name\": \"Monitoring\", \"scope\": \"viewer\"}");
        server.clock.advance(Duration.ofMinutes(5));

        server.api(made.text("secret"), "GET", "/page", null);

        assertThat(server.api(owner, "GET", "/keys", null).body())
                .contains("\"last_used_at\":\"2026-03-02T10:05:00Z\"");
    }

    @Test
    void a_key_from_the_settings_is_an_owner_of_every_page() {
        server.doors.keys().ensure("a-key-from-the-settings");
        var other = "/p/" + server.otherPage.slug() + "/api/v1";

        assertThat(server.api("a-key-from-the-settings", "GET", "/keys", null).status())
                .isEqualTo(200);
        assertThat(server.api("a-key-from-the-settings", "GET", other + "/keys", null)
                        .status())
                .isEqualTo(200);
        assertThat(server.api("a-key-from-the-setting", "GET", "/keys", null).status())
                .isEqualTo(401);
    }

    @Test
    void guessing_is_slowed_down() {
        for (var i = 0; i < 20; i++) {
            assertThat(guess("wrong-" + i).status()).isEqualTo(401);
        }

        var refused = guess(owner);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(server.api(owner, "GET", "/page", null).status()).isEqualTo(200);
    }

    private Reply guess(String key) {
        return server.api(key, "GET", "/page", null, "X-Forwarded-For", "203.0.113.9");
    }

    @Test
    void a_key_in_the_wrong_place_is_no_key() {
        assertThat(server.get("/api/v1/page").header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(server.get("/api/v1/page", "Authorization", "Basic " + owner).status())
                .isEqualTo(401);
        assertThat(server.get("/api/v1/page?key=" + owner).status()).isEqualTo(401);
        assertThat(server.get(
                                "/api/v1/page",
                                "Cookie",
                                server.person(server.page, Role.OWNER).cookie())
                        .status())
                .isEqualTo(401);
    }
}
