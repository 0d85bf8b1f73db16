package dev.allclear.desk.console.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.desk.console.entrance.House;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files of subscribers at the desk, and what is done to many at once.
final class RosterTest {

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
    void a_file_is_looked_at_first_and_then_taken_in() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        var lines = "email,components\nada@shops.example,checkout\nnobody,\n";
        var form = Map.of(
                "lines",
                lines,
                "proof",
                "declared",
                "consent",
                "signed the contract",
                "consent_at",
                "2025-01-01",
                "tags",
                "beta");

        var looked = publisher.post("/desk/subscribers/import", with(form, "act", "look"));
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.body()).contains("What would happen", "ada@shops.example", "Import them");
        assertThat(all(page)).isEmpty();

        var taken = publisher.post("/desk/subscribers/import", with(form, "act", "take"));
        assertThat(taken.body()).contains("Imported", "look like an email address");
        assertThat(all(page)).extracting(one -> one.address().value()).containsExactly("ada@shops.example");

        var report = publisher.post("/desk/subscribers/import", with(form, "act", "report"));
        assertThat(report.body()).startsWith("line,outcome,field,message\r\n2,unchanged,,\r\n3,refused,email,");
    }

    @Test
    void a_refused_file_keeps_what_was_typed() {
        var publisher = house.person(house.page(), Role.PUBLISHER);

        var nothing = publisher.post("/desk/subscribers/import", Map.of("lines", " ", "act", "look", "proof", "file"));
        assertThat(nothing.status()).isEqualTo(422);
        var refused = publisher.post(
                "/desk/subscribers/import",
                Map.of("lines", "name\nAda &lt;", "act", "look", "proof", "declared", "consent", "so she said"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("name\nAda &amp;lt;", "so she said", "#consent_at");
    }

    @Test
    void asking_says_how_many_mails_would_go_out_and_sends_no_more() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        var many = IntStream.range(0, 1_500)
                .mapToObj(number -> "reader" + number + "@shops.example")
                .collect(Collectors.joining("\n"));

        var looked = publisher.post("/desk/subscribers/import", Map.of("lines", many, "proof", "ask", "act", "look"));
        assertThat(looked.body()).contains("1,500 people would get a mail", "and mail 1,500 people");

        var _ = publisher.post(
                "/desk/subscribers/import", Map.of("lines", many, "proof", "ask", "act", "take", "ask", "3"));
        assertThat(all(page)).hasSize(3);
    }

    @Test
    void the_export_holds_everybody() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        var lines = IntStream.range(0, 2_500)
                .mapToObj(number -> "reader" + number + "@shops.example,2025-01-01,a form")
                .collect(Collectors.joining("\n", "email,consent_at,consent_source\n", ""));
        var _ = publisher.post("/desk/subscribers/import", Map.of("lines", lines, "proof", "file", "act", "take"));

        var exported = publisher.get("/desk/subscribers/export");

        assertThat(exported.body().lines()).hasSize(2_501);
        assertThat(publisher.get("/desk/subscribers/export?q=reader12@").body().lines())
                .hasSize(2);
    }

    @Test
    void what_is_done_to_many_says_to_how_many_first() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        var _ = publisher.post(
                "/desk/subscribers/import",
                Map.of(
                        "lines",
                        "ada@shops.example\nbela@shops.example\ncleo@acme.example",
                        "proof",
                        "declared",
                        "consent",
                        "said so",
                        "consent_at",
                        "2025-01-01",
                        "act",
                        "take"));

        assertThat(publisher
                        .get("/desk/subscribers/change?q=%40shops&act=tag&word=Beta")
                        .body())
                .contains("Change 2 subscribers", "“beta”");
        var wrong = Map.of("q", "@shops", "act", "tag", "word", "beta", "expected", "1");
        assertThat(publisher.post("/desk/subscribers/change", wrong).status()).isEqualTo(422);
        assertThat(publisher
                        .post("/desk/subscribers/change", with(wrong, "expected", "2"))
                        .status())
                .isEqualTo(303);
        assertThat(all(page)).filteredOn(one -> !one.tags().isEmpty()).hasSize(2);
        assertThat(publisher.get("/desk/subscribers?tag=beta").body())
                .contains("ada@", "bela@")
                .doesNotContain("cleo@");

        var remove = Map.of("tag", "beta", "act", "remove", "expected", "2");
        assertThat(publisher.post("/desk/subscribers/change", remove).status()).isEqualTo(303);
        assertThat(all(page)).filteredOn(Subscriber::isConfirmed).hasSize(1);
    }

    @Test
    void all_that_is_known_of_a_person_is_shown() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        var _ = publisher.post(
                "/desk/subscribers/import",
                Map.of(
                        "lines",
                        "ada@shops.example",
                        "proof",
                        "declared",
                        "consent",
                        "signed the contract",
                        "consent_at",
                        "2025-01-01",
                        "act",
                        "take"));
        var path = "/desk/subscribers/" + all(page).getFirst().id().value();

        assertThat(publisher.get(path + "/data").body()).contains("ada@shops.example", "signed the contract");
        assertThat(publisher.post(path + "/pause", Map.of("until", "")).status())
                .isEqualTo(303);
        assertThat(publisher.get(path).body()).contains("until they or you end it");
        assertThat(publisher.post(path + "/resume", Map.of()).status()).isEqualTo(303);
        assertThat(house.person(page, Role.DRAFTER).get(path + "/data").status())
                .isEqualTo(403);
    }

    private static Map<String, Object> with(Map<String, String> form, String field, String value) {
        var more = new HashMap<String, Object>(form);
        more.put(field, value);
        return more;
    }

    private List<Subscriber> all(Page page) {
        return house.doors
                .audience()
                .list(page.id(), Selection.ALL, Optional.empty(), 10_000)
                .subscribers();
    }
}
