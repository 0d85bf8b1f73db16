package dev.allclear.desk.console.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Choice;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Subject;
import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.incident.Incident;
import dev.allclear.keeping.Keeper;
import dev.allclear.people.Role;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import dev.allclear.testkit.Fanned;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Promises stay in sight at the desk, somebody answers for them, and what was wrong is stopped or put right.
final class KeepingTest {

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

    private void agree(UnaryOperator<Terms> change) {
        var terms = new EnumMap<>(SeverityPolicy.USUAL.terms());
        terms.replaceAll((_, usual) -> change.apply(usual));
        server.store.inTransaction(tx -> {
            tx.policies().save(server.page.id(), new SeverityPolicy(terms, List.of()), 0);
            return tx;
        });
    }

    private void after(long minutes) {
        server.clock.set(Stories.NOW.plus(Duration.ofMinutes(minutes)));
    }

    private Announcement announced(Incident incident) {
        return server.store
                .reading(tx -> tx.outbox().of(server.page.id(), incident.id().value()))
                .getLast()
                .announcement();
    }

    /// The update reaches one person.
    private void reached() {
        server.subscribed("ada", Choice.EVERYTHING);
        var now = server.clock.instant();
        Fanned.tell(server.store, now.plusSeconds(3_600), _ -> new Delivery.State.Accepted(now, "250 ok"));
    }

    @Test
    void the_nearest_promise_is_in_sight_on_every_screen() {
        declared();
        after(26);

        for (var screen : List.of("/desk", "/desk/incidents", "/desk/incidents/new", "/desk/announcements")) {
            assertThat(publisher.get(screen).body())
                    .as(screen)
                    .contains("data-next=\"/desk/next\"", "data-urgency=\"soon\"", "in 4 min", ">Card payments fail<")
                    .contains("<title data-title=\"", ">By 11:30 CET · ");
        }
    }

    @Test
    void the_frame_asks_for_the_nearest_promise_anew() {
        declared();
        var second = Forms.declaration();
        second.put("title", "Invoices are late");
        second.put("nextUpdateIn", "15");
        var _ = publisher.send(publisher.get("/desk/incidents/new?playbook="), "/desk/incidents", second);
        after(31);

        var next = publisher.get("/desk/next").body();

        assertThat(next)
                .doesNotContain("<!doctype")
                .contains("Invoices are late", "data-urgency=\"late\"", "16 min late", "and 1 more, late");
    }

    @Test
    void nothing_is_in_sight_where_nothing_is_owed() {
        assertThat(publisher.get("/desk/next").body()).isBlank();
    }

    @Test
    void a_report_that_is_late_is_in_sight_too() {
        var incident = declared();
        var _ = publisher.send(
                publisher.get(path(incident) + "/resolve"), path(incident) + "/resolve", Forms.allClear("It works."));
        assertThat(publisher.get("/desk").body()).contains("The post-incident report is owed by");
        assertThat(publisher.get("/desk/next").body()).isBlank();

        server.clock.set(Stories.NOW.plus(Duration.ofDays(11)));
        var late = server.somebody(Role.PUBLISHER);

        assertThat(late.get("/desk/next").body()).contains("Report overdue", path(incident) + "/report");
        assertThat(late.get("/desk").body()).contains("Report, overdue");
        assertThat(late.get(path(incident)).body()).contains("Post-incident report", "owed by");
    }

    @Test
    void somebody_says_to_be_on_it_and_hands_it_over() {
        var incident = declared();
        assertThat(publisher.get(path(incident)).body()).contains("You look after it.", ">I’m on it</button>");
        var other = server.somebody(Role.DRAFTER);
        assertThat(other.get("/desk").body()).contains("Ines Brandt looks after it.");

        var fromMail = other.get(path(incident) + "/take");
        var taken = other.send(other.get(path(incident)), path(incident) + "/take", Map.of());

        assertThat(fromMail.location()).isEqualTo(path(incident) + "?called#on-it");
        assertThat(taken.location()).isEqualTo(path(incident) + "?done=taken");
        assertThat(other.get(path(incident)).body()).contains("You are on it.").doesNotContain(">I’m on it</button>");
        assertThat(publisher.get("/desk").body()).contains("Ines Brandt is on it.");
        var me = server.store.reading(tx -> tx.accounts().all()).getFirst().id();
        var _ = other.send(other.get(path(incident)), path(incident) + "/owner", Map.of("owner", me.value()));
        var owner = server.store.reading(
                tx -> tx.reminders().ownership(server.page.id(), incident.id()).owner());
        assertThat(owner).contains(me);
    }

