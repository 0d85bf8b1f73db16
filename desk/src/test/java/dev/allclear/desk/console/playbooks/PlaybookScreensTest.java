package dev.allclear.desk.console.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.Browser.Screen;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.language.Language;
import dev.allclear.people.Role;
import dev.allclear.playbook.Library;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.PlaybookWriter;
import dev.allclear.playbook.Slug;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PlaybookScreensTest {

    private static final String ROOT = "/desk/playbooks";
    private static final String PAYMENTS = ROOT + "/en/payments";

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser owner = server.somebody(Role.OWNER);

    @AfterEach
    void close() {
        server.close();
    }

    private static String shipped() {
        return PlaybookWriter.write(
                Library.shipped().find(new Slug("payments"), Language.ENGLISH).orElseThrow());
    }

    private Optional<String> name(String slug, String language) {
        return server.doors
                .playbooks()
                .library(server.page.id())
                .find(new Slug(slug), new Language(language))
                .map(Playbook::name);
    }

    private Screen saved(String text) {
        return owner.send(owner.get(PAYMENTS + "/edit"), ROOT, Map.of("text", text));
    }

    @Test
    void everybody_reads_all_that_is_prepared() {
        var viewer = server.somebody(Role.VIEWER);

        assertThat(viewer.get(ROOT).body())
                .contains("Payments fail", "Planned work", "Ships with Allclear")
                .doesNotContain("Write a playbook");
        assertThat(viewer.get(ROOT + "?language=de").body()).contains("Zahlungen schlagen fehl");
        assertThat(viewer.get(PAYMENTS).body())
                .contains("Investigating", "Resolved", "Card payments are declined", "German")
                .doesNotContain("Make it your own", "{impact}.</p>");
        assertThat(viewer.get(PAYMENTS + "/edit").status()).isEqualTo(403);
    }

    @Test
    void an_owner_makes_a_shipped_one_their_own() {
        var sent = saved(shipped().replace("# Payments fail", "# Our cards fail"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(name("payments", "en")).contains("Our cards fail");
        assertThat(owner.get(sent.location()).body()).contains("Saved.", "Our cards fail", "Yours, version 1");
        assertThat(owner.get("/desk/incidents/new").body()).contains("Our cards fail");
    }

    @Test
    void a_mistake_is_named_by_its_line_and_nothing_that_was_typed_is_lost() {
        var refused = saved(shipped().replace("{scope}", "{scoop}").replace("## Monitoring", "## Watching"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("There is no variable {scoop}. Did you mean {scope}?")
                .contains("There must be text under &#34;## Monitoring&#34;.".replace("&#34;", "\""))
                .contains("Line 19", "{scoop} Who is affected?");
        assertThat(name("payments", "en")).contains("Payments fail");
    }

    @Test
    void while_somebody_writes_the_check_follows() {
        var form = owner.get(PAYMENTS + "/edit");

        var wrong = owner.send(form, ROOT + "/check", Map.of("text", "# Nothing yet"));
        var right = owner.send(form, ROOT + "/check", Map.of("text", shipped()));

        assertThat(wrong.body()).contains("can’t be understood yet", "data-line=\"1\"");
        assertThat(right.body()).contains("Understood.", "Card payments are declined");
    }

    @Test
    void what_a_new_one_begins_with_is_understood() {
        assertThat(owner.get(ROOT + "/new").body())
                .contains("Understood.", "Reports cannot be opened")
                .doesNotContain("can’t be understood yet");
    }

    @Test
    void a_german_one_is_shown_with_german_values() {
        for (var shipped : Library.shipped().in(new Language("de"))) {
            assertThat(owner.get(ROOT + "/de/" + shipped.slug().value()).body())
                    .as(shipped.name())
                    .doesNotContain("‹");
        }
    }

    @Test
    void a_copy_needs_a_name_of_its_own() {
        var form = owner.get(ROOT + "/new?copy=en/payments");

        var taken = owner.send(form, ROOT, Map.of("slug", "payments", "language", "en", "text", shipped()));
        var free = owner.send(form, ROOT, Map.of("slug", "gift-cards", "language", "en", "text", shipped()));

        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("There is a playbook of that name in this language already.");
        assertThat(free.status()).isEqualTo(303);
        assertThat(name("gift-cards", "en")).contains("Payments fail");
    }

    @Test
    void a_translation_keeps_the_name_and_takes_the_other_language() {
        var _ = owner.send(
                owner.get(ROOT + "/new?copy=en/payments"),
                ROOT,
                Map.of("slug", "gift-cards", "language", "en", "text", shipped()));
        assertThat(owner.get(ROOT + "/en/gift-cards").body()).contains("Translate into German");

        var form = owner.get(ROOT + "/new?translate=en/gift-cards&language=de");
        var sent = owner.send(
                form,
                ROOT,
                Map.of(
                        "slug",
                        "gift-cards",
                        "language",
                        "de",
                        "text",
                        shipped().replace("Payments fail", "Gutscheine")));

        assertThat(form.body()).contains("value=\"gift-cards\"", "# Payments fail");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(name("gift-cards", "de")).contains("Gutscheine");
    }

    @Test
    void every_version_can_be_looked_at_and_brought_back() {
        var _ = saved(shipped().replace("# Payments fail", "# One"));
        var _ = saved(shipped().replace("# Payments fail", "# Two"));

        var earlier = owner.get(PAYMENTS + "?version=1");
        var look = owner.get(PAYMENTS);
        var back = owner.send(look, PAYMENTS + "/restore", Map.of("number", "1", "version", "2"));

        assertThat(earlier.body()).contains("This is version 1, not the one in use.", "One");
        assertThat(back.status()).isEqualTo(303);
        assertThat(name("payments", "en")).contains("One");
    }

    @Test
    void taken_away_the_shipped_one_is_back() {
        var _ = saved(shipped().replace("# Payments fail", "# One"));

        var gone = owner.send(owner.get(PAYMENTS), PAYMENTS + "/remove", Map.of("version", "1"));

        assertThat(gone.location()).endsWith("/desk/playbooks/en/payments?done=removed");
        assertThat(name("payments", "en")).contains("Payments fail");
        assertThat(owner.get(gone.location()).body()).contains("Taken away.", "Version 2: taken away");
    }

    @Test
    void whoever_saves_second_is_told_and_keeps_what_they_typed() {
        var mine = owner.get(PAYMENTS + "/edit");
        var _ = saved(shipped().replace("# Payments fail", "# Theirs"));

        var late = owner.send(mine, ROOT, Map.of("text", shipped().replace("# Payments fail", "# Mine")));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("changed by someone else", "# Mine");
        assertThat(name("payments", "en")).contains("Theirs");
    }

    @Test
    void a_playbook_leaves_as_the_file_that_it_came_as() {
        assertThat(owner.get(PAYMENTS + "/text").body()).isEqualTo(shipped());
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (var path : new String[] {"/en/none", "/xx/payments", "/en/UPPER", "/en/payments?version=7"}) {
            assertThat(owner.get(ROOT + path).status()).as(path).isEqualTo(404);
        }
    }
}
