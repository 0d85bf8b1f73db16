package dev.allclear.desk.console.incidents.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.Browser.Screen;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.desk.console.incidents.Forms;
import dev.allclear.people.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On every phase, the playbook that an incident came from offers its words.
final class OfferTest {

    private static final Pattern WORDS = Pattern.compile("data-slot=\"offer-words\"[^>]*>([^<]*)<");

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void close() {
        server.close();
    }

    private String declared(String playbook) {
        var form = publisher.get("/desk/incidents/new?playbook=" + playbook);
        var fields = new HashMap<String, Object>(Forms.fields(form.body()));
        fields.putAll(Map.of(
                "area",
                "checkout",
                "title",
                "Card payments are declined",
                "text",
                "Buyers see an error when they pay by card."));
        var sent = publisher.send(form, "/desk/incidents", fields);
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return "/desk/incidents/" + server.incidents().getFirst().id().value();
    }

    private static String words(Screen screen) {
        var found = WORDS.matcher(screen.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Screen previewed(String path, Map<String, ?> changed) {
        var screen = publisher.get(path);
        var fields = new HashMap<String, Object>(Forms.fields(screen.body()));
        fields.putAll(changed);
        return publisher.send(screen, path + "/preview", fields);
    }

    @Test
    void an_update_is_offered_the_words_of_its_stage() {
        var path = declared("payments");

        var now = words(publisher.get(path));
        var later = words(previewed(path, Map.of("stage", "monitoring")));

        assertThat(now).startsWith("Card payments are declined. This has been happening since");
        assertThat(later).startsWith("Card payments go through again. Our correction is in place.");
        assertThat(now + later).doesNotContain("Next update", "{", "[[");
    }

    @Test
    void what_is_told_beside_the_facts_goes_into_the_words() {
        var path = declared("payments");

        var offered = words(previewed(
                path, Map.of("stage", "identified", "say-cause", "A certificate expired", "say-doing", "We renew it")));

        assertThat(offered)
                .contains("What went wrong: A certificate expired.", "We renew it.")
                .doesNotContain("suspect");
    }

    @Test
    void an_incident_that_was_written_freely_is_offered_nothing() {
        assertThat(publisher.get(declared("")).body()).doesNotContain("offer-words");
    }

    @Test
    void without_a_script_the_words_never_replace_what_was_written_unasked() {
        var path = declared("payments");

        var empty = previewed(path, Map.of("do", "words"));
        var mine = previewed(path, Map.of("do", "words", "text", "We write this."));
        var asked = previewed(path, Map.of("do", "words", "text", "We write this.", "replace", "yes"));

        assertThat(Forms.fields(empty.body()).get("text")).startsWith("Card payments are declined. This has been");
        assertThat(Forms.fields(mine.body())).containsEntry("text", "We write this.");
        assertThat(mine.body()).contains("Replace what I have written");
        assertThat(Forms.fields(asked.body()).get("text")).startsWith("Card payments are declined. This has been");
    }

    @Test
    void the_all_clear_is_offered_with_what_the_form_answers() {
        var path = declared("payments") + "/resolve";

        var missing = publisher.get(path);
        var offered = words(previewed(
                path,
                Map.of(
                        "worksAgain", "Card payments work again",
                        "reason", "We renewed a certificate",
                        "leftovers", "something",
                        "leftoversText", "Orders that failed were not placed",
                        "next", "nothing")));

        assertThat(words(missing)).isEmpty();
        assertThat(missing.body()).contains("The message needs this: What we did to end it");
        assertThat(offered)
                .startsWith("Card payments work again. Payments failed for")
                .contains("We renewed a certificate.", "Orders that failed were not placed.")
                .doesNotContain("We do not know the cause");
    }

    @Test
    void the_words_of_the_all_clear_can_be_published() {
        var path = declared("payments");
        server.clock.advance(Duration.ofMinutes(42));
        var answers = Map.of(
                "worksAgain",
                "Card payments work again",
                "reason",
                "We renewed a certificate",
                "leftovers",
                "nothing",
                "next",
                "thanks");
        var offered = words(previewed(path + "/resolve", answers));
        var screen = publisher.get(path + "/resolve");
        var fields = new HashMap<String, Object>(Forms.fields(screen.body()));
        fields.putAll(answers);
        fields.put("text", offered);

        var sent = publisher.send(screen, path + "/resolve", fields);

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(server.incidents().getFirst().latest().text())
                .isEqualTo(offered)
                .contains("42 min");
    }
}
