package dev.allclear.desk.console.incidents.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.Browser.Screen;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.desk.console.incidents.Forms;
import dev.allclear.people.Role;
import dev.allclear.shape.Copy;
import dev.allclear.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShapesTest {

    private static final String OWN =
            "Fernhill: card payments fail since 10:00 UTC. Next update 10:30 UTC. https://status.fernhill.example";

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_shape_is_shown_as_its_reader_gets_it_with_how_long_it_is() {
        var preview = previewed(Map.of("preview-as", "sms"));

        assertThat(made(preview, "sms"))
                .contains("Card payments fail since", "Next update", "1 message: ", " of 160 characters");
        assertThat(made(preview, "x")).contains(" of 280, as X counts");
        assertThat(made(preview, "bluesky")).contains(" of 300 characters", " of 3000 bytes");
        assertThat(made(preview, "mastodon")).contains(" of 500 characters");
        assertThat(made(preview, "chat")).contains("<strong>Fernhill: Card payments fail</strong>");
        assertThat(made(preview, "voice")).contains("seconds to listen to", "eleven thirty");
    }

    @Test
    void shapes_are_not_made_while_nobody_looks_at_them() {
        var preview = previewed(Map.of("preview-as", "page"));

        assertThat(preview.body()).doesNotContain("made-sms").contains("data-into=\"made-email\"");
    }

    @Test
    void they_are_shown_without_a_script_too() {
        var screen = previewed(Map.of("do", "preview", "preview-as", "sms"));

        assertThat(screen.body()).contains("1 message: ", "name=\"own-sms\"", "value=\"sms\" form=\"author\" checked");
    }

    @Test
    void one_can_be_written_by_hand_and_is_counted_and_read() {
        var preview = previewed(Map.of("preview-as", "sms", "own-sms", "Cards fail – sorry"));

        assertThat(made(preview, "sms"))
                .contains(
                        "Written by hand.",
                        "1 message: 18 of 70 characters, counted in UCS-2 because of “–”",
                        "It doesn’t say when you speak again.")
                .doesNotContain("Older than the text");
    }

    @Test
    void one_written_by_hand_is_older_once_the_text_has_changed_since() {
        var written = previewed(Map.of("own-sms", "Cards fail"));
        var basis = value(written, "own-sms-of");

        var changed = previewed(Map.of("own-sms", "Cards fail", "own-sms-of", basis, "text", "We know why."));
        var renewed = previewed(Map.of(
                "own-sms",
                "Cards fail, we know why",
                "own-sms-of",
                value(changed, "own-sms-of"),
                "text",
                "We know why."));

        assertThat(made(changed, "sms")).contains("Older than the text");
        assertThat(value(changed, "own-sms-of")).isEqualTo(basis);
        assertThat(made(renewed, "sms")).contains("Written by hand.").doesNotContain("Older than the text");
    }

    @Test
    void a_mail_takes_a_subject_and_a_text_of_its_own() {
        var preview = previewed(Map.of("own-email-headline", "Cards: please wait", "own-email", "Dear buyers"));

        assertThat(preview.body()).contains("<strong>Cards: please wait</strong>", "<p>Dear buyers</p>");
    }

    @Test
    void what_was_written_by_hand_is_kept_with_the_update_and_shown_in_its_timeline() {
        var form = Forms.declaration();
        form.putAll(Map.of("own-sms", OWN, "own-email-headline", "Cards: please wait"));

        var sent = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", form);

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        var incident = server.incidents().getFirst();
        var kept = server.store.reading(tx -> tx.handWritten().of(server.page.id(), incident.id()));
        assertThat(kept)
                .isEqualTo(Map.of(
                        incident.first().id(),
                        Map.of(Shape.SMS, new Copy("", OWN), Shape.EMAIL, new Copy("Cards: please wait", ""))));
        assertThat(publisher.get("/desk/incidents/" + incident.id().value()).body())
                .contains("Written by hand: Mail, Text message");
    }

    @Test
    void the_coach_reads_what_was_written_by_hand_and_holds_it_up() {
        var form = Forms.declaration();
        form.put("own-sms", "Cards fail at {{place}} since 10:30 CET. Next update 11:30 CET. status.fernhill.example");

        var preview = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents/preview", form);
        var sent = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", form);

        assertThat(made(preview, "sms")).contains("data-weight=\"error\"");
        assertThat(preview.body()).contains("The coach found 1 error");
        assertThat(sent.status()).as(sent.body()).isEqualTo(422);
        assertThat(sent.body()).contains("Cards fail at {{place}}");
        assertThat(server.incidents()).isEmpty();
    }

    @Test
    void a_text_that_cannot_be_kept_is_refused_beside_its_field() {
        var form = Forms.declaration();
        form.put("own-email-headline", "x".repeat(201));

        var sent = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", form);

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("This can't be longer than 200 characters.");
    }

    @Test
    void what_is_taken_back_has_no_shapes() {
        var _ = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", Forms.declaration());
        var path = "/desk/incidents/" + server.incidents().getFirst().id().value() + "/withdraw";

        var preview = publisher.send(
                publisher.get(path), path + "/preview", Map.of("reason", "false_alarm", "text", "All was well."));

        assertThat(preview.body()).doesNotContain("made-sms", "made-email");
    }

    private Screen previewed(Map<String, ?> fields) {
        var form = Forms.declaration();
        form.put("area", List.of("checkout"));
        form.putAll(fields);
        return publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents/preview", form);
    }

    private static String made(Screen preview, String shape) {
        return between(preview, "<template data-into=\"made-" + shape + "\">");
    }

    private static String value(Screen preview, String field) {
        return between(preview, "<template data-value=\"" + field + "\">");
    }

    private static String between(Screen preview, String start) {
        var found = Pattern.compile(Pattern.quote(start) + "(.*?)</template>", Pattern.DOTALL)
                .matcher(preview.body());
        assertThat(found.find()).as(preview.body()).isTrue();
        return found.group(1).strip();
    }
}
