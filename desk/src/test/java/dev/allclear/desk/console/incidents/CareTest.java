package dev.allclear.desk.console.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Choice;
import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Severity;
import dev.allclear.people.Role;
import dev.allclear.policy.Audience;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Nothing that people type is lost, said twice, or said by somebody who may not.
final class CareTest {

    private static final String NASTY = "<script>alert(1)</script>\" onload=\"x' & </textarea>";

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void close() {
        server.close();
    }

    private Incident declared() {
        var _ = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", Forms.declaration());
        return server.incidents().getFirst();
    }

    private static String path(Incident incident) {
        return "/desk/incidents/" + incident.id().value();
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_says_what_is_wrong() {
        var fields = Forms.declaration();
        fields.put("title", "");
        fields.put("nextUpdateIn", "own");
        fields.put("nextUpdateDue", "2026-03-02T09:00");

        var refused = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", fields);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(server.incidents()).isEmpty();
        assertThat(refused.body())
                .contains(
                        "Buyers see an error when they pay by card.",
                        "value=\"2026-03-02T09:00\"",
                        "value=\"checkout\" checked",
                        "value=\"api@europe\" checked",
                        "id=\"title-error\"",
                        "id=\"nextUpdateDue-error\"",
                        "href=\"#title\"",
                        "data-kept");
    }

    @Test
    void a_form_that_is_sent_twice_is_carried_out_once() {
        var form = publisher.get("/desk/incidents/new?playbook=");

        var first = publisher.send(form, "/desk/incidents", Forms.declaration());
        var second = publisher.send(form, "/desk/incidents", Forms.declaration());

        assertThat(server.incidents()).hasSize(1);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void a_form_that_was_refused_can_be_sent_again() {
        var form = publisher.get("/desk/incidents/new?playbook=");
        var fields = Forms.declaration();
        fields.put("title", "");
        var refused = publisher.send(form, "/desk/incidents", fields);

        var sent = publisher.send(refused, "/desk/incidents", Forms.declaration());

        assertThat(sent.status()).isEqualTo(303);
        assertThat(server.incidents()).hasSize(1);
    }

    @Test
    void whoever_comes_second_sees_both_versions_and_can_go_on() {
        var incident = declared();
        var mine = publisher.get(path(incident));
        var _ = publisher.send(publisher.get(path(incident)), path(incident) + "/updates", Forms.update());
        var fields = Forms.update();
        fields.put("text", "My own words.");

        var conflict = publisher.send(mine, path(incident) + "/updates", fields);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains("My own words.", "A certificate has expired. We replace it.");
        var sent = publisher.send(conflict, path(incident) + "/updates", fields);
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(server.incidents().getFirst().latest().text()).isEqualTo("My own words.");
    }

    @Test
    void what_was_hit_whole_can_work_again() {
        var incident = declared();
        var fields = Forms.update();
        fields.put("state-checkout", "operational");

        var sent = publisher.send(publisher.get(path(incident)), path(incident) + "/updates", fields);

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(server.incidents().getFirst().areas()).isEmpty();
    }

    @Test
    void whoever_comes_second_turns_back_nothing_that_they_did_not_touch() {
        var incident = declared();
        var opened = publisher.get(path(incident));
        var _ = publisher.send(publisher.get(path(incident)), path(incident) + "/updates", Forms.update());
        // As the form stood when it was opened; only the text is new.
        var mine = new HashMap<String, Object>(Forms.update());
        mine.putAll(Map.of(
                "text", "Still looking.",
                "stage", "investigating",
                "state-checkout", "major_outage",
                "state-api@europe", "degraded_performance"));

        var conflict = publisher.send(opened, path(incident) + "/updates", mine);

        assertThat(conflict.body())
                .contains("Stage and components stay as they are.")
                .contains("value=\"identified\" checked")
                .contains("name=\"state-checkout\" value=\"partial_outage\" checked")
                .doesNotContain("name=\"state-api@europe\"");
    }

    @Test
    void what_whoever_comes_second_has_changed_is_kept_and_said() {
        var incident = declared();
        var opened = publisher.get(path(incident));
        var _ = publisher.send(publisher.get(path(incident)), path(incident) + "/updates", Forms.update());
        var mine = new HashMap<String, Object>(Forms.update());
        mine.putAll(Map.of(
                "text", "A fix is out.",
                "stage", "monitoring",
                "state-checkout", "degraded_performance",
                "state-api@europe", "degraded_performance"));

        var conflict = publisher.send(opened, path(incident) + "/updates", mine);

        assertThat(conflict.body())
                .contains("Stage: monitoring, was identified")
                .contains("Checkout: degraded performance, was partial outage")
                .contains("name=\"state-checkout\" value=\"degraded_performance\" checked");
    }

    @Test
    void a_drafter_saves_and_a_publisher_publishes() {
        var drafter = server.somebody(Role.DRAFTER);
        var form = drafter.get("/desk/incidents/new?playbook=");
        assertThat(form.body()).contains("Send to a publisher").doesNotContain("formaction=\"/desk/incidents\"");

        var forbidden = drafter.send(form, "/desk/incidents", Forms.declaration());
        var saved = drafter.send(form, "/desk/drafts", Forms.declaration());

        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.body()).contains("You are a drafter");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(server.incidents()).isEmpty();
        var draft =
                server.store.reading(tx -> tx.drafts().all(server.page.id())).getFirst();
        var opened = publisher.get(
                publisher.get("/desk/drafts/" + draft.id().value()).location());
        assertThat(opened.body()).contains("Card payments fail", "value=\"checkout\" checked");
        var published = publisher.send(opened, "/desk/incidents", Forms.declaration());
        assertThat(published.status()).as(published.body()).isEqualTo(303);
        assertThat(server.drafts()).isZero();
    }

    @Test
    void a_draft_that_comes_too_late_can_still_be_read_and_deleted() {
        var incident = declared();
        var fields = Forms.update();
        fields.put("text", "Words worth keeping.");
        fields.put("own-sms", "Cards: short words worth keeping.");
        var _ = publisher.send(publisher.get(path(incident)), "/desk/drafts", fields);
        var draft =
                server.store.reading(tx -> tx.drafts().all(server.page.id())).getFirst();
        var _ = publisher.send(
                publisher.get(path(incident) + "/resolve"), path(incident) + "/resolve", Forms.allClear("It works."));

        var screen = publisher.get("/desk/drafts/" + draft.id().value());

        assertThat(screen.status()).isEqualTo(200);
        assertThat(screen.body())
                .contains(
                        "Words worth keeping.",
                        "short words worth keeping.",
                        "The incident is closed",
                        "Delete the draft");
        var _ = publisher.send(screen, "/desk/drafts/" + draft.id().value() + "/delete", Map.of());
        assertThat(server.drafts()).isZero();
        var journal = server.store.reading(
                tx -> tx.journal().about(server.page.id(), incident.id().value()));
        assertThat(journal).extracting(entry -> entry.action()).contains("draft.deleted");
    }

    @Test
    void an_estimate_that_has_passed_is_refused_beside_its_field() {
        var fields = Forms.declaration();
        fields.put("estimate", "2020-01-01T09:00");
        fields.put("estimateConfirmedBy", "");

        var unconfirmed = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", fields);
        fields.put("estimateConfirmedBy", "Operations");
        var passed = publisher.send(unconfirmed, "/desk/incidents", fields);

        assertThat(unconfirmed.body()).contains("Who confirmed it: This can");
        assertThat(passed.status()).isEqualTo(422);
        assertThat(passed.body()).contains("id=\"estimate-error\"", "This time has passed already.");
        assertThat(server.incidents()).isEmpty();
    }

    @Test
    void a_viewer_reads_and_gets_no_forms() {
        var incident = declared();
        var viewer = server.somebody(Role.VIEWER);

        var screen = viewer.get(path(incident));

        assertThat(screen.status()).isEqualTo(200);
        assertThat(screen.body()).contains("Card payments fail").doesNotContain("data-publish", "Correct this text");
        assertThat(viewer.get("/desk/incidents/new?playbook=").status()).isEqualTo(403);
    }

    @Test
    void nobody_publishes_without_the_forms_token() {
        var fields = new HashMap<String, Object>(
                publisher.get("/desk/incidents/new?playbook=").hidden());
        fields.putAll(Forms.declaration());
        fields.put("_token", "another");

        assertThat(publisher.post("/desk/incidents", fields).status()).isEqualTo(403);
        assertThat(server.incidents()).isEmpty();
    }

    @Test
    void whatever_is_typed_is_shown_as_text() {
        var fields = Forms.declaration();
        fields.put("title", NASTY);
        fields.put("text", NASTY);
        var held = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", fields);
        assertThat(held.body()).contains("The coach found").doesNotContain("<script>alert");
        fields.putAll(Map.of("overrule", "yes", "despite", NASTY));
        var _ = publisher.send(held, "/desk/incidents", fields);
        var incident = server.incidents().getFirst();

        assertThat(publisher.get(path(incident)).body()).contains("&#34; onload=&#34;x&#39;");
        for (var path : List.of(
                "/desk",
                "/desk/incidents",
                "/desk/incidents?q=%3Cscript%3Ealert",
                path(incident),
                path(incident) + "/resolve")) {
            assertThat(publisher.get(path).body())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .contains("&lt;script&gt;alert");
        }
    }

    @Test
    void the_button_says_how_many_will_be_mailed() {
        server.subscribed("everything", Choice.EVERYTHING);
        server.subscribed(
                "invoices", new Choice(Set.of(Stories.INVOICES), Set.of(), Set.of(), EnumSet.allOf(Choice.Kind.class)));
        var form = publisher.get("/desk/incidents/new?playbook=");

        var preview = publisher.send(form, "/desk/incidents/preview", Forms.declaration());

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body())
                .contains("data-slot=\"publish\">Publish to the page and mail 1 subscriber<", "Buyers see an error")
                .doesNotContain("<!doctype");
    }

