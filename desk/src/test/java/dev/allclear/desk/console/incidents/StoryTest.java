package dev.allclear.desk.console.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.Browser.Screen;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Stage;
import dev.allclear.people.Role;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A whole incident at the desk, from the first word to the report.
final class StoryTest {

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void close() {
        server.close();
    }

    private Incident declared() {
        var form = publisher.get("/desk/incidents/new?playbook=");
        var sent = publisher.send(form, "/desk/incidents", Forms.declaration());
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
    void nothing_is_open_and_nothing_is_owed() {
        var home = publisher.get("/desk");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body()).contains("All is well. Nothing is owed.", "Declare incident");
    }

    @Test
    void an_incident_is_declared_with_what_is_hit_and_a_promise() {
        var incident = declared();

        assertThat(incident.title()).isEqualTo("Card payments fail");
        assertThat(incident.areas())
                .isEqualTo(Map.of(
                        Area.whole(Stories.CHECKOUT),
                        State.MAJOR_OUTAGE,
                        Area.in(Stories.API, Stories.EUROPE),
                        State.DEGRADED_PERFORMANCE));
        assertThat(incident.phase())
                .isEqualTo(new Phase.Open(Stage.INVESTIGATING, Stories.NOW.plus(Duration.ofMinutes(30))));
        assertThat(publisher.get("/desk").body())
                .contains("1 open", "Card payments fail", "in 30 min", "Checkout: major outage");
    }

    @Test
    void a_broken_promise_stands_first_and_is_said_in_words() {
        var _ = declared();
        server.clock.advance(Duration.ofMinutes(36));

        var home = publisher.get("/desk").body();

        assertThat(home).contains("1 update late", "6 min late", "data-urgency=\"late\"");
    }

    @Test
    void an_update_changes_the_states_and_renews_the_promise() {
        var incident = declared();
        var workspace = publisher.get(path(incident));

        var sent = publisher.send(workspace, path(incident) + "/updates", Forms.update());

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(now().areas()).isEqualTo(Map.of(Area.whole(Stories.CHECKOUT), State.PARTIAL_OUTAGE));
        assertThat(now().phase()).isEqualTo(new Phase.Open(Stage.IDENTIFIED, Stories.NOW.plus(Duration.ofMinutes(15))));
        assertThat(publisher.get(sent.location()).body())
                .contains("Published.", "A certificate has expired. We replace it.", "API, Europe: operational");
    }

    @Test
    void published_words_are_corrected_visibly() {
        var incident = declared();
        var update = incident.first().id().value();
        var workspace = publisher.get(path(incident));

        var sent = publisher.send(
                workspace,
                path(incident) + "/updates/" + update + "/corrections",
                Map.of("correct-" + update, "Some buyers see an error.", "why-" + update, "Not all are hit."));

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(now().first().text()).isEqualTo("Some buyers see an error.");
        assertThat(publisher.get(path(incident)).body())
                .contains("Not all are hit.", "<del>Buyers see an error when they pay by card.</del>");
    }

    @Test
    void facts_change_without_a_mail() {
        var incident = declared();

        var sent = publisher.send(
                publisher.get(path(incident)),
                path(incident) + "/facts",
                Map.of("fact", "workaround", "workaround", "given", "workaroundText", "Pay by invoice."));

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(publisher.get(path(incident)).body()).contains("Pay by invoice.");
        assertThat(now().updates()).hasSize(1);
    }

    @Test
    void who_is_affected_what_we_do_and_what_helped_are_facts_too() {
        var incident = declared();

        for (var fact : List.of("scope", "doing", "fix")) {
            var sent = publisher.send(
                    publisher.get(path(incident)),
                    path(incident) + "/facts",
                    Map.of("fact", fact, fact, "Told as " + fact));
            assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        }

        assertThat(publisher.get(path(incident)).body())
                .contains("<p>Told as scope</p>", "<p>Told as doing</p>", "<p>Told as fix</p>");
        assertThat(now().facts().scope()).isEqualTo("Told as scope");
    }

    @Test
    void it_is_resolved_with_an_all_clear_and_then_owes_its_report() {
        var incident = declared();
        server.clock.advance(Duration.ofMinutes(50));
        var screen = publisher.get(path(incident) + "/resolve");
        var allClear = Forms.allClear("Card payments work again. We are sorry.");
        allClear.put("restoredAt", "2026-03-02T11:40");

        var sent = publisher.send(screen, path(incident) + "/resolve", allClear);

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(now().resolvedAt()).contains(Stories.NOW.plus(Duration.ofMinutes(40)));
        assertThat(publisher.get("/desk").body()).contains("The post-incident report is owed");
    }

