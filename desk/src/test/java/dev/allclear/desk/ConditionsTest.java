package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    private DeskServer server;
    private String key;
    private String incident;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        key = server.key(server.page, Role.OWNER);
        incident = "/incidents/"
                + server.api(
                                key,
                                "POST",
                                "/incidents",
                                "{\"title\": \"Slow\", \"severity\": \"minor\", \"text\": \"x\"}")
                        .text("id");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply update(String... headers) {
        return server.api(key, "POST", incident + "/updates", "{\"stage\": \"identified\", \"text\": \"y\"}", headers);
    }

    @Test
    void a_change_that_has_seen_the_latest_goes_through() {
        var seen = server.api(key, "GET", incident, null).header("ETag");

        var reply = update("If-Match", seen);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void a_change_that_has_not_is_refused_and_changes_nothing() {
        update();

        var reply = update("If-Match", "\"1\"");

        assertThat(reply.status()).isEqualTo(412);
        assertThat(reply.text("type")).isEqualTo("urn:allclear:problem:precondition-failed");
        assertThat(server.api(key, "GET", incident, null).json().get("updates").size())
                .isEqualTo(2);
    }

    @Test
    void any_version_will_do_for_a_star_or_without_a_condition() {
        update();

        assertThat(update("If-Match", "*").status()).isEqualTo(201);
        assertThat(update().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "1", "\"x\"", "\"\"", "\"01\"", "\"99999999999999999999\""})
    void tags_that_are_not_ours_never_match(String tag) {
        assertThat(update("If-Match", tag).status()).isEqualTo(412);
    }

    @Test
    void two_conditions_are_one_too_many() {
        assertThat(update("If-Match", "\"1\", \"2\"").status()).isEqualTo(400);
        assertThat(update("If-Match", "\"1\"", "If-Match", "\"1\"").status()).isEqualTo(400);
    }

    @Test
    void components_and_pages_and_planned_work_hold_to_it_too() {
        var list = server.api(key, "GET", "/components", null).header("ETag");
        assertThat(server.api(key, "PATCH", "/components/checkout", "{\"name\": \"a\"}", "If-Match", list)
                        .status())
                .isEqualTo(200);
        assertThat(server.api(key, "DELETE", "/components/checkout", null, "If-Match", list)
                        .status())
                .isEqualTo(412);
        assertThat(server.api(key, "POST", "/regions", "{\"name\": \"a\"}", "If-Match", list)
                        .status())
                .isEqualTo(412);
        assertThat(server.api(key, "PATCH", "/page", "{\"name\": \"a\"}", "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);

        var work =
                "/maintenances/" + server.api(key, "POST", "/maintenances", """
                        {"title": "x", "start": "2026-03-04T20:00:00Z", "end": "2026-03-04T21:00:00Z", "text": "y", "emergency": "e"}""").text("id");
        assertThat(server.api(key, "POST", work + "/start", "{\"text\": \"z\"}", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
        assertThat(server.api(key, "POST", work + "/start", "{\"text\": \"z\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(201);
    }
}
