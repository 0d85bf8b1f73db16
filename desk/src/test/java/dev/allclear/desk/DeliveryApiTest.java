package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Delivery;
import dev.allclear.people.Role;
import dev.allclear.testkit.Fanned;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryApiTest {

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

    @Test
    void planned_work_goes_its_way() {
        var announced = api("POST", "/maintenances", """
                {"title": "New database", "start": "2026-03-04T20:00:00Z", "end": "2026-03-04T22:00:00Z",
                 "areas": [{"component": "invoices"}, {"component": "api", "region": "europe"}], "text": "Short breaks.",
                 "emergency": "The disk is about to fail."}""");
        assertThat(announced.status()).isEqualTo(201);
        assertThat(announced.text("status")).isEqualTo("scheduled");
        var path = "/maintenances/" + announced.text("id");

        assertThat(api("POST", path + "/completion", "{\"text\": \"Done.\"}").status())
                .isEqualTo(409);
        assertThat(api("POST", path + "/start", "{\"text\": \"We begin.\"}").text("status"))
                .isEqualTo("running");
        assertThat(api("POST", path + "/progress", "{\"text\": \"Half way.\"}")
                        .json()
                        .get("notices")
                        .size())
                .isEqualTo(3);
        var done = api("POST", path + "/completion", "{\"text\": \"Done.\"}");
        assertThat(done.text("status")).isEqualTo("completed");
        assertThat(done.header("ETag")).isEqualTo("\"4\"");
        assertThat(api("POST", path + "/cancellation", "{\"text\": \"No.\"}").status())
                .isEqualTo(409);
        assertThat(api("GET", "/maintenances", null).json().get("maintenances").size())
                .isEqualTo(1);
    }

    @Test
    void planned_work_at_short_notice_says_why() {
        var reply = api("POST", "/maintenances", """
                {"title": "x", "start": "2026-03-04T20:00:00Z", "end": "2026-03-04T21:00:00Z", "text": "y"}""");

        assertThat(reply.wrongFields()).containsExactly("emergency");
    }

    @Test
    void planned_work_must_end_after_it_starts() {
        var reply = api("POST", "/maintenances", """
                {"title": "x", "start": "2026-03-04T20:00:00Z", "end": "2026-03-04T20:00:00Z", "text": ""}""");

        assertThat(reply.wrongFields()).containsExactlyInAnyOrder("end", "text");
    }

    @Test
    void a_subscriber_is_added_changed_and_erased() {
        var added = api("POST", "/subscribers", """
                {"email": "ana@shops.example", "choice": {"groups": ["shop"], "kinds": ["incidents"]},
                 "language": "de", "time_zone": "Europe/Lisbon"}""");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("standing")).isEqualTo("confirmed");
        assertThat(added.text("proof")).startsWith("added by API key");
        var path = "/subscribers/" + added.text("id");

        var changed = api(
                "PATCH", path, "{\"choice\": {\"components\": [\"checkout\"], \"groups\": []}, \"time_zone\": null}");
        assertThat(changed.json().at("/choice/components/0").asString()).isEqualTo("checkout");
        assertThat(changed.json().at("/choice/kinds").size()).isEqualTo(1);
        assertThat(changed.json().get("time_zone").isNull()).isTrue();
        assertThat(changed.text("language")).isEqualTo("de");

        assertThat(api("GET", "/subscribers?search=ANA", null)
                        .json()
                        .get("subscribers")
                        .size())
                .isEqualTo(1);
        assertThat(api("DELETE", path, null).status()).isEqualTo(204);
        assertThat(api("DELETE", path, null).status()).isEqualTo(404);
        assertThat(api("GET", path, null).status()).isEqualTo(404);
    }

    @Test
    void wrong_wishes_of_subscribers_are_named() {
        var reply = api("POST", "/subscribers", """
                {"email": "ana@nowhere", "language": "fr", "time_zone": "Mars/Base", "choice": {"kinds": [], "groups": ["a b"]}}""");

        assertThat(reply.wrongFields())
                .containsExactlyInAnyOrder("email", "language", "time_zone", "choice.kinds", "choice.groups");
    }

    @Test
    void announcements_show_who_was_reached_and_failed_ones_are_tried_again() {
        var incident = Stories.openIncident(server.page.id());
        var announcement = Stories.announcement(incident);
        var reached = Stories.subscriber(server.page.id(), "reached");
        var missed = Stories.subscriber(server.page.id(), "missed");
        server.store.inTransaction(tx -> {
            tx.incidents().add(incident);
            tx.subscribers().save(reached);
            tx.subscribers().save(missed);
            tx.outbox().add(announcement);
            return announcement;
        });
        var now = server.clock.advance(Duration.ofMinutes(1));
        Fanned.tell(
                server.store,
                now,
                one -> one.id().equals(missed.id())
                        ? new Delivery.State.Failed(now, "550 no such mailbox")
                        : new Delivery.State.Accepted(now, "250 ok"));
        var path = "/announcements/" + announcement.id().value();

        var shown = api("GET", path, null);
        assertThat(shown.json().at("/deliveries/accepted").asInt()).isEqualTo(1);
        assertThat(shown.json().at("/deliveries/failed").asInt()).isEqualTo(1);
        assertThat(shown.json().get("done").asBoolean()).isTrue();
        assertThat(api("GET", "/announcements", null)
                        .json()
                        .get("announcements")
                        .size())
                .isEqualTo(1);
        var failed = api("GET", path + "/deliveries?state=failed", null).json().get("deliveries");
        assertThat(failed.size()).isEqualTo(1);
        assertThat(failed.at("/0/detail").asString()).isEqualTo("550 no such mailbox");
        assertThat(api("GET", path + "/deliveries?state=lost", null).wrongFields())
                .containsExactly("state");

        var failures = api("GET", path + "/failures", null).json();
        assertThat(failures.at("/reasons/0/words").asString()).isEqualTo("550 no such mailbox");
        assertThat(failures.at("/domains/0/failed").asInt()).isEqualTo(1);
        var pace = api("GET", path + "/pace", null).json();
        assertThat(pace.get("people").asInt()).isEqualTo(2);
        assertThat(pace.get("all_after").asDouble()).isBetween(57.0, 63.0);
        var sent = api("GET", "/subscribers/" + missed.id().value() + "/deliveries", null)
                .json()
                .get("sent");
        assertThat(sent.size()).isEqualTo(1);
        assertThat(sent.at("/0/delivery/detail").asString()).isEqualTo("550 no such mailbox");
        assertThat(api("GET", "/subscribers/nobody/deliveries", null).status()).isEqualTo(404);

        assertThat(api("POST", path + "/retry?which=all", null).wrongFields()).containsExactly("which");
        assertThat(api("POST", path + "/retry?which=unanswered", null)
                        .json()
                        .get("retried")
                        .asInt())
                .isZero();
        assertThat(api("POST", path + "/retry", null).json().get("retried").asInt())
                .isEqualTo(1);
        assertThat(api("GET", path, null).json().at("/deliveries/waiting").asInt())
                .isEqualTo(1);
    }

    @Test
    void the_journal_says_who_did_what() {
        api("POST", "/regions", "{\"name\": \"Asia\"}");
        api("POST", "/regions", "{\"name\": \"Africa\"}");

        var newest = api("GET", "/journal?limit=1", null);
        var entry = newest.json().at("/entries/0");
        var next = api("GET", "/journal?limit=100&cursor=" + newest.text("next_cursor"), null);

        assertThat(entry.get("action").asString()).isEqualTo("region.added");
        assertThat(entry.get("detail").asString()).isEqualTo("Africa");
        assertThat(entry.get("actor").asString()).isEqualTo("API key for publisher");
        assertThat(next.json().at("/entries/0/detail").asString()).isEqualTo("Asia");
        assertThat(next.json().at("/entries/0/hash")).isEqualTo(entry.get("previous"));
    }
}