    @Test
    void a_viewer_takes_nothing() {
        var incident = declared();
        var viewer = server.somebody(Role.VIEWER);

        var screen = viewer.get(path(incident));

        assertThat(screen.body()).contains("looks after it.").doesNotContain("on-it");
        assertThat(viewer.send(screen, path(incident) + "/take", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void the_incident_shows_who_was_called_and_who_answered() {
        var incident = declared();
        after(31);
        new Keeper(server.store, server.clock, Stories.entropy(), server.doors.incidents()).look();
        after(32);
        var _ = publisher.send(publisher.get(path(incident)), path(incident) + "/take", Map.of());
        after(33);
        var _ = publisher.send(publisher.get(path(incident)), path(incident) + "/updates", Forms.update());

        assertThat(publisher.get(path(incident)).body())
                .contains("Who was called")
                .containsSubsequence(
                        "Ines Brandt was reminded: the update was due",
                        "Ines Brandt said: I’m on it",
                        "Ines Brandt spoke to customers")
                // After the pause only the latest of two was sent.
                .doesNotContain("due in five minutes<");
    }

    @Test
    void held_mails_can_be_stopped() {
        agree(terms -> terms.withHoldBack(Duration.ofSeconds(30)));
        server.subscribed("ada", Choice.EVERYTHING);
        var incident = declared();
        var screen = publisher.get(path(incident) + "?done=declared");
        assertThat(screen.body()).contains("Mails leave", ">30 s<", "Stop the mails", "The page shows it");

        var stopped = publisher.send(
                screen, "/desk/announcements/" + announced(incident).id().value() + "/stop", Map.of());
        var after = publisher.get(stopped.location());

        assertThat(stopped.location()).isEqualTo(path(incident) + "?done=stopped");
        assertThat(after.body())
                .contains("Mails stopped.", "Nobody was mailed; 1 person would have been.", "correct its text below")
                .contains("<details class=\"fold\" open>")
                .doesNotContain("Stop the mails");
        var leaves = server.store.inTransaction(
                tx -> tx.portions().take(10, Stories.NOW.plusSeconds(60), Duration.ofMinutes(1)));
        assertThat(leaves).isEmpty();
    }

    @Test
    void those_who_got_the_wrong_words_are_mailed_the_right_ones() {
        var incident = declared();
        reached();
        var update = incident.latest().id().value();
        var screen = publisher.get(path(incident));
        assertThat(screen.body()).contains("Mail it to the 1 person who got the wrong words");

        var sent = publisher.send(
                screen,
                path(incident) + "/updates/" + update + "/corrections",
                Map.of(
                        "correct-" + update, "Only cards from Europe fail.",
                        "why-" + update, "It was not all cards.",
                        "tell-" + update, "yes"));

        assertThat(sent.location()).isEqualTo(path(incident) + "?done=told#update-" + update);
        assertThat(announced(incident).subject())
                .isEqualTo(new Subject.OfCorrection(
                        incident.id(), incident.latest().id()));
        assertThat(publisher.get(path(incident)).body()).doesNotContain("Mail the correction to");
    }

    @Test
    void a_correction_can_be_mailed_later() {
        var incident = declared();
        reached();
        var update = incident.latest().id().value();
        var _ = publisher.send(
                publisher.get(path(incident)),
                path(incident) + "/updates/" + update + "/corrections",
                Map.of("correct-" + update, "Only cards from Europe fail.", "why-" + update, "It was not all cards."));
        assertThat(announced(incident).subject()).isInstanceOf(Subject.OfIncident.class);
        var screen = publisher.get(path(incident));
        assertThat(screen.body()).contains("Mail the correction to the 1 person who got the wrong words");

        var _ = publisher.send(screen, path(incident) + "/updates/" + update + "/correction-mails", Map.of());

        assertThat(announced(incident).subject()).isInstanceOf(Subject.OfCorrection.class);
    }
}
