package dev.allclear.desk.console.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.Browser.Screen;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.people.Role;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShapesTest {

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
    void what_is_taken_back_has_no_shapes() {
        var _ = publisher.send(publisher.get("/desk/incidents/new"), "/desk/incidents", Forms.declaration());
        var path = "/desk/incidents/" + server.incidents().getFirst().id().value() + "/withdraw";

        var preview = publisher.send(
                publisher.get(path), path + "/preview", Map.of("reason", "false_alarm", "text", "All was well."));

        assertThat(preview.body()).doesNotContain("made-sms", "made-email");
    }

    private Screen previewed(Map<String, ?> fields) {
        var form = Forms.declaration();
        form.put("area", List.of("checkout"));
        form.putAll(fields);
        return publisher.send(publisher.get("/desk/incidents/new"), "/desk/incidents/preview", form);
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
