package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// One message in many shapes, asked for by programs.
class ShapesApiTest {

    private DeskServer server;
    private String viewer;
    private String publisher;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        viewer = server.key(server.page, Role.VIEWER);
        publisher = server.key(server.page, Role.PUBLISHER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply shapes(String body) {
        return server.api(viewer, "POST", "/shapes", body);
    }

    private static JsonNode shape(Reply reply, String name) {
        return reply.json()
                .get("shapes")
                .valueStream()
                .filter(one -> one.get("shape").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_message_that_is_not_said_yet_comes_in_nine_shapes() {
        var reply = shapes("""
                {"title": "Card payments fail", "severity": "major", "text": "We are looking into it.",
                 "impact": "buyers cannot pay by card", "scope": "shops in Ireland",
                 "next_update_due": "2026-03-02T10:30:00Z", "zone": "UTC"}""");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().get("shapes").size()).isEqualTo(9);
        var sms = shape(reply, "sms");
        assertThat(sms.get("body").asString()).contains("uyers cannot pay by card", "Next update 10:30 UTC.");
        assertThat(sms.at("/measures/0/unit").asString()).isEqualTo("septets");
        assertThat(sms.at("/measures/0/segments").asInt()).isEqualTo(1);
        assertThat(sms.get("lacks").size()).isZero();
        assertThat(shape(reply, "email").get("headline").asString()).contains("Card payments fail");
        assertThat(server.api(viewer, "GET", "/incidents", null)
                        .json()
                        .get("incidents")
                        .size())
                .isZero();
    }

    @Test
    void a_text_written_by_hand_is_measured_and_what_it_lacks_is_named() {
        var reply = shapes("""
                {"title": "Card payments fail", "severity": "major", "text": "We are looking into it.",
                 "shapes": {"sms": {"body": "Something is up – sorry"}}}""");

        var sms = shape(reply, "sms");
        assertThat(sms.get("by_hand").asBoolean()).isTrue();
        assertThat(sms.at("/measures/0/unit").asString()).isEqualTo("ucs2_units");
        assertThat(sms.get("lacks").toString()).contains("impact", "next_update", "link");
    }

    @Test
    void an_all_clear_comes_in_shapes_too() {
        var incident = server.api(publisher, "POST", "/incidents", """
                {"title": "Card payments fail", "severity": "major", "areas": [{"component": "checkout", "state": "major_outage"}],
                 "text": "Buyers can't pay by card. We are looking into it."}""").text("id");
        server.clock.advance(Duration.ofMinutes(40));

        var reply = shapes("""
                {"incident": "%s", "language": "de", "zone": "UTC", "resolution": {"all_clear": {
                  "works_again": "Kartenzahlungen gehen wieder", "reason": "Ein Zertifikat war abgelaufen.",
                  "leftovers": null, "next": {"kind": "thanks"}}}}""".formatted(incident));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(shape(reply, "sms").get("body").asString())
                .contains("Kartenzahlungen gehen wieder seit 10:40 UTC, nach 40 min.");
    }

    @Test
    void what_makes_no_sense_is_refused_by_the_name_of_its_field() {
        var reply = shapes("""
                {"title": "x", "severity": "major", "text": "y", "zone": "Moon",
                 "shapes": {"sms": {}, "email": {}, "status_page": {"body": "z"}}}""");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("zone", "shapes.sms.body", "shapes.email.body", "shapes.status_page");
    }

    @Test
    void shapes_written_by_hand_go_out_with_the_update_or_are_held_up_with_it() {
        var held = server.api(publisher, "POST", "/incidents", """
                {"title": "Card payments fail", "severity": "major", "areas": [{"component": "checkout", "state": "major_outage"}],
                 "text": "Buyers can't pay by card. We are looking into it.",
                 "shapes": {"x": {"body": "Cards fail at {{place}}. Next update 10:30 UTC. https://status.example"}}}""");

        assertThat(held.status()).isEqualTo(422);
        assertThat(held.json().at("/findings/0/field").asString()).isEqualTo("shapes.x.body");

        var sent = server.api(publisher, "POST", "/incidents", """
                {"title": "Card payments fail", "severity": "major", "areas": [{"component": "checkout", "state": "major_outage"}],
                 "text": "Buyers can't pay by card. We are looking into it.",
                 "shapes": {"email": {"headline": "Cards fail"}}}""");

        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        assertThat(server.api(publisher, "GET", "/journal", null).body()).contains("update.shaped", "email");
    }
}
