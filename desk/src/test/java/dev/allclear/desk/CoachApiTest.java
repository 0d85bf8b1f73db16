package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoachApiTest {

    private DeskServer server;
    private String viewer;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        viewer = server.key(server.page, Role.VIEWER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findings_say_why_and_how_to_repair_them() {
        var review = server.api(viewer, "POST", "/coach", """
                {"phase": "investigating", "title": "Card payments fail",
                 "body": "Card payments fail. We apologise for any inconvenience."}
                """);

        assertThat(review.status()).isEqualTo(200);
        var cliche = review.json()
                .get("findings")
                .valueStream()
                .filter(finding -> finding.get("rule").asString().equals("cliche-apology"))
                .findFirst()
                .orElseThrow();
        assertThat(cliche.get("field").asString()).isEqualTo("body");
        assertThat("Card payments fail. We apologise for any inconvenience."
                        .substring(
                                cliche.get("start").asInt(), cliche.get("end").asInt()))
                .contains("any inconvenience");
        assertThat(cliche.get("why").asString()).isNotBlank();
        assertThat(cliche.get("repair").asString()).isNotBlank();
    }

    @Test
    void silence_is_called_no_findings_and_never_good() {
        var review = server.api(viewer, "POST", "/coach", """
                {"phase": "investigating", "title": "Card payments fail",
                 "body": "Customers in all shops cannot pay by card since 14:05 CET. You can pay by bank transfer. We are sorry that you cannot pay as usual, and are checking our connection to the card network. Next update by 14:30 CET.",
                 "workaround_state": "given", "workaround": "pay by bank transfer"}
                """);

        assertThat(review.json().get("findings").size()).as(review.body()).isZero();
        assertThat(review.json().at("/checked/sentence").asString()).startsWith("No findings by rules.");
        assertThat(review.json().get("blocks").asBoolean()).isFalse();
    }

    @Test
    void a_wrong_field_is_named() {
        var review = server.api(viewer, "POST", "/coach", "{\"phase\": \"panic\", \"body\": \"Help.\"}");

        assertThat(review.status()).isEqualTo(422);
        assertThat(review.body()).contains("phase", "investigating");
    }

    @Test
    void nothing_is_kept_of_what_was_read() {
        var before = server.store.reading(tx -> tx.pages().revision(server.page.id()));

        server.api(viewer, "POST", "/coach", "{\"phase\": \"resolved\", \"body\": \"It works again.\"}");

        var after = server.store.reading(tx -> tx.pages().revision(server.page.id()));
        assertThat(after).isEqualTo(before);
        var drafts = server.store.reading(tx -> tx.drafts().all(server.page.id()));
        assertThat(drafts).isEmpty();
    }
}