    @Test
    void the_report_ends_the_story() {
        var incident = declared();
        var _ = publisher.send(
                publisher.get(path(incident) + "/resolve"),
                path(incident) + "/resolve",
                Forms.allClear("All is well again."));

        var sent = publisher.send(
                publisher.get(path(incident) + "/report"),
                path(incident) + "/report",
                Map.of(
                        "wentWrong",
                        "A certificate expired.",
                        "fixed",
                        "We replaced it.",
                        "prevented",
                        "We renew it earlier."));

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(now().phase()).isInstanceOf(Phase.PostIncident.class);
        assertThat(publisher.get(sent.location()).body()).contains("We renew it earlier.", "The report as PDF");
        assertThat(publisher.get(path(incident) + "/report.pdf").body()).startsWith("%PDF-1.");
    }

    @Test
    void a_report_names_what_is_still_to_be_done_and_the_desk_reminds_of_it() {
        var incident = declared();
        var report = path(incident) + "/report";
        var _ = publisher.send(
                publisher.get(path(incident) + "/resolve"),
                path(incident) + "/resolve",
                Forms.allClear("All is well again."));
        var answers = Map.of(
                "wentWrong", "A certificate expired.",
                "fixed", "We replaced it.",
                "prevented", "We renew it earlier.",
                "what-1", "Watch all certificates",
                "public-1", "on");

        var undated = publisher.send(publisher.get(report), report, answers);
        assertThat(undated.status()).isEqualTo(422);
        assertThat(undated.body()).contains("What readers are promised has a date.", "Watch all certificates");

        var dated = new HashMap<>(answers);
        dated.putAll(Map.of("by-1", "2026-03-01", "what-3", "Ask why nobody saw it"));
        var sent = publisher.send(publisher.get(report), report, dated);

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(now().phase())
                .isInstanceOfSatisfying(
                        Phase.PostIncident.class,
                        phase -> assertThat(phase.report().followUps())
                                .containsExactly(
                                        new FollowUp(
                                                "Watch all certificates",
                                                Optional.of(LocalDate.of(2026, 3, 1)),
                                                Optional.empty(),
                                                true),
                                        new FollowUp(
                                                "Ask why nobody saw it", Optional.empty(), Optional.empty(), false)));
        assertThat(publisher.get(report).body()).contains("value=\"Watch all certificates\"", "value=\"2026-03-01\"");
        assertThat(publisher.get("/desk").body()).contains("Promised action", "Watch all certificates");
    }

    @Test
    void it_can_be_reopened() {
        var incident = declared();
        var _ = publisher.send(
                publisher.get(path(incident) + "/resolve"),
                path(incident) + "/resolve",
                Forms.allClear("All is well again."));

        var sent = publisher.send(
                publisher.get(path(incident) + "/reopen"),
                path(incident) + "/reopen",
                Map.of(
                        "stage",
                        "investigating",
                        "text",
                        "It is back.",
                        "state-checkout",
                        "major_outage",
                        "nextUpdateIn",
                        "15"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(now().isOpen()).isTrue();
        assertThat(now().areas()).containsEntry(Area.whole(Stories.CHECKOUT), State.MAJOR_OUTAGE);
    }

    @Test
    void a_false_alarm_leaves_no_downtime() {
        var incident = declared();

        var sent = publisher.send(
                publisher.get(path(incident) + "/withdraw"),
                path(incident) + "/withdraw",
                Map.of("reason", "false_alarm", "text", "Our probe was broken. Sorry for the alarm."));

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(now().stateChanges()).isEmpty();
    }

    @Test
    void an_incident_of_the_past_is_entered_and_nobody_is_told() {
        Screen form = publisher.get("/desk/incidents/past/new");

        var sent = publisher.send(
                form,
                "/desk/incidents/past",
                Map.of(
                        "title", "Invoices could not be downloaded",
                        "startedAt", "2026-02-20T09:10",
                        "resolvedAt", "2026-02-20T10:05",
                        "severity", "minor",
                        "area", "invoices",
                        "text", "Downloads failed.",
                        "allClear", "They work again."));

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(now().backfilled()).isTrue();
        assertThat(server.store.<Integer>reading(
                        tx -> tx.outbox().recent(server.page.id(), 10).size()))
                .isZero();
    }
}