    @Test
    void the_coach_reads_what_is_typed_and_offers_a_repair() {
        var form = publisher.get("/desk/incidents/new?playbook=");
        var typed = new HashMap<>(Forms.declaration());
        typed.put("text", "Buyers cannot pay by card. We apologise for any inconvenience.");

        var preview = publisher.send(form, "/desk/incidents/preview", typed);

        assertThat(preview.body())
                .contains("Worth a look before it goes out", "data-weight=\"warn\"", "44 rules ran")
                // The page itself says by when we speak again.
                .doesNotContain("next update");
    }

    @Test
    void the_button_counts_as_the_policy_says() {
        server.subscribed(
                "invoices", new Choice(Set.of(Stories.INVOICES), Set.of(), Set.of(), EnumSet.allOf(Choice.Kind.class)));
        var everybody = new EnumMap<>(SeverityPolicy.USUAL.terms());
        everybody.computeIfPresent(Severity.MAJOR, (_, usual) -> usual.withAudience(Audience.EVERYBODY));
        server.store.inTransaction(tx -> {
            tx.policies().save(server.page.id(), new SeverityPolicy(everybody, List.of()), 0);
            return tx;
        });
        var form = publisher.get("/desk/incidents/new?playbook=");

        var preview = publisher.send(form, "/desk/incidents/preview", Forms.declaration());

        assertThat(preview.body()).contains("Publish to the page and mail 1 subscriber<");
    }

