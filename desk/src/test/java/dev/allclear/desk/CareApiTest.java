package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Incident;
import dev.allclear.keeping.Keeper;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.testkit.Fanned;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who looks after an incident, how mails are stopped and put right, and how it was handled.
class CareApiTest {

    private DeskServer server;
    private String key;
    private Incident incident;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        key = server.key(server.page, Role.PUBLISHER);
        incident = server.doors
                .incidents()
                .declare(server.page.id(), Stories.declaration(), DeskServer.TESTER)
                .value();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply api(String method, String path, String body) {
        return server.api(key, method, path, body);
    }

    private String path() {
        return "/incidents/" + incident.id().value();
    }

    private String first() {
        return incident.first().id().value();
    }

    private String announcement() {
        return server.store
                .reading(tx -> tx.outbox().of(server.page.id(), incident.id().value()))
                .getFirst()
                .announcement()
                .id()
                .value();
    }

    /// Two people get the first word; one has it, for the other it waits.
    private void mailed() {
        var people = List.of(Stories.subscriber(server.page.id(), "ada"), Stories.subscriber(server.page.id(), "bela"));
        server.store.inTransaction(tx -> {
            people.forEach(tx.subscribers()::save);
            return people;
        });
        var now = server.clock.instant();
        Fanned.tell(
                server.store,
                now.plusSeconds(3_600),
                one -> one.id().equals(people.getFirst().id())
                        ? new Delivery.State.Accepted(now, "250 ok")
                        : new Delivery.State.Waiting(now, ""));
    }

    @Test
    void an_incident_is_handed_over_and_taken() {
        var ines = server.person(server.page, Role.PUBLISHER).account();
        var email = ines.email().value();

        var handed = api("PUT", path() + "/care", "{\"owner\": \"" + email + "\"}");
        var taken = api("PUT", path() + "/care", "{\"owner\": \"" + email + "\", \"on_it\": true}");

        assertThat(handed.json().get("owner").get("email").asString()).isEqualTo(email);
        assertThat(handed.json().get("on_it").asBoolean()).isFalse();
        assertThat(taken.json().get("on_it").asBoolean()).isTrue();
        assertThat(taken.text("owed")).isEqualTo("2026-03-02T10:30:00Z");
        server.clock.set(Stories.NOW.plus(Duration.ofMinutes(31)));
        new Keeper(server.store, server.clock, Stories.entropy(), server.doors.incidents()).look();
        var called = api("GET", path() + "/care", null).json().get("calls").get(1);
        assertThat(called.get("step").asString()).isEqualTo("now");
        assertThat(called.get("to").get("email").asString()).isEqualTo(email);
        assertThat(api("PUT", path() + "/care", "{\"owner\": \"stranger@fernhill.example\"}")
                        .body())
                .contains("\"field\":\"owner\"", "Nobody with this address");
    }

    @Test
    void mails_that_have_not_left_are_stopped() {
        mailed();

        var stopped = api("POST", "/announcements/" + announcement() + "/stop", null);
        var again = api("POST", "/announcements/" + announcement() + "/stop", null);

        assertThat(stopped.body()).isEqualTo("{\"in_time\":false,\"not_sent\":1,\"sent\":1}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(api("POST", "/announcements/" + announcement() + "/retry", null)
                        .status())
                .isEqualTo(409);
        assertThat(api("GET", "/announcements/" + announcement(), null).body())
                .contains("\"stopped\":true", "\"held_until\":null");
    }

    @Test
    void a_correction_is_mailed_to_those_who_had_got_the_wrong_words() {
        mailed();
        var mails = path() + "/updates/" + first() + "/correction-mails";
        assertThat(api("POST", mails, null).status()).isEqualTo(409);
        api(
                "POST",
                path() + "/updates/" + first() + "/corrections",
                "{\"text\": \"Only cards from Europe fail.\", \"why\": \"It was not all cards.\"}");

        var told = api("POST", mails, null);

        assertThat(told.body()).isEqualTo("{\"told\":1}");
        var subject = server.store
                .reading(tx -> tx.outbox().of(server.page.id(), incident.id().value()))
                .getLast()
                .announcement()
                .subject();
        assertThat(subject)
                .isEqualTo(
                        new Subject.OfCorrection(incident.id(), incident.first().id()));
    }

    @Test
    void how_it_was_handled_can_be_read() {
        mailed();
        api("POST", "/announcements/" + announcement() + "/stop", null);
        server.clock.set(Stories.NOW.plus(Duration.ofMinutes(42)));
        server.doors
                .incidents()
                .resolve(
                        server.page.id(),
                        incident.id(),
                        "Cards work again.",
                        Optional.empty(),
                        Optional.empty(),
                        new Actor("Ines Brandt <ines@fernhill.example>"));

        var review = api("GET", path() + "/review", null);

        assertThat(review.status()).as(review.body()).isEqualTo(200);
        assertThat(review.body())
                .contains("\"first_word\":{\"after_seconds\":600,\"limit_seconds\":900,\"in_time\":true}")
                .contains("\"kept\":0,\"missed\":1")
                .contains("\"outcome\":\"missed\",\"spoken_at\":\"2026-03-02T10:42:00Z\",\"late_seconds\":720")
                .contains("\"report\":{\"due\":\"2026-03-12T10:42:00Z\",\"published_at\":null,\"in_time\":null}")
                .contains("\"kind\":\"mails\"", "1 kept, 1 sent before")
                .contains("{\"kind\":\"update\",\"announced\":2,\"stopped\":1,\"sent\":1,\"failed\":1,\"waiting\":0}");
    }
}
