package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossSiteTest {

    private static final String DOOR = "/desk/doors/" + Permission.PUBLISH;

    private DeskServer server;
    private DeskServer.Person person;

    @BeforeAll
    void start() {
        server = DeskServer.start();
        person = server.person(server.page, Role.PUBLISHER);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private int post(String token, String... headers) {
        var all = Stream.concat(Stream.of(headers), Stream.of("Cookie", person.cookie()))
                .toArray(String[]::new);
        return server.postForm(DOOR, Map.of("_token", token), all).status();
    }

    @Test
    void our_own_form_goes_through() {
        assertThat(post(person.token())).isEqualTo(200);
        assertThat(post(person.token(), "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
        assertThat(post(person.token(), "Origin", "http://127.0.0.1:" + server.port()))
                .isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_does_not() {
        assertThat(post("")).isEqualTo(403);
        assertThat(post("made up")).isEqualTo(403);
        assertThat(post(server.person(server.page, Role.OWNER).token())).isEqualTo(403);
    }

    @Test
    void a_form_of_another_site_does_not_even_with_the_token() {
        assertThat(post(person.token(), "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(post(person.token(), "Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(post(person.token(), "Origin", "https://evil.invalid")).isEqualTo(403);
        assertThat(post(person.token(), "Origin", "null")).isEqualTo(403);
        assertThat(post(person.token(), "Origin", "http://127.0.0.1:1")).isEqualTo(403);
    }

    @Test
    void nobody_is_signed_in_from_another_site() {
        var reply = server.postForm(
                "/desk/sign-in", Map.of("email", "a@b.example", "password", "x"), "Sec-Fetch-Site", "cross-site");

        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void every_answer_forbids_what_browsers_should_not_do() {
        for (var path : new String[] {"/desk", DOOR, "/api/v1/page", "/subscribe", "/desk/nothing", "/desk/broken"}) {
            var reply = server.get(path, "Cookie", person.cookie());
            assertThat(reply.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'")
                    .contains("script-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void what_broke_is_told_without_its_inside() {
        var reply = server.get("/desk/broken");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).contains("It is in our log as").doesNotContain("secret of the inside", "Exception");
    }
}