    @Test
    void words_are_suggested_from_what_is_hit() {
        var form = publisher.get("/desk/incidents/new?playbook=");

        var preview = publisher.send(
                form, "/desk/incidents/preview", Map.of("area", "checkout", "state-checkout", "major_outage"));

        assertThat(preview.body())
                .contains("data-suggest=\"title\">Outage of Checkout<", "data-suggest=\"severity\">major<");
    }

    @Test
    void without_a_script_the_preview_comes_with_the_form() {
        var form = publisher.get("/desk/incidents/new?playbook=");

        var preview = publisher.send(form, "/desk/incidents/preview", Map.of("do", "preview", "area", "checkout"));

        assertThat(preview.body()).contains("<!doctype html>", "value=\"Problems with Checkout\"");
    }

    @Test
    void times_are_read_in_the_zone_of_whoever_typed_them() {
        var fields = Forms.declaration();
        fields.put("zone", "America/New_York");
        fields.put("startedAt", "2026-03-02T04:50");

        var sent = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", fields);

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(server.incidents().getFirst().startedAt()).isEqualTo(Stories.NOW.minus(Duration.ofMinutes(10)));
    }

    @Test
    void strangers_learn_nothing() {
        var screen = server.stranger().get("/desk");

        assertThat(screen.status()).isEqualTo(403);
        assertThat(screen.body()).doesNotContain("Fernhill");
    }

    @Test
    void an_unknown_address_is_said_in_the_desks_own_frame() {
        var screen = publisher.get("/desk/nothing/here");

        assertThat(screen.status()).isEqualTo(404);
        assertThat(screen.body()).contains("There is nothing here", "Ines Brandt");
    }
}
