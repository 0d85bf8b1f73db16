package dev.allclear.desk.console.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.desk.console.entrance.House;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import dev.allclear.testkit.Stories;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static final Map<String, Object> AGREED = Map.of(
            "email",
            "ops@Shops.example",
            "kind",
            List.of("incidents"),
            "choice",
            "some",
            "component",
            "checkout",
            "group",
            "paying",
            "region",
            "europe",
            "language",
            "de",
            "zone",
            "Europe/Paris",
            "proof",
            "agreed");

    private Subscriber only(Page page) {
        return house.doors
                .audience()
                .list(page.id(), Selection.ALL, Optional.empty(), 10)
                .subscribers()
                .getFirst();
    }

    @Test
    void somebody_who_agreed_is_added_with_their_choice_and_can_be_erased() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        publisher.post("/desk/subscribers/new", AGREED);

        var added = only(page);
        assertThat(added.isConfirmed()).isTrue();
        assertThat(added.choice())
                .isEqualTo(new Choice(
                        Set.of(Stories.CHECKOUT),
                        Set.of(Stories.PAYING),
                        Set.of(Stories.EUROPE),
                        Set.of(Choice.Kind.INCIDENTS)));
        assertThat(added.language().tag()).isEqualTo("de");
        assertThat(publisher.get("/desk/subscribers").body())
                .contains("ops@shops.example", "Paying, Checkout; in Europe; incidents", "1 confirmed in all");
        var path = "/desk/subscribers/" + added.id().value();
        assertThat(publisher.get(path).body())
                .contains("value=\"checkout\" checked", "value=\"some\" checked", "added by Ines Brandt")
                .contains("<option value=\"Europe/Paris\" selected>");

        assertThat(publisher.post(path + "/erasure", Map.of()).header("Location"))
                .isEqualTo("/desk/subscribers?erased");
        assertThat(house.doors
                        .audience()
                        .list(page.id(), Selection.ALL, Optional.empty(), 10)
                        .subscribers())
                .isEmpty();
        assertThat(publisher.get("/desk/journal").body())
                .contains("erased a subscriber")
                .doesNotContain("ops@shops");
    }

    @Test
    void somebody_who_did_not_agree_yet_is_asked_by_mail() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        publisher.post(
                "/desk/subscribers/new",
                Map.of(
                        "email",
                        "new@shops.example",
                        "kind",
                        List.of("incidents", "maintenance"),
                        "choice",
                        "everything",
                        "language",
                        "en",
                        "zone",
                        "page",
                        "proof",
                        "ask"));

        assertThat(only(page).standing()).isInstanceOf(Subscriber.Standing.Pending.class);
        int mails = house.store.reading(tx -> tx.outbox().recent(page.id(), 5).size());
        assertThat(mails).isEqualTo(1);
        assertThat(publisher.get("/desk/subscribers").body()).contains("Not confirmed", "0 confirmed in all");
    }

    @Test
    void a_refused_form_keeps_what_was_typed() {
        var publisher = house.person(house.page(), Role.PUBLISHER);

        var refused = publisher.post(
                "/desk/subscribers/new",
                Map.of(
                        "email",
                        "ops<at>shops",
                        "choice",
                        "some",
                        "component",
                        "checkout",
                        "language",
                        "de",
                        "zone",
                        "Mars",
                        "proof",
                        "agreed"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"email-error\"", "id=\"kind-error\"", "id=\"zone-error\"")
                .contains("value=\"ops&lt;at>shops\"", "value=\"checkout\" checked", "<option value=\"de\" selected>");
    }

    @Test
    void who_left_stays_known_as_left() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        publisher.post("/desk/subscribers/new", AGREED);
        var path = "/desk/subscribers/" + only(page).id().value();

        publisher.post(path + "/stop", Map.of());

        assertThat(only(page).standing()).isInstanceOf(Subscriber.Standing.Left.class);
        assertThat(publisher.get("/desk/subscribers").body()).contains("Left", "Taken off the list by Ines Brandt");
        assertThat(publisher.post("/desk/subscribers/new", AGREED).body()).contains("id=\"email-error\"");
    }

    @Test
    void the_list_is_searched_and_turned_page_by_page() {
        var page = house.page();
        for (var i = 0; i < 120; i++) {
            house.doors
                    .subscriptions()
                    .add(
                            page.id(),
                            new EmailAddress("reader" + i + "@shops.example"),
                            Choice.EVERYTHING,
                            page.language(),
                            Optional.empty(),
                            House.TESTER);
        }
        var publisher = house.person(page, Role.PUBLISHER);

        var seen = new HashSet<String>();
        var next = Optional.of("/desk/subscribers");
        while (next.isPresent()) {
            var body = publisher.get(next.get()).body();
            Pattern.compile("reader[0-9]+@").matcher(body).results().forEach(found -> seen.add(found.group()));
            next = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"")
                    .matcher(body)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .findFirst();
        }
        assertThat(seen).hasSize(120);
        assertThat(publisher.get("/desk/subscribers?q=reader77").body())
                .contains("reader77@")
                .doesNotContain("reader78@");
        assertThat(publisher.get("/desk/subscribers?q=%3Cimg%3E").body())
                .contains("“&lt;img&gt;”")
                .doesNotContain("<img");
        assertThat(publisher.get("/desk/subscribers?after=nonsense").status()).isEqualTo(422);
    }

    @Test
    void addresses_are_for_publishers() {
        var page = house.page();
        house.person(page, Role.PUBLISHER).post("/desk/subscribers/new", AGREED);
        var path = "/desk/subscribers/" + only(page).id().value();
        for (var role : new Role[] {Role.VIEWER, Role.DRAFTER}) {
            var person = house.person(page, role);

            assertThat(person.get("/desk/subscribers").status()).isEqualTo(403);
            assertThat(person.get(path).status()).isEqualTo(403);
            assertThat(person.post(path + "/erasure", Map.of()).status()).isEqualTo(403);
        }
        assertThat(house.person(page, Role.OWNER)
                        .postWithoutToken(path + "/erasure", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(only(page).isConfirmed()).isTrue();
    }
}
