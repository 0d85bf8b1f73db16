package dev.allclear.desk.console.suppressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.desk.console.entrance.House;
import dev.allclear.people.Role;
import dev.allclear.returns.ReturnNote;
import dev.allclear.suppression.AddressMark;
import dev.allclear.testkit.Stories;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuppressionsTest {

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nobody_is_suppressed_at_first_and_the_screen_says_how_that_comes() {
        var publisher = house.person(house.page(), Role.PUBLISHER);

        assertThat(publisher.get("/desk/suppressions").body())
                .contains("Mail goes to everybody", "what the mail server said");
    }

    @Test
    void an_address_is_suppressed_by_hand_found_whole_and_released() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        var path = publisher
                .post("/desk/suppressions/new", Map.of("email", "ops@Shops.example", "why", "asked <b>by phone</b>"))
                .header("Location")
                .replace("?suppressed", "");

        assertThat(publisher.get("/desk/suppressions").body())
                .contains("o***@shops.example", "By hand", "asked &lt;b&gt;by phone")
                .doesNotContain("ops@shops.example");
        assertThat(publisher.get("/desk/suppressions?q=OPS%40shops.example").header("Location"))
                .isEqualTo(path);
        assertThat(publisher.get("/desk/suppressions?q=bo%40shops.example").body())
                .contains("Not suppressed.");
        assertThat(publisher.get("/desk/suppressions?q=ops").body()).contains("Type the whole address");
        assertThat(publisher.get(path).body()).contains("Somebody at the desk decided it.", "Ines Brandt");

        var refused = publisher.post(path + "/release", Map.of("why", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"why-error\"", "Not released yet");
        assertThat(publisher.post(path + "/release", Map.of("why", "repaired")).header("Location"))
                .isEqualTo(path + "?released");
        assertThat(publisher.get(path).body()).contains("Released", "repaired").doesNotContain("Release the address");
        assertThat(publisher.get("/desk/suppressions?show=released").body()).contains("o***@shops.example");
        assertThat(publisher.get("/desk/journal").body())
                .contains("released a suppressed address")
                .doesNotContain("ops@shops.example");
    }

    @Test
    void a_refused_form_keeps_what_was_typed() {
        var publisher = house.person(house.page(), Role.PUBLISHER);

        var refused = publisher.post("/desk/suppressions/new", Map.of("email", "ops<at>shops", "why", "asked"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"email-error\"", "value=\"ops&lt;at>shops\"", "value=\"asked\"");
    }

    @Test
    void mails_that_were_refused_for_what_we_are_are_a_warning() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        house.store.inTransaction(tx -> tx.returns()
                .add(new ReturnNote(
                        page.id(),
                        new DeliveryId("d1"),
                        new AddressMark("m1"),
                        ReturnNote.Kind.REFUSED_US,
                        "5.7.26",
                        "<script>unauthenticated</script>",
                        Stories.NOW)));

        assertThat(publisher.get("/desk/suppressions").body())
                .contains("1 mail was refused in the last 30 days", "5.7.26: &lt;script&gt;unauthenticated");
        var found = house.doors.suppressions().find(page.id(), new EmailAddress("ops@shops.example"));
        assertThat(found).isEmpty();
    }
}
