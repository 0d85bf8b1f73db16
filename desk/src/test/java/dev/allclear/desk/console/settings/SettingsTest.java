package dev.allclear.desk.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.desk.console.entrance.House;
import dev.allclear.incident.Severity;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import dev.allclear.policy.Approval;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static final Map<String, String> WISHES = Map.of(
            "name",
            "Fernhill & Sons",
            "slug",
            "fern",
            "host",
            "https://Status.Fern.example/",
            "zone",
            "Europe/Lisbon",
            "language",
            "de",
            "accent",
            "#AA2211",
            "support",
            "help@fern.example",
            "version",
            "1");

    @Test
    void the_policy_is_changed_field_by_field_and_told_to_the_public() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);
        var path = "/p/" + page.slug() + "/desk/policy";
        var fields = new HashMap<String, String>();
        PolicyForm.filled(SeverityPolicy.USUAL).asMap().forEach((name, values) -> fields.put(name, values.getFirst()));
        fields.put("version", "0");
        fields.put("critical.approval", "second_person");
        fields.put("critical.holdBack", "30");
        fields.put("major.report", "");

        var saved = owner.post(path, fields);

        assertThat(saved.header("Location")).isEqualTo(path + "?saved");
        var policy = house.store.reading(tx -> tx.policies().of(page.id())).value();
        assertThat(policy.of(Severity.CRITICAL).approval()).isEqualTo(Approval.SECOND_PERSON);
        assertThat(policy.of(Severity.CRITICAL).holdBack()).isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.of(Severity.MAJOR).report()).isEmpty();
        assertThat(policy.of(Severity.MINOR)).isEqualTo(SeverityPolicy.USUAL.of(Severity.MINOR));
    }

    @Test
    void a_wrong_policy_says_which_field_and_keeps_what_was_typed() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);
        var fields = new HashMap<String, String>();
        PolicyForm.filled(SeverityPolicy.USUAL).asMap().forEach((name, values) -> fields.put(name, values.getFirst()));
        fields.put("version", "0");
        fields.put("major.investigating", "soon");
        fields.put("minor.compensation.en", "Half a day & more");

        var refused = owner.post("/p/" + page.slug() + "/desk/policy", fields);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "#major.investigating", "Give a number of minutes.", "value=\"soon\"", "Half a day &amp; more");
    }

    @Test
    void settings_are_saved_and_the_desk_follows_the_new_name() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);

        var saved = owner.post("/p/" + page.slug() + "/desk/settings", WISHES);

        assertThat(saved.header("Location")).isEqualTo("/p/fern/desk/settings?saved");
        var now = house.doors.pages().all().getFirst().value();
        assertThat(now.name()).isEqualTo("Fernhill & Sons");
        assertThat(now.host()).contains("status.fern.example");
        assertThat(now.accent()).isEqualTo("#aa2211");
        assertThat(now.support().orElseThrow()).hasToString("mailto:help@fern.example");
        assertThat(owner.get("/p/fern/desk/settings?saved").body()).contains("Fernhill &amp; Sons", "role=\"status\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status.example", "localhost", "127.0.0.1"})
    void only_the_first_page_can_have_the_name_of_the_installation(String host) {
        house.page();
        house.page();
        var pages = house.doors.pages().all();
        var first = pages.getFirst().value();
        var second = pages.getLast().value();
        var owner = house.person(second, Role.OWNER);
        var wishes = new HashMap<>(WISHES);
        wishes.put("host", host);
        wishes.put("slug", second.slug());

        var refused = owner.post("/p/" + second.slug() + "/desk/settings", wishes);
        wishes.put("slug", first.slug());
        var saved = house.person(first, Role.OWNER).post("/p/" + first.slug() + "/desk/settings", wishes);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"host-error\"", "leads to the installation itself");
        assertThat(house.doors.pages().all().getLast().value().host()).isEqualTo(second.host());
        assertThat(saved.status()).isEqualTo(303);
    }

    @Test
    void no_page_is_opened_under_the_name_of_the_installation() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);
        var thief = new Page(
                new PageId("thief"),
                "thief",
                "Thief",
                Optional.of("status.example"),
                page.zone(),
                page.language(),
                page.accent(),
                page.support(),
                Stories.NOW);

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(
                        () -> house.doors.pages().open(thief, owner.account().id(), House.TESTER))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("host"));
        assertThat(house.doors.pages().all()).hasSize(1);
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_a_late_one_changes_nothing() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);
        var wrong = new HashMap<>(WISHES);
        wrong.put("slug", "No Such Slug");

        var refused = owner.post("/desk/settings", wrong);
        owner.post("/desk/settings", WISHES);
        var late = owner.post("/desk/settings", WISHES);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"No Such Slug\"", "value=\"Fernhill &amp; Sons\"", "id=\"slug-error\"");
        assertThat(late.status()).isEqualTo(409);
    }

    @Test
    void whoever_opens_a_page_owns_it_and_nobody_else_sees_it() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);
        var other = house.person(page, Role.OWNER);
        var fields = Map.of("name", "Fernhill for banks", "slug", "banks", "zone", "UTC", "language", "en");

        var opened = owner.post("/desk/pages", fields);

        assertThat(opened.header("Location")).isEqualTo("/p/banks/desk");
        assertThat(owner.get("/p/banks/desk/people").body())
                .contains(owner.account().email().value());
        assertThat(owner.get("/desk/pages").body()).contains("Fernhill for banks");
        assertThat(other.get("/p/banks/desk/journal").status()).isEqualTo(403);
        assertThat(other.get("/desk/pages").body()).doesNotContain("Fernhill for banks");
    }

    @Test
    void a_short_name_is_given_once() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);

        var refused = owner.post(
                "/desk/pages", Map.of("name", "Again", "slug", page.slug(), "zone", "UTC", "language", "en"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"slug-error\"", "value=\"Again\"");
    }

    @Test
    void a_key_is_shown_once_works_and_can_be_revoked() {
        var page = house.page();
        var owner = house.person(page, Role.OWNER);

        var created = owner.post("/desk/keys", Map.of("name", "<deploy>", "scope", "viewer", "expires", "year"));
        var secret = created.between("<code id=\"key\">", "</code>");

        assertThat(created.body()).contains("&lt;deploy&gt;").doesNotContain("<deploy>");
        assertThat(house.get("/api/v1/page", "Authorization", "Bearer " + secret)
                        .status())
                .isEqualTo(200);
        assertThat(owner.get("/desk/keys").body()).contains("&lt;deploy&gt;").doesNotContain(secret);

        var id = house.doors.keys().all(page.id()).getFirst().id().value();
        owner.post("/desk/keys/" + id + "/revocation", Map.of());

        assertThat(house.get("/api/v1/page", "Authorization", "Bearer " + secret)
                        .status())
                .isEqualTo(401);
        assertThat(owner.get("/desk/keys").body()).contains("revoked");
    }

    @Test
    void publishers_may_not_come_here() {
        var publisher = house.person(house.page(), Role.PUBLISHER);

        for (var path : new String[] {"/desk/settings", "/desk/pages", "/desk/keys"}) {
            assertThat(publisher.get(path).status()).isEqualTo(403);
            assertThat(publisher.post(path, WISHES).status()).isEqualTo(403);
        }
    }
}
