package dev.allclear.desk.console.rehearsals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.Browser.Screen;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.people.Role;
import dev.allclear.rehearsal.Rehearsal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RehearsalScreensTest {

    private static final String ROOT = "/desk/rehearsals";
    private static final Pattern WORDS = Pattern.compile("data-slot=\"offer-words\"[^>]*>([^<]*)<");

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser drafter = server.somebody(Role.DRAFTER);

    @AfterEach
    void close() {
        server.close();
    }

    private String begun() {
        var started = drafter.send(
                drafter.get(ROOT), ROOT, Map.of("playbook", "payments", "pace", "real", "scenario", "yes"));
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        return started.location();
    }

    private Screen said(String path, Map<String, ?> fields) {
        return drafter.send(drafter.get(path), path + "/lines", fields);
    }

    private static Map<String, Object> first() {
        return new HashMap<>(Map.of(
                "area", "checkout",
                "state-checkout", "partial_outage",
                "severity", "critical",
                "impact", "Card payments are declined",
                "title", "Card payments are declined",
                "text", "Card payments are declined. We are looking for the cause.",
                "within", "15"));
    }

    private Rehearsal only() {
        return server.doors.rehearsals().recent(server.page.id()).getFirst();
    }

    @Test
    void it_looks_like_nothing_else_at_the_desk() {
        for (var path : new String[] {ROOT, begun()}) {
            assertThat(drafter.get(path).body()).contains("rehearsal-banner", "Nothing leaves this room");
        }
        assertThat(drafter.get("/desk/incidents/new?playbook=payments").body()).doesNotContain("rehearsal-banner");
    }

    @Test
    void the_form_begins_with_the_words_of_the_playbook() {
        var stage = drafter.get(begun());

        assertThat(stage.body())
                .contains(
                        "value=\"Card payments are declined\"",
                        "This has been happening since",
                        "Say it, into the sink");
    }

    @Test
    void what_is_said_lies_in_the_sink_in_every_shape_and_reaches_nobody() {
        var path = begun();
        server.clock.advance(Duration.ofSeconds(28));

        var said = said(path, first());
        var stage = drafter.get(path);

        assertThat(said.status()).as(said.body()).isEqualTo(303);
        assertThat(stage.body())
                .contains("What each channel would have got", "Text message", "Hotline", "Bluesky")
                .contains("before the clock shows 15:28");
        assertThat(server.incidents()).isEmpty();
        var told = server.store.reading(
                tx -> tx.outbox().recent(server.page.id(), 10).size());
        assertThat(told).isZero();
        assertThat(drafter.get("/desk").body()).contains("All is well.");
    }

    @Test
    void colleagues_tell_what_happens_as_the_clock_runs() {
        var path = begun();

        var before = drafter.get(path + "/turns").body();
        server.clock.advance(Duration.ofMinutes(7));
        var after = drafter.get(path + "/turns").body();

        assertThat(before).contains("Support:").doesNotContain("we have found it");
        assertThat(after).contains("we have found it");
    }

    @Test
    void a_whole_rehearsal_is_scored_against_the_policy() {
        var path = begun();
        server.clock.advance(Duration.ofSeconds(28));
        said(path, first());
        server.clock.advance(Duration.ofMinutes(20));
        var resolved = new HashMap<String, Object>(Map.of(
                "occasion", "resolved",
                "text", "Card payments work again. We took a change back. We are sorry that you could not pay.",
                "worksAgain", "card payments work again",
                "reason", "We took a change back.",
                "leftovers", "nothing",
                "next", "report",
                "reportBy", "2026-03-09"));
        var said = said(path, resolved);
        assertThat(said.status()).as(said.body()).isEqualTo(303);

        var ended = drafter.send(drafter.get(path), path + "/end", Map.of());

        assertThat(drafter.get(ended.location()).body())
                .contains("After 28 s", "The policy wants it within 5 min")
                .contains("0 of 1 promised updates came in time.")
                .contains("what works again, why, what is left and what comes next")
                .contains("of 100 points");
        assertThat(drafter.get(ROOT).body()).contains("28 s", "0 of 1");
    }

    @Test
    void what_is_missing_is_named_and_nothing_is_lost() {
        var path = begun();
        var fields = first();
        fields.remove("area");
        fields.put("text", "We know {cause}.");
        fields.put("title", "");

        var refused = said(path, fields);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Tick at least one component.", "title-error", "We know {cause}.");
        assertThat(only().lines()).isEmpty();
    }

    @Test
    void the_playbook_offers_its_words_for_what_is_chosen() {
        var path = begun();
        said(path, first());

        var preview = drafter.send(drafter.get(path), path + "/preview", Map.of("occasion", "monitoring"));

        var words = WORDS.matcher(preview.body());
        assertThat(words.find()).isTrue();
        assertThat(words.group(1)).startsWith("Card payments go through again.");
    }

    @Test
    void viewers_look_and_do_not_play() {
        var path = begun();
        var viewer = server.somebody(Role.VIEWER);

        assertThat(viewer.get(path).status()).isEqualTo(200);
        assertThat(viewer.get(path).body()).doesNotContain("Say it, into the sink");
        assertThat(viewer.send(viewer.get(path), path + "/end", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void what_was_forgotten_ends_by_itself() {
        var path = begun();
        server.clock.advance(Rehearsal.LONGEST);

        assertThat(drafter.get(path).body()).contains("It was not given.");
        assertThat(said(path, first()).status()).isEqualTo(409);
    }
}
