package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyApiTest {

    private DeskServer server;
    private String key;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        key = server.key(server.page, Role.OWNER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply put(String body, String... headers) {
        return server.api(key, "PUT", "/policy", body, headers);
    }

    @Test
    void what_is_read_can_be_changed_and_put_back() {
        var person = server.person(server.page, Role.PUBLISHER).account();
        var usual = server.api(key, "GET", "/policy", null);
        assertThat(usual.header("ETag")).isEqualTo("\"0\"");
        assertThat(usual.json().get("critical").get("first_message_minutes").asInt())
                .isEqualTo(5);
        var changed = usual.body()
                .replace("\"hold_back_seconds\":0", "\"hold_back_seconds\":30")
                .replace(
                        "\"escalation\":[]",
                        "\"escalation\":[\"" + person.email().value() + "\"]")
                .replace("\"compensation\":{}", "\"compensation\":{\"de\":\"Sie bekommen einen Tag geschenkt.\"}");

        var saved = put(changed, "If-Match", "\"0\"");

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(saved.body()).isEqualTo(changed);
        assertThat(server.api(key, "GET", "/policy", null).body()).isEqualTo(changed);
        var action = server.store
                .reading(tx -> tx.journal().last(server.page.id()))
                .orElseThrow()
                .action();
        assertThat(action).isEqualTo("policy.changed");
    }

    @Test
    void whoever_comes_second_is_told() {
        var usual = server.api(key, "GET", "/policy", null).body();
        assertThat(put(usual, "If-Match", "\"0\"").status()).isEqualTo(200);

        assertThat(put(usual, "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(put(usual).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void each_wrong_field_is_named() {
        var wrong = server.api(key, "GET", "/policy", null)
                .body()
                .replaceFirst("\"first_message_minutes\":\\d+", "\"first_message_minutes\":0")
                .replaceFirst("\"audience\":\"followers\"", "\"audience\":\"friends\"")
                .replace("\"escalation\":[]", "\"escalation\":[\"nobody@fernhill.example\"],\"more\":1");

        var refused = put(wrong);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"critical.first_message_minutes\"", "\"critical.audience\"", "\"escalation\"", "\"more\"")
                .contains("Nobody with the address nobody@fernhill.example works here.");
        assertThat(put("{}").body()).contains("\"critical\"", "\"notice\"", "\"escalation\"");
    }
}
