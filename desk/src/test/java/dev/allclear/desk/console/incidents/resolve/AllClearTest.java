package dev.allclear.desk.console.incidents.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.Browser.Screen;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.desk.console.incidents.Forms;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.Incident;
import dev.allclear.people.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How an incident is closed: with answers, and a text that is written from them.
final class AllClearTest {

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void close() {
        server.close();
    }

    private Incident declared() {
        var sent =
                publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", Forms.declaration());
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return server.incidents().getFirst();
    }

    private static String path(Incident incident) {
        return "/desk/incidents/" + incident.id().value();
    }

    private Incident now() {
        return server.incidents().getFirst();
    }

    @Test
    void an_all_clear_is_written_from_its_answers() {
        var incident = declared();
        server.clock.advance(Duration.ofMinutes(50));
        var answers = Forms.allClear("");
        answers.put("restoredAt", "2026-03-02T11:40");
        answers.put("leftovers", "something");
        answers.put("leftoversText", "Please repeat orders that failed.");
        answers.put("next", "report");
        answers.put("reportBy", "2026-03-09");

        var sent = publisher.send(publisher.get(path(incident) + "/resolve"), path(incident) + "/resolve", answers);

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(now().latest().text()).isEqualTo("""
                Card payments work again since 11:40 CET, after 40 min. A certificate of ours had expired.

                Please repeat orders that failed.

                We are sorry for this outage. Thank you for your patience. Our report follows by 9 March.""");
        assertThat(now().latest().answers())
                .contains(new AllClear(
                        "card payments work again",
                        "A certificate of ours had expired.",
                        Optional.of("Please repeat orders that failed."),
                        new AllClear.Next.Report(LocalDate.of(2026, 3, 9))));
    }

    @Test
    void an_all_clear_that_answers_nothing_is_refused_and_keeps_what_was_typed() {
        var incident = declared();

        var refused = publisher.send(
                publisher.get(path(incident) + "/resolve"),
                path(incident) + "/resolve",
                Map.of("text", "It works.", "next", "report", "reportBy", "2026-01-01"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Say what works again",
                        "if nobody knows, say that",
                        "Say whether anything is left over.",
                        "This day has passed already.",
                        ">It works.</textarea>",
                        "value=\"2026-01-01\"");
        assertThat(now().isOpen()).isTrue();
    }

    @Test
    void answers_become_a_text_and_a_length_while_they_are_typed() {
        var incident = declared();
        server.clock.advance(Duration.ofMinutes(50));
        var answers = Forms.allClear("");
        answers.put("restoredAt", "2026-03-02T11:40");

        var preview = publisher.send(
                publisher.get(path(incident) + "/resolve"), path(incident) + "/resolve/preview", answers);

        assertThat(preview.body())
                .contains(
                        "<template data-slot=\"lasted\">It lasted 40 min.</template>",
                        "<template data-suggest=\"text\">Card payments work again since 11:40 CET, after 40 min.");
        assertThat(written(incident).body()).doesNotContain("readers also look for");
    }

    /// Nobody asks for what the answers have already put into the text.
    private Screen written(Incident incident) {
        var answers = Forms.allClear("""
                Card payments work again since 11:40 CET, after 40 min. A certificate of ours had expired.

                Our report follows by 9 March.""");
        answers.put("restoredAt", "2026-03-02T11:40");
        answers.put("next", "report");
        answers.put("reportBy", "2026-03-09");
        return publisher.send(publisher.get(path(incident) + "/resolve"), path(incident) + "/resolve/preview", answers);
    }

    @Test
    void the_coach_knows_the_answers_and_offers_to_insert_what_the_text_lacks() {
        var incident = declared();
        server.clock.advance(Duration.ofMinutes(50));

        var preview = publisher.send(
                publisher.get(path(incident) + "/resolve"),
                path(incident) + "/resolve/preview",
                Forms.allClear("Card payments at Checkout work again. We are sorry."));

        assertThat(preview.body())
                .contains("Insert what you answered", "It lasted", "A certificate of ours had expired.");
    }
}
