package dev.allclear.desk.console.incidents.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.desk.console.incidents.Forms;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Severity;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.playbook.Slug;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From "something is wrong" to a good first message in three decisions.
final class BreakTheGlassTest {

    private static final String NEW = "/desk/incidents/new";
    private static final String PAYMENTS = NEW + "?playbook=payments";

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void close() {
        server.close();
    }

    private Incident newest() {
        return server.incidents().getFirst();
    }

    @Test
    void the_choice_of_playbook_comes_first() {
        var choice = publisher.get(NEW).body();

        assertThat(choice)
                .contains("What is happening?", "Everything is down", "Payments fail", "write it yourself")
                .doesNotContain("Planned work");
    }

    @Test
    void the_choice_narrows_to_what_is_typed() {
        var choice = publisher.get("/desk/incidents/choices?q=refund").body();

        assertThat(choice).contains("Payments fail", "q=refund").doesNotContain("Everything is down");
    }

    @Test
    void where_nothing_is_found_all_is_offered() {
        var choice = publisher.get(NEW + "?q=zzz").body();

        assertThat(choice).contains("No playbook speaks of “zzz”", "Everything is down");
    }

    @Test
    void what_is_broken_already_decides_what_comes_first() {
        server.doors.catalogue().set(server.page.id(), Area.whole(Stories.CHECKOUT), State.MAJOR_OUTAGE, Actor.SYSTEM);

        var choice = publisher.get(NEW).body();

        assertThat(choice.indexOf("Payments fail")).isPositive().isLessThan(choice.indexOf("Everything is down"));
    }

    @Test
    void three_decisions_publish_a_whole_first_message() {
        var form = publisher.get(PAYMENTS);

        var sent = publisher.send(form, "/desk/incidents", filled(form, Map.of("area", "checkout")));

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(newest().title()).isEqualTo("Card payments are declined");
        assertThat(newest().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(newest().areas()).isEqualTo(Map.of(Area.whole(Stories.CHECKOUT), State.PARTIAL_OUTAGE));
        assertThat(newest().facts().impact()).isEqualTo("Card payments are declined");
        assertThat(newest().first().text())
                .startsWith("Card payments are declined. This has been happening since ")
                .contains("There is no workaround yet.", "We are checking each step")
                .doesNotContain("Next update", "{", "[[");
        assertThat(server.store.<Object>reading(tx -> tx.playbooks().followed(server.page.id(), newest().id())))
                .isEqualTo(Optional.of(new Slug("payments")));
    }

    /// What a browser without a script would send: every field of the form as it stands, and what somebody changed.
    private static Map<String, Object> filled(Browser.Screen form, Map<String, ?> changed) {
        var all = new HashMap<String, Object>(Forms.fields(form.body()));
        all.putAll(changed);
        return all;
    }

    @Test
    void however_long_somebody_writes_the_coach_knows_since_when_it_has_been_so() {
        var form = publisher.get(PAYMENTS);
        server.clock.advance(Duration.ofMinutes(7));

        var preview = publisher.send(form, "/desk/incidents/preview", filled(form, Map.of("area", "checkout")));

        assertThat(preview.body()).contains("This has been happening since").doesNotContain("is none of the times");
    }

    @Test
    void what_was_searched_for_chooses_what_customers_notice() {
        var form = publisher.get(PAYMENTS + "&q=refunds");

        assertThat(Forms.fields(form.body())).containsEntry("impact", "Refunds do not arrive");
    }

    @Test
    void words_that_nobody_touched_follow_the_fields() {
        var form = publisher.get(PAYMENTS);
        var changed = Map.of("area", "checkout", "impact", "Nobody can pay", "scope", "All shops in Europe");

        var _ = publisher.send(form, "/desk/incidents", filled(form, changed));

        assertThat(newest().title()).isEqualTo("Nobody can pay");
        assertThat(newest().first().text()).startsWith("Nobody can pay.").contains("Affected: All shops in Europe.");
    }

    @Test
    void words_that_somebody_wrote_stay() {
        var form = publisher.get(PAYMENTS);
        var changed = Map.of("area", "checkout", "impact", "Nobody can pay", "text", "We write this ourselves.");

        var _ = publisher.send(form, "/desk/incidents", filled(form, changed));

        assertThat(newest().title()).isEqualTo("Nobody can pay");
        assertThat(newest().first().text()).isEqualTo("We write this ourselves.");
    }

    @Test
    void a_field_that_is_missing_is_named_beside_it() {
        var form = publisher.get(PAYMENTS);

        var refused = publisher.send(form, "/desk/incidents", filled(form, Map.of("area", "checkout", "impact", " ")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"impact-error\"", "href=\"#impact\"", "Say what customers notice")
                .doesNotContain("Write the first message.");
        assertThat(server.incidents()).isEmpty();
    }

    @Test
    void while_somebody_types_the_words_and_what_is_missing_follow() {
        var form = publisher.get(PAYMENTS);

        var filled = publisher.send(form, "/desk/incidents/preview", filled(form, Map.of("impact", "Nobody can pay")));
        var missing = publisher.send(form, "/desk/incidents/preview", filled(form, Map.of("impact", "")));

        assertThat(filled.body())
                .contains("<template data-suggest=\"title\">Nobody can pay</template>")
                .contains("<template data-slot=\"lack-impact\"></template>");
        assertThat(missing.body())
                .contains("<template data-suggest=\"text\"></template>")
                .contains("<template data-slot=\"lack-impact\">Say what customers notice");
    }

    @Test
    void without_a_script_a_ready_answer_is_a_button() {
        var form = publisher.get(PAYMENTS);

        var again = publisher.send(
                form,
                "/desk/incidents/preview",
                filled(form, Map.of("area", "checkout", "do", "fill impact Payments stay pending")));

        assertThat(Forms.fields(again.body()))
                .containsEntry("impact", "Payments stay pending")
                .containsEntry("title", "Payments stay pending");
        assertThat(again.body()).contains("value=\"checkout\" checked");
    }

    @Test
    void a_leftover_placeholder_is_never_sent_whatever_anybody_overrules() {
        for (var leftover : new String[] {"We know {cause} now.", "{ nextUpdate }", "[[if cause unknown: Not yet.]]"}) {
            var form = publisher.get(PAYMENTS);

            var overruled = Map.of("area", "checkout", "text", leftover, "overrule", "yes", "despite", "In a hurry.");

            var refused = publisher.send(form, "/desk/incidents", filled(form, overruled));

            assertThat(refused.status()).as(leftover).isEqualTo(422);
            assertThat(refused.body()).contains("is left over from a playbook", "id=\"text-error\"");
        }
        assertThat(server.incidents()).isEmpty();
    }

    @Test
    void braces_of_other_trades_are_left_alone() {
        var form = publisher.get(PAYMENTS);
        var text = "Calls of GET /orders/{id} fail.";
        var overruled = Map.of("area", "checkout", "text", text, "overrule", "yes", "despite", "It is their address.");

        var sent = publisher.send(form, "/desk/incidents", filled(form, overruled));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(newest().first().text()).isEqualTo(text);
    }

    @Test
    void an_unknown_playbook_is_no_playbook() {
        var form = publisher.get(NEW + "?playbook=Not-One");

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).contains("What is hit?").doesNotContain("filled-text");
    }
}
