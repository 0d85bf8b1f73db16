package dev.allclear.desk.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.status.Catalogue;
import dev.allclear.testkit.Fanned;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the desk's first screen says of mails, and of a page on which nothing stands yet.
final class MailHealthTest {

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser publisher = server.somebody(Role.PUBLISHER);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void mails_that_do_not_go_out_are_the_first_thing_that_is_said() {
        var announcement = announced();
        tried(new Delivery.State.Waiting(Stories.NOW.plusSeconds(30), "The mail server can't be used: refused"));

        assertThat(publisher.get("/desk").body()).doesNotContain("Mails do not go out");
        server.clock.advance(Duration.ofMinutes(2));

        assertThat(publisher.get("/desk").body())
                .contains("Mails do not go out since", "1 mail waits", "The mail server can", "be used: refused")
                .contains("/desk/announcements/" + announcement.id().value() + "?show=waiting")
                .doesNotContain("Mail goes out.");
    }

    @Test
    void what_is_under_way_and_reaches_nobody_is_told_after_a_minute() {
        var announcement = announced();
        server.store.inTransaction(tx -> tx.portions().take(100, Stories.NOW, Duration.ofMinutes(10)));

        assertThat(publisher.get("/desk").body()).doesNotContain("Mails do not go out");
        server.clock.advance(Duration.ofMinutes(2));

        assertThat(publisher.get("/desk").body())
                .contains("Mails do not go out since", "No mail was taken over since")
                .contains("/desk/announcements/" + announcement.id().value());
    }

    @Test
    void mails_that_were_sent_are_not_spoken_of_loudly() {
        announced();
        tried(new Delivery.State.Accepted(Stories.NOW, "250 queued"));
        server.clock.advance(Duration.ofMinutes(2));

        assertThat(publisher.get("/desk").body()).contains("Mail goes out.").doesNotContain("Mails do not go out");
    }

    @Test
    void a_page_without_components_says_what_to_do_next() {
        server.doors
                .catalogue()
                .change(server.page.id(), Optional.empty(), "emptied", "", "", new Actor("Ines"), _ -> Catalogue.EMPTY);

        assertThat(publisher.get("/desk").body())
                .contains("Nothing is shown on your page yet", "Add your components", "/desk/components/new")
                .doesNotContain("All is well");
    }

    private Announcement announced() {
        var incident = Stories.openIncident(server.page.id());
        var announcement = Stories.announcement(incident);
        var subscriber = Stories.subscriber(server.page.id(), "anna");
        server.store.inTransaction(tx -> {
            tx.incidents().add(incident);
            tx.subscribers().save(subscriber);
            tx.outbox().add(announcement);
            return announcement;
        });
        return announcement;
    }

    private void tried(Delivery.State outcome) {
        Fanned.tell(server.store, Stories.NOW, _ -> outcome);
    }
}
