package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueApiTest {

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

    private Reply api(String method, String path, String body, String... headers) {
        return server.api(key, method, path, body, headers);
    }

    @Test
    void a_component_is_added_changed_and_retired() {
        var added =
                api("POST", "/components", "{\"name\": \"Search\", \"group\": \"shop\", \"regions\": [\"europe\"]}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().get("position").asInt()).isEqualTo(2);
        assertThat(added.text("start_date")).isEqualTo("2026-03-02");
        var path = "/components/" + added.text("id");

        var changed = api("PATCH", path, "{\"name\": \"Search and filters\", \"group\": null, \"show_uptime\": false}");
        assertThat(changed.text("name")).isEqualTo("Search and filters");
        assertThat(changed.json().get("group").isNull()).isTrue();
        assertThat(changed.json().at("/regions/0/region").asString()).isEqualTo("europe");

        assertThat(api("DELETE", path, null).status()).isEqualTo(204);
        assertThat(api("GET", path, null).json().get("retired").asBoolean()).isTrue();
        assertThat(api("PATCH", path, "{\"retired\": false}")
                        .json()
                        .get("retired")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_state_is_set_by_hand_for_the_whole_or_for_a_region() {
        var whole = api("PUT", "/components/checkout/state", "{\"state\": \"partial_outage\"}");
        var region =
                api("PUT", "/components/api/state", "{\"state\": \"degraded_performance\", \"region\": \"america\"}");
        var wrong = api("PUT", "/components/checkout/state", "{\"state\": \"operational\", \"region\": \"america\"}");

        assertThat(whole.text("state")).isEqualTo("partial_outage");
        assertThat(region.json().at("/regions/1/state").asString()).isEqualTo("degraded_performance");
        assertThat(region.json().at("/regions/0/state").asString()).isEqualTo("operational");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(api("PUT", "/components/nowhere/state", "{\"state\": \"operational\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void groups_form_a_tree_and_only_empty_ones_go() {
        var group = api("POST", "/groups", "{\"name\": \"Back office\", \"parent\": \"shop\"}");
        var path = "/groups/" + group.text("id");
        assertThat(group.status()).isEqualTo(201);

        assertThat(api("PATCH", "/groups/shop", "{\"parent\": \"" + group.text("id") + "\"}")
                        .wrongFields())
                .containsExactly("parent");
        assertThat(api("PATCH", path, "{\"name\": \"Office\", \"parent\": null}")
                        .json()
                        .get("parent")
                        .isNull())
                .isTrue();
        assertThat(api("DELETE", "/groups/shop", null).status()).isEqualTo(409);
        assertThat(api("DELETE", path, null).status()).isEqualTo(204);
        assertThat(api("GET", path, null).status()).isEqualTo(404);
        assertThat(api("GET", "/groups", null).json().get("groups").size()).isEqualTo(2);
    }

    @Test
    void regions_come_and_go() {
        var region = api("POST", "/regions", "{\"name\": \"Asia\"}");
        assertThat(region.json().get("position").asInt()).isEqualTo(2);

        assertThat(api("PATCH", "/regions/" + region.text("id"), "{\"name\": \"Asia-Pacific\"}")
                        .text("name"))
                .isEqualTo("Asia-Pacific");
        assertThat(api("DELETE", "/regions/europe", null).status()).isEqualTo(409);
        assertThat(api("DELETE", "/regions/" + region.text("id"), null).status())
                .isEqualTo(204);
        assertThat(api("GET", "/regions", null).json().get("regions").size()).isEqualTo(2);
    }

    @Test
    void wrong_fields_are_named() {
        var reply = api("POST", "/components", """
                {"name": "a\\nb", "position": -1, "start_date": "soon", "show_uptime": "yes", "regions": "europe", "group": 5}""");

        assertThat(reply.wrongFields())
                .containsExactlyInAnyOrder("name", "position", "start_date", "show_uptime", "regions", "group");
        assertThat(api("POST", "/components", "{\"name\": \"a\", \"group\": \"nowhere\"}")
                        .wrongFields())
                .containsExactly("group");
    }

    @Test
    void the_page_itself_is_changed_by_its_owner() {
        var owner = server.key(server.page, Role.OWNER);

        var changed = server.api(owner, "PATCH", "/page", """
                {"name": "Fernhill Shops", "time_zone": "America/New_York", "language": "de", "accent": "#aa0000", "support": null}""");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("time_zone")).isEqualTo("America/New_York");
        assertThat(changed.json().get("support").isNull()).isTrue();
        assertThat(api("GET", "/page", null).text("name")).isEqualTo("Fernhill Shops");
        assertThat(server.api(owner, "PATCH", "/page", "{\"time_zone\": \"Mars\", \"name\": \"\"}")
                        .wrongFields())
                .containsExactlyInAnyOrder("time_zone", "name");
        assertThat(server.api(owner, "PATCH", "/page", "{\"slug\": \"" + server.otherPage.slug() + "\"}")
                        .status())
                .isEqualTo(409);
    }
}
