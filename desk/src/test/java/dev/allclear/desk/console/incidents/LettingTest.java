package dev.allclear.desk.console.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.journal.Entry;
import dev.allclear.people.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What somebody at the desk must answer for before a message goes out.
final class LettingTest {

    private static final String LEFTOVER = "The shop shows {{name}} to buyers.";
    private static final String HIDDEN = "data-shown-by=\"errors\" hidden";

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void close() {
        server.close();
    }

    private List<Entry> journal() {
        return server.store.reading(tx -> tx.journal().from(server.page.id(), 1, 100));
    }

    @Test
    void an_error_holds_a_message_up_and_everything_typed_is_kept() {
        var form = publisher.get("/desk/incidents/new?playbook=");
        assertThat(form.body()).contains(HIDDEN);
        var fields = Forms.declaration();
        fields.put("text", LEFTOVER);

        var held = publisher.send(form, "/desk/incidents", fields);

        assertThat(held.status()).isEqualTo(422);
        assertThat(server.incidents()).isEmpty();
        assertThat(held.body())
                .contains(LEFTOVER, "The coach found 1 error", "value=\"checkout\" checked", "href=\"#text\"")
                .doesNotContain(HIDDEN);
    }

    @Test
    void a_tick_and_a_reason_let_it_out() {
        var fields = Forms.declaration();
        fields.put("text", LEFTOVER);
        var held = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", fields);
        fields.put("overrule", "yes");
        var nameless = publisher.send(held, "/desk/incidents", fields);
        fields.put("despite", "That is what buyers see.");

        var sent = publisher.send(nameless, "/desk/incidents", fields);

        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body()).contains("id=\"despite-error\"", "name=\"overrule\" value=\"yes\" checked");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(journal()).extracting(Entry::action).containsExactly("coach.overridden", "incident.declared");
        assertThat(journal().getFirst().detail()).isEqualTo("template-leftover: That is what buyers see.");
    }

    @Test
    void the_preview_says_while_somebody_types_what_will_hold_it_up() {
        var fields = Forms.declaration();
        fields.put("text", LEFTOVER);

        var preview = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents/preview", fields);

        assertThat(preview.body())
                .contains("<template data-slot=\"errors\" data-shows=\"errors\">The coach found 1 error</template>");
    }

    @Test
    void each_word_about_an_incident_is_read_the_same_way() {
        var _ = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", Forms.declaration());
        var path = "/desk/incidents/" + server.incidents().getFirst().id().value();
        var update = Forms.update();
        update.put("text", LEFTOVER);

        var held = publisher.send(publisher.get(path), path + "/updates", update);
        var allClear = publisher.send(publisher.get(path + "/resolve"), path + "/resolve", Map.of("text", LEFTOVER));

        assertThat(held.status()).isEqualTo(422);
        assertThat(held.body()).contains(LEFTOVER, "The coach found 1 error").doesNotContain(HIDDEN);
        assertThat(allClear.status()).isEqualTo(422);
        assertThat(allClear.body()).contains(LEFTOVER).doesNotContain(HIDDEN);
        assertThat(server.incidents().getFirst().updates()).hasSize(1);
    }

    @Test
    void what_is_too_long_to_be_published_is_refused_without_being_read_or_shown() {
        var fields = Forms.declaration();
        fields.put("text", "Buyers of {{shop}} cannot pay. ".repeat(2_300));
        fields.put("title", "Card payments fail, ".repeat(3_500));

        var refused = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", fields);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"text-error\"", "id=\"title-error\"", "(no text yet)", "(no title yet)")
                .doesNotContain("The coach found");
        // What was typed stands in its fields, and nowhere else.
        assertThat(refused.body().split("Buyers of", -1)).hasSize(2_301);
    }
}
