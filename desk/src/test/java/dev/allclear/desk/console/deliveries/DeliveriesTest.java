package dev.allclear.desk.console.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Subscriber;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.console.entrance.House;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import dev.allclear.testkit.Fanned;
import dev.allclear.testkit.Stories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Announcement announced(Page page) {
        var incident = Stories.openIncident(page.id());
        var announcement = Stories.announcement(incident);
        house.store.inTransaction(tx -> {
            tx.incidents().add(incident);
            tx.outbox().add(announcement);
            for (var name : List.of("anna", "bert", "cleo")) {
                var subscriber = Stories.subscriber(page.id(), name);
                tx.subscribers().save(subscriber);
            }
            return announcement;
        });
        return announcement;
    }

    /// Anna has it, Bert's server refuses it, Cleo's asks us to wait.
    private void tried() {
        Fanned.tell(house.store, Stories.NOW, DeliveriesTest::outcome);
    }

    private static Delivery.State outcome(Subscriber subscriber) {
        return switch (subscriber.address().value().charAt(0)) {
            case 'a' -> new Delivery.State.Accepted(Stories.NOW, "250 queued");
            case 'b' -> new Delivery.State.Failed(Stories.NOW, "550 no <such> user");
            default -> new Delivery.State.Waiting(Stories.NOW.plusSeconds(300), "451 try later");
        };
    }

    @Test
    void everybodys_outcome_is_shown_and_can_be_narrowed_down() {
        var page = house.page();
        var path = "/desk/announcements/" + announced(page).id().value();
        tried();
        var publisher = house.person(page, Role.PUBLISHER);

        assertThat(publisher.get(path).body())
                .contains(
                        "anna@shops.example",
                        "250 queued",
                        "550 no &lt;such&gt; user",
                        "451 try later",
                        "Waiting, tried once")
                .contains("Card payments fail", "Investigating");
        assertThat(publisher.get(path + "?show=failed").body())
                .contains("bert@")
                .doesNotContain("anna@", "cleo@");
        assertThat(publisher.get(path + "?q=cleo").body()).contains("cleo@").doesNotContain("anna@");
        assertThat(publisher.get("/desk/announcements").body()).contains("Card payments fail", "1 failed");
        assertThat(publisher.get(path + "/progress").body())
                .contains("data-busy")
                .doesNotContain("<html");
    }

    @Test
    void the_picture_says_how_many_have_it_and_why_others_do_not() {
        var page = house.page();
        var path = "/desk/announcements/" + announced(page).id().value();
        tried();
        var publisher = house.person(page, Role.PUBLISHER);

        var shown = publisher.get(path).body();

        assertThat(shown).contains("<strong>1</strong> of 3", "data-poll=\"" + path + "/picture\"");
        assertThat(shown)
                .contains("550 no &lt;such&gt; user", "451 try later", "Stop the rest")
                .contains("state=failed", "tried again");
        assertThat(publisher.get(path + "/picture").body())
                .contains("data-busy", "Only those who must be tried again are left")
                .doesNotContain("<html");
        assertThat(publisher
                        .get(path + "?state=failed&why=550+no+%3Csuch%3E+user")
                        .body())
                .contains("Only those with:", "bert@")
                .doesNotContain("anna@", "cleo@");
    }

    @Test
    void proof_for_one_person_holds_the_answer_of_the_other_side() {
        var page = house.page();
        var announcement = announced(page);
        tried();
        var anna = house.store
                .reading(tx -> tx.deliveries().of(page.id(), announcement.id(), Set.of(), "anna", 0, 1))
                .getFirst();
        var proof = "/desk/subscribers/" + anna.subscriber().value() + "/sent";
        var publisher = house.person(page, Role.PUBLISHER);

        assertThat(publisher
                        .get("/desk/announcements/" + announcement.id().value())
                        .body())
                .contains(proof);
        assertThat(publisher
                        .get("/desk/subscribers/" + anna.subscriber().value())
                        .body())
                .contains(proof);
        assertThat(publisher.get(proof).body())
                .contains(
                        "anna@shops.example",
                        "Card payments fail",
                        "250 queued",
                        anna.id().value())
                .doesNotContain("bert@");
        assertThat(house.person(page, Role.VIEWER).get(proof).status()).isEqualTo(403);
        var other = house.page();
        assertThat(house.person(other, Role.OWNER)
                        .get("/p/" + other.slug() + proof)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_failed_is_tried_again() {
        var page = house.page();
        var announcement = announced(page);
        var path = "/desk/announcements/" + announcement.id().value();
        tried();
        var publisher = house.person(page, Role.PUBLISHER);
        assertThat(house.person(page, Role.DRAFTER)
                        .post(path + "/retry", Map.of())
                        .status())
                .isEqualTo(403);

        publisher.post(path + "/retry", Map.of());

        var failed = house.store.reading(
                tx -> tx.deliveries().of(page.id(), announcement.id(), Set.of(Delivery.Kind.FAILED), "", 0, 10));
        assertThat(failed).isEmpty();
        assertThat(publisher.get(path).body()).doesNotContain("Try failed again");
    }

    @Test
    void what_was_never_answered_is_sent_again_when_somebody_takes_the_risk() {
        var page = house.page();
        var announcement = announced(page);
        var path = "/desk/announcements/" + announcement.id().value();
        Fanned.tell(
                house.store, Stories.NOW, _ -> new Delivery.State.Unknown(Stories.NOW, Optional.empty(), "no answer"));
        var publisher = house.person(page, Role.PUBLISHER);
        assertThat(publisher.get(path).body()).contains("Send again what was never answered", "may have arrived");

        publisher.post(path + "/retry", Map.of("which", "unanswered"));

        var unknown = house.store.reading(
                tx -> tx.deliveries().of(page.id(), announcement.id(), Set.of(Delivery.Kind.UNKNOWN), "", 0, 10));
        assertThat(unknown).isEmpty();
    }

    @Test
    void viewers_see_outcomes_but_no_addresses() {
        var page = house.page();
        var path = "/desk/announcements/" + announced(page).id().value();
        tried();
        var viewer = house.person(page, Role.VIEWER);

        assertThat(viewer.get(path + "?q=anna").body())
                .contains("a***@shops.example", "b***@shops.example")
                .doesNotContain("anna@", "bert@", "Try failed again", "role=\"search\"");
        assertThat(viewer.get("/desk/mails").header("Location")).isEqualTo("/desk/announcements");
        assertThat(viewer.get("/desk/mails/any.eml").status()).isEqualTo(403);
    }

    private KeptMails.Mail kept(Delivery delivery) {
        var name = "20260302T100000000Z-" + delivery.id().value() + ".eml";
        return new KeptMails.Mail(
                new KeptMails.Summary(
                        name,
                        Instant.parse("2026-03-02T10:00:00Z"),
                        delivery.address().value(),
                        "<Cards> fail"),
                "X-Header: <b>",
                "Cards & more <fail>",
                "<html><script>alert(1)</script><p>Cards fail</p></html>");
    }

    @Test
    void a_kept_mail_is_shown_where_nothing_of_it_can_run() {
        var page = house.page();
        var announcement = announced(page);
        tried();
        var delivery = house.store
                .reading(tx -> tx.deliveries().of(page.id(), announcement.id(), Set.of(), "anna", 0, 1))
                .getFirst();
        house.mails.add(kept(delivery));
        var publisher = house.person(page, Role.PUBLISHER);
        var path = "/desk/mails/" + house.mails.getFirst().summary().name();

        assertThat(publisher.get("/desk/mails").body()).contains("&lt;Cards&gt; fail", "No mail server is set up");
        assertThat(publisher.get(path).body())
                .contains("src=\"" + path + "/html\" sandbox", "Cards &amp; more &lt;fail&gt;", "X-Header: &lt;b&gt;")
                .doesNotContain("alert(1)");
        var html = publisher.get(path + "/html");
        assertThat(html.header("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
        assertThat(html.body()).contains("<script>alert(1)");
    }

    @Test
    void of_an_erased_person_no_mail_is_kept_or_shown() {
        var page = house.page();
        var announcement = announced(page);
        tried();
        var deliveries = house.store.reading(tx -> tx.deliveries()
                .of(page.id(), announcement.id(), Set.of(Delivery.Kind.ACCEPTED, Delivery.Kind.FAILED), "", 0, 9));
        deliveries.forEach(delivery -> house.mails.add(kept(delivery)));
        var mail = house.mails.stream()
                .filter(one -> one.summary().to().startsWith("anna@"))
                .findFirst()
                .orElseThrow();
        var anna = deliveries.stream()
                .filter(one -> one.address().value().startsWith("anna@"))
                .findFirst()
                .orElseThrow();
        var publisher = house.person(page, Role.PUBLISHER);
        var path = "/desk/mails/" + mail.summary().name();
        assertThat(publisher.get(path).status()).isEqualTo(200);

        publisher.post("/desk/subscribers/" + anna.subscriber().value() + "/erasure", Map.of());
        assertThat(house.mails).extracting(one -> one.summary().to()).containsExactly("bert@shops.example");

        // One that was being sent at that moment.
        house.mails.add(mail);
        assertThat(publisher.get("/desk/mails").body()).contains("bert@").doesNotContain("anna@");
        assertThat(publisher.get(path).status()).isEqualTo(404);
        assertThat(publisher.get(path + "/html").status()).isEqualTo(404);
    }

    @Test
    void nobody_reads_the_mails_of_another_page() {
        var first = house.page();
        var second = house.page();
        var announcement = announced(second);
        tried();
        var delivery = house.store
                .reading(tx -> tx.deliveries().of(second.id(), announcement.id(), Set.of(), "anna", 0, 1))
                .getFirst();
        house.mails.add(kept(delivery));
        var owner = house.person(first, Role.OWNER);
        var name = house.mails.getFirst().summary().name();

        assertThat(owner.get("/desk/mails").body()).doesNotContain("anna@shops.example");
        assertThat(owner.get("/desk/mails/" + name).status()).isEqualTo(404);
        assertThat(owner.get("/desk/mails/" + name + "/html").status()).isEqualTo(404);
        assertThat(owner.get("/desk/announcements/" + announcement.id().value()).status())
                .isEqualTo(404);
        assertThat(owner.get("/p/" + second.slug() + "/desk/mails").status()).isEqualTo(403);
    }
}
