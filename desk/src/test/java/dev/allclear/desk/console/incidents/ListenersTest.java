package dev.allclear.desk.console.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Choice;
import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.people.Role;
import dev.allclear.testkit.Stories;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How many will hear is shown at the button, goes along with the form, and is confirmed where it got lost.
final class ListenersTest {

    private static final Choice ELSEWHERE =
            new Choice(Set.of(Stories.INVOICES), Set.of(), Set.of(), Set.of(Choice.Kind.values()));
    private static final String HOLD = "id=\"expected_audience\"";

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void close() {
        server.close();
    }

    private Browser.Screen form() {
        return publisher.get("/desk/incidents/new?playbook=");
    }

    @Test
    void the_number_at_the_button_goes_along_and_follows_what_is_typed() {
        server.subscribed("everything", Choice.EVERYTHING);
        server.subscribed("elsewhere", ELSEWHERE);

        var preview = publisher.send(form(), "/desk/incidents/preview", Forms.declaration());

        assertThat(form().body())
                .contains("mail 2 subscribers", "name=\"audienceShown\" value=\"2.")
                .doesNotContain(HOLD);
        assertThat(preview.body()).contains("mail 1 subscriber<", "<template data-value=\"audienceShown\">1.");
    }

    @Test
    void an_audience_that_got_lost_is_refused_and_can_be_confirmed_knowing_it() {
        server.subscribed("everything", Choice.EVERYTHING);
        var form = previewed();
        server.everybodyUnsubscribes();

        var refused = publisher.send(form, "/desk/incidents", Forms.declaration());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(server.incidents()).isEmpty();
        assertThat(refused.body())
                .contains(
                        HOLD,
                        "href=\"#expected_audience\"",
                        "Nobody would hear of it by mail; 1 when you last saw the number.",
                        "name=\"audienceShown\" value=\"0.",
                        "Buyers see an error when they pay by card.")
                .doesNotContain("name=\"audienceKnown\" value=\"yes\" checked");
        var fields = Forms.declaration();
        fields.put("audienceKnown", "yes");
        var sent = publisher.send(refused, "/desk/incidents", fields);
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    }

    @Test
    void whoever_is_faster_than_the_number_is_not_held_up_by_a_number_for_something_else() {
        server.subscribed("everything", Choice.EVERYTHING);
        server.subscribed("elsewhere", ELSEWHERE);
        server.subscribed("elsewhere2", ELSEWHERE);
        var nothingTicked = form();

        var sent = publisher.send(nothingTicked, "/desk/incidents", Forms.declaration());

        assertThat(nothingTicked.body()).contains("mail 3 subscribers");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    }

    @Test
    void nobody_among_those_who_subscribe_is_never_an_accident() {
        server.subscribed("elsewhere", ELSEWHERE);
        var form = previewed();
        assertThat(form.body()).contains("name=\"audienceShown\" value=\"0.", "no subscriber wants it by mail");

        var refused = publisher.send(form, "/desk/incidents", Forms.declaration());
        var sent = publisher.send(refused, "/desk/incidents", with("audienceKnown", "yes"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("The page has 1 subscriber.");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    }

    @Test
    void a_page_without_subscribers_says_so_and_publishes() {
        var form = form();

        var sent = publisher.send(form, "/desk/incidents", Forms.declaration());

        assertThat(form.body()).contains("Publish to the page; nobody has subscribed yet");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    }

    @Test
    void updates_and_all_clears_carry_the_number_too() {
        var _ = publisher.send(form(), "/desk/incidents", Forms.declaration());
        var path = "/desk/incidents/" + server.incidents().getFirst().id().value();
        server.subscribed("everything", Choice.EVERYTHING);
        var workspace = publisher.get(path);
        var resolving = publisher.get(path + "/resolve");
        server.everybodyUnsubscribes();

        var update = publisher.send(workspace, path + "/updates", Forms.update());
        var allClear = publisher.send(resolving, path + "/resolve", Forms.allClear("Card payments work again."));

        assertThat(update.status()).isEqualTo(422);
        assertThat(update.body()).contains(HOLD, "A certificate has expired. We replace it.");
        assertThat(allClear.status()).isEqualTo(422);
        assertThat(allClear.body()).contains(HOLD, "Card payments work again.");
    }

    /// With what is ticked, as without a script.
    private Browser.Screen previewed() {
        return publisher.send(form(), "/desk/incidents/preview", with("do", "preview"));
    }

    private static Map<String, Object> with(String field, String value) {
        var fields = Forms.declaration();
        fields.put(field, value);
        return fields;
    }
}
