package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkPolicyApiTest {

    private static final String USUAL =
            "{\"least_notice_minutes\":10080,\"reminders\":[{\"minutes_ahead\":10080},{\"minutes_ahead\":4320},"
                    + "{\"minutes_ahead\":1440},{\"minutes_ahead\":60}],\"check_in_from_minutes\":240,\"blackouts\":[]}";

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
        return server.api(key, "PUT", "/policy/work", body, headers);
    }

    @Test
    void what_is_read_can_be_changed_and_put_back() {
        var usual = server.api(key, "GET", "/policy/work", null);
        var changed = USUAL.replace("{\"minutes_ahead\":60}", "{\"minutes_ahead\":120}")
                .replace(
                        "\"blackouts\":[]",
                        "\"blackouts\":[{\"first_day\":\"2026-11-27\",\"last_day\":\"2026-11-30\",\"why\":\"The sale.\"}]");

        var saved = put(changed, "If-Match", "\"0\"");

        assertThat(usual.body()).isEqualTo(USUAL);
        assertThat(usual.header("ETag")).isEqualTo("\"0\"");
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(server.api(key, "GET", "/policy/work", null).body()).isEqualTo(changed);
        var action = server.store
                .reading(tx -> tx.journal().last(server.page.id()))
                .orElseThrow()
                .action();
        assertThat(action).isEqualTo("work-policy.changed");
    }

    @Test
    void whoever_comes_second_is_told() {
        assertThat(put(USUAL, "If-Match", "\"0\"").status()).isEqualTo(200);

        assertThat(put(USUAL, "If-Match", "\"0\"").status()).isEqualTo(412);
    }

    @Test
    void each_wrong_field_is_named() {
        var wrong = USUAL.replace("4320", "10080")
                .replace("\"check_in_from_minutes\":240", "\"check_in_from_minutes\":5")
                .replace(
                        "\"blackouts\":[]",
                        "\"blackouts\":[{\"first_day\":\"2026-11-27\",\"last_day\":\"2026-11-26\",\"why\":\"The sale.\"}]");

        var refused = put(wrong);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("\"reminders\"", "\"check_in_from_minutes\"", "\"blackouts[0].last_day\"");
        assertThat(put("{}").body()).contains("\"least_notice_minutes\"", "\"blackouts\"");
    }

    @Test
    void only_who_manages_the_page_changes_it() {
        var publisher = server.key(server.page, Role.PUBLISHER);

        assertThat(server.api(publisher, "GET", "/policy/work", null).status()).isEqualTo(200);
        assertThat(server.api(publisher, "PUT", "/policy/work", USUAL).status()).isEqualTo(403);
    }
}
