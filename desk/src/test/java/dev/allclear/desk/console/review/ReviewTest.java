package dev.allclear.desk.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Stage;
import dev.allclear.keeping.Keeper;
import dev.allclear.operation.Word;
import dev.allclear.people.Account;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a team learns from how it spoke.
final class ReviewTest {

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser viewer = server.somebody(Role.VIEWER);
    private Actor ines;
    private Incident incident;

    /// Declared in time; the first update kept, the second 12 minutes late; then over.
    @BeforeEach
    void live_through_an_incident() {
        var _ = server.somebody(Role.PUBLISHER);
        Account publisher = server.store.reading(tx -> tx.accounts().all()).stream()
                .filter(account -> account.roles().get(server.page.id()) == Role.PUBLISHER)
                .findFirst()
                .orElseThrow();
        ines = Actor.of(publisher);
        incident = server.doors
                .incidents()
                .declare(server.page.id(), Stories.declaration(), ines)
                .value();
        says(25, "Cards still fail.");
        after(57);
        new Keeper(server.store, server.clock, Stories.entropy(), server.doors.incidents()).look();
        says(67, "Cards fail for some.");
        server.doors
                .incidents()
                .correct(
                        server.page.id(),
                        incident.id(),
                        incident.first().id(),
                        "Some cards fail.",
                        "It was not all cards.",
                        Optional.empty(),
                        ines);
        server.store.inTransaction(tx -> {
            tx.journal()
                    .append(
                            server.page.id(),
                            server.clock.instant(),
                            ines.name(),
                            "approval.overridden",
                            incident.id().value(),
                            "Nobody else was awake.");
            return tx;
        });
        after(90);
        server.doors
                .incidents()
                .resolve(
                        server.page.id(), incident.id(), "Cards work again.", Optional.empty(), Optional.empty(), ines);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void after(long minutes) {
        server.clock.set(Stories.NOW.plus(Duration.ofMinutes(minutes)));
    }

    private void says(long minute, String text) {
        after(minute);
        server.doors
                .incidents()
                .postUpdate(
                        server.page.id(),
                        incident.id(),
                        new Word(Stage.IDENTIFIED, text, Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        ines);
    }

    private String review(IncidentId id) {
        return "/desk/incidents/" + id.value() + "/review";
    }

    @Test
    void an_incident_shows_how_it_was_handled() {
        var screen = viewer.get(review(incident.id()));

        assertThat(screen.status()).isEqualTo(200);
        assertThat(screen.body())
                .contains("in time: the policy says 15 min", "<strong>2 of 3</strong>", "12:07 CET</time>, 12 min late")
                .contains("we spoke 4 times. 2 promises were kept, 1 missed.")
                .contains("It was not all cards.")
                .contains("Published without a second person:</strong> Nobody else was awake.")
                .contains("Ines Brandt was reminded: the update was due", "Ines Brandt spoke to customers")
                .containsOnlyOnce("class=\"rhythm-late\"");
    }

    @Test
    void a_period_says_by_severity_how_promises_were_kept() {
        var screen = viewer.get("/desk/review");

        assertThat(screen.body())
                .contains("data-severity=\"major\"", "2 of 3", "1 of 1", "10 min")
                .contains("Where a promise was broken", "href=\"" + review(incident.id()) + "\"");
        server.clock.set(Stories.NOW.plus(Duration.ofDays(40)));
        var later = server.somebody(Role.VIEWER);
        assertThat(later.get("/desk/review?days=30").body()).contains("No incident began in this time");
        assertThat(later.get("/desk/review?days=90").body()).contains("0 of 1");
    }
}
