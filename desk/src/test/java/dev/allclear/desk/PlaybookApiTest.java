package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.language.Language;
import dev.allclear.people.Role;
import dev.allclear.playbook.Library;
import dev.allclear.playbook.PlaybookWriter;
import dev.allclear.playbook.Slug;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaybookApiTest {

    private static final String PAYMENTS = "/playbooks/en/payments";

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

    private static String body(String text) {
        return "{\"text\": \""
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }

    private static String shipped() {
        return PlaybookWriter.write(
                Library.shipped().find(new Slug("payments"), Language.ENGLISH).orElseThrow());
    }

    @Test
    void what_ships_is_read_as_text() {
        var list = server.api(owner, "GET", "/playbooks", null);
        var one = server.api(owner, "GET", PAYMENTS, null);

        assertThat(list.json().get("playbooks").size()).isEqualTo(48);
        assertThat(one.json().get("text").asString()).isEqualTo(shipped());
        assertThat(one.json().get("version").asInt()).isZero();
        assertThat(one.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void a_playbook_is_written_read_and_taken_away() {
        var saved = server.api(owner, "PUT", PAYMENTS, body(shipped().replace("# Payments fail", "# Cards fail")));
        var gone = server.api(owner, "DELETE", PAYMENTS, null);
        var back = server.api(owner, "GET", PAYMENTS, null);
        var versions = server.api(owner, "GET", PAYMENTS + "/versions", null);

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.json().get("name").asString()).isEqualTo("Cards fail");
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(gone.status()).isEqualTo(204);
        assertThat(back.json().get("name").asString()).isEqualTo("Payments fail");
        assertThat(versions.json().get("versions").size()).isEqualTo(2);
    }

    @Test
    void every_mistake_is_named_with_its_line() {
        var refused = server.api(owner, "PUT", PAYMENTS, body(shipped().replace("{scope}", "{scoop}")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Line 19", "Did you mean {scope}?", "\"field\":\"text\"");
    }

    @Test
    void only_owners_write() {
        var publisher = server.key(server.page, Role.PUBLISHER);

        assertThat(server.api(publisher, "PUT", PAYMENTS, body(shipped())).status())
                .isEqualTo(403);
        assertThat(server.api(publisher, "GET", PAYMENTS, null).status()).isEqualTo(200);
    }

    @Test
    void an_incident_is_declared_from_a_playbook_and_its_facts_alone() {
        var declared = server.api(owner, "POST", "/incidents", """
                {"playbook": "payments", "impact": "Card payments are declined",
                 "areas": [{"component": "checkout", "state": "partial_outage"}]}
                """);

        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        assertThat(declared.json().get("title").asString()).isEqualTo("Card payments are declined");
        assertThat(declared.json().get("severity").asString()).isEqualTo("critical");
        assertThat(declared.body()).contains("This has been happening since").doesNotContain("Next update by");
    }

    @Test
    void what_a_playbook_needs_is_named_by_its_field() {
        var missing = server.api(owner, "POST", "/incidents", "{\"playbook\": \"payments\"}");
        var unknown = server.api(owner, "POST", "/incidents", "{\"playbook\": \"no-such\", \"severity\": \"major\"}");
        var region = server.api(
                owner, "POST", "/incidents", "{\"playbook\": \"region-down\", \"impact\": \"Nothing works\"}");

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("\"field\":\"impact\"");
        assertThat(unknown.body()).contains("\"field\":\"playbook\"");
        assertThat(region.body()).contains("\"field\":\"areas\"");
    }

    @Test
    void a_placeholder_is_refused_whatever_is_overruled() {
        var refused = server.api(owner, "POST", "/incidents", """
                {"title": "Card payments fail", "severity": "major", "text": "We know {cause}.",
                 "despite": "We are in a hurry."}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("{cause} is left over from a playbook", "\"field\":\"text\"");
    }
}
