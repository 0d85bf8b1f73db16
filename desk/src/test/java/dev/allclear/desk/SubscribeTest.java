package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Choice;
import dev.allclear.audience.Subscriber;
import dev.allclear.language.Language;
import dev.allclear.testkit.Stories;
import dev.allclear.wording.Signature.Purpose;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscribeTest {

    private DeskServer server;
    private Reader reader;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        reader = new Reader(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_form_offers_the_whole_tree_in_the_readers_language() {
        var english = server.get("/subscribe");
        var german = server.get("/de/subscribe", "Accept-Language", "en");
        var preferred = server.get("/subscribe", "Accept-Language", "de-AT,en;q=0.5");

        assertThat(english.status()).isEqualTo(200);
        assertThat(english.body())
                .contains(
                        "Subscribe by email",
                        "value=\"group.shop\"",
                        "value=\"component.checkout\"",
                        "value=\"europe\" checked");
        assertThat(german.body()).contains("<html lang=\"de\"", "Per E-Mail abonnieren", "action=\"/de/subscribe\"");
        assertThat(preferred.body()).contains("<html lang=\"de\"");
        assertThat(server.get("/p/" + server.otherPage.slug() + "/subscribe").body())
                .contains("action=\"/p/" + server.otherPage.slug() + "/en/subscribe\"");
    }

    @Test
    void one_subscribes_confirms_changes_and_leaves() {
        var asked = reader.subscribe(
                Reader.ANA.value(),
                Map.of(
                        "scope",
                        "parts",
                        "part",
                        List.of("group.paying", "component.storefront"),
                        "region",
                        "europe",
                        "kind",
                        "incidents",
                        "language",
                        "de",
                        "zone",
                        "Europe/Lisbon"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("Check your inbox", Reader.ANA.value());
        assertThat(reader.mails()).isEqualTo(1);
        assertThat(reader.known().isConfirmed()).isFalse();
        assertThat(reader.known().choice().groups()).containsExactly(Stories.PAYING);
        assertThat(reader.known().choice().components()).containsExactly(Stories.STOREFRONT);
        assertThat(reader.known().choice().regions()).containsExactly(Stories.EUROPE);
        assertThat(reader.known().choice().kinds()).containsExactly(Choice.Kind.INCIDENTS);
        assertThat(reader.known().language()).isEqualTo(new Language("de"));
        assertThat(reader.known().zone()).contains(ZoneId.of("Europe/Lisbon"));

        var confirm = reader.link(Purpose.CONFIRM);
        assertThat(server.get(confirm).body()).contains("Ein letzter Schritt", Reader.ANA.value());
        assertThat(reader.known().isConfirmed()).isFalse();
        assertThat(server.postForm("/en" + confirm, Map.of()).body()).contains("You are subscribed");
        assertThat(reader.known().isConfirmed()).isTrue();

        assertThat(server.get("/en" + confirm).body())
                .contains("This link was used already", "is subscribed")
                .doesNotContain("Yes, subscribe me");

        var manage = reader.link(Purpose.MANAGE);
        assertThat(server.get(manage).body())
                .contains("value=\"group.paying\" checked", "value=\"de\" lang=\"de\" selected");
        var saved = server.postForm(
                manage, Map.of("scope", "all", "kind", "maintenance", "language", "en", "zone", "Mars"));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(server.get(saved.header("Location")).body()).contains("Your changes are saved.");
        assertThat(reader.known().choice())
                .isEqualTo(new Choice(Set.of(), Set.of(), Set.of(), Set.of(Choice.Kind.MAINTENANCE)));
        assertThat(reader.known().zone()).contains(ZoneId.of("Europe/Lisbon"));

        assertThat(server.get(manage).body()).contains("/subscribe/leave/");
        assertThat(server.postForm(reader.link(Purpose.UNSUBSCRIBE), Map.of()).body())
                .contains("You are unsubscribed");
        assertThat(reader.known().standing()).isInstanceOf(Subscriber.Standing.Left.class);
        assertThat(server.get(manage).body())
                .contains("At present")
                .doesNotContain("/subscribe/leave/", "name=\"scope\"", "saved");
    }

    @Test
    void people_pause_until_a_day_and_come_back() {
        reader.subscribe(Reader.ANA.value(), Map.of());
        var _ = server.postForm(reader.link(Purpose.CONFIRM), Map.of());
        var manage = reader.link(Purpose.MANAGE);

        var past = server.postForm(manage + "/pause", Map.of("until", "2001-01-01"));
        assertThat(server.get(past.header("Location")).body()).contains("Choose a day that is still to come.");
        assertThat(reader.known().pause()).isEmpty();

        var paused = server.postForm(manage + "/pause", Map.of("until", "2099-01-01"));
        assertThat(server.get(paused.header("Location")).body()).contains("You pause until");
        assertThat(reader.known().pause().orElseThrow().until()).isPresent();

        var resumed = server.postForm(manage + "/resume", Map.of());
        assertThat(resumed.status()).isEqualTo(303);
        assertThat(reader.known().pause()).isEmpty();
        var _ = server.postForm(manage + "/pause", Map.of("until", ""));
        assertThat(server.get(manage).body()).contains("You pause, and get no mails.");
    }

    @Test
    void people_have_themselves_forgotten() {
        reader.subscribe(Reader.ANA.value(), Map.of());
        var _ = server.postForm(reader.link(Purpose.CONFIRM), Map.of());
        var manage = reader.link(Purpose.MANAGE);

        assertThat(server.get(manage + "/erasure").status()).isEqualTo(405);
        assertThat(server.postForm(manage + "/erasure", Map.of()).body()).contains("You are forgotten");

        assertThat(server.get(manage).status()).isEqualTo(404);
    }

    @Test
    void all_regions_are_kept_as_all() {
        reader.subscribe(
                Reader.ANA.value(),
                Map.of("scope", "parts", "part", "component.api", "region", List.of("europe", "america")));

        assertThat(reader.known().choice().regions()).isEmpty();
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_says_what_is_wrong() {
        var reply = reader.subscribe(
                "ana@nowhere",
                Map.of(
                        "scope",
                        "parts",
                        "part",
                        "component.checkout",
                        "region",
                        "america",
                        "kind",
                        "none",
                        "language",
                        "de"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body())
                .contains("You are not subscribed yet.", "value=\"ana@nowhere\" aria-invalid=\"true\"")
                .contains("Choose at least one kind of news.")
                .contains(
                        "value=\"component.checkout\" checked", "value=\"america\" checked", "value=\"parts\" checked")
                .doesNotContain("value=\"europe\" checked");
        assertThat(reader.mails()).isZero();
        assertThat(server.postForm("/de/subscribe", Map.of("email", "x")).body())
                .contains("Sie haben noch nicht abonniert.");
    }

    @Test
    void one_click_unsubscribes_as_mail_programs_do_it_and_as_often_as_they_like() {
        reader.subscribe(Reader.ANA.value(), Map.of());
        server.postForm(reader.link(Purpose.CONFIRM), Map.of());
        var leave = reader.link(Purpose.UNSUBSCRIBE);

        assertThat(server.get(leave).body()).contains("Stop all mails?");
        assertThat(reader.known().isConfirmed()).isTrue();
        for (var i = 0; i < 2; i++) {
            var reply = server.postForm(leave, Map.of("List-Unsubscribe", "One-Click"));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Set-Cookie")).isEmpty();
        }
        assertThat(reader.known().standing()).isInstanceOf(Subscriber.Standing.Left.class);
    }

    @Test
    void one_click_may_come_as_multipart_too() {
        reader.subscribe(Reader.ANA.value(), Map.of());
        var body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";

        var reply = server.send(
                "POST",
                reader.link(Purpose.UNSUBSCRIBE),
                body,
                "Content-Type",
                "multipart/form-data; boundary=x",
                "Origin",
                "null");

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void whoever_left_can_come_back_by_the_form() {
        reader.subscribe(Reader.ANA.value(), Map.of());
        server.postForm(reader.link(Purpose.UNSUBSCRIBE), Map.of());

        reader.subscribe(Reader.ANA.value(), Map.of());
        server.postForm(reader.link(Purpose.CONFIRM), Map.of());

        assertThat(reader.known().isConfirmed()).isTrue();
    }

    @Test
    void statuspages_clients_subscribe_too() {
        var form = server.postForm("/api/v2/subscribers.json", Map.of("subscriber[email]", Reader.ANA.value()));
        var json = server.send(
                "POST",
                "/api/v2/subscribers.json",
                "{\"subscriber\": {\"email\": \"bob@shops.example\"}}",
                "Content-Type",
                "application/json");

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.json().at("/subscriber/email").asString()).isEqualTo(Reader.ANA.value());
        assertThat(form.json().at("/subscriber/mode").asString()).isEqualTo("email");
        assertThat(form.json().at("/page/name").asString()).isEqualTo("Fernhill");
        assertThat(form.json().get("can_select_components").asBoolean()).isTrue();
        assertThat(form.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(json.status()).isEqualTo(200);
        assertThat(reader.mails()).isEqualTo(2);
        assertThat(server.get("/api/v2/subscribers.json").status()).isEqualTo(405);
        assertThat(server.get("/api/v2/subscribers.json").header("Content-Type"))
                .startsWith("application/json");
        assertThat(server.postForm("/api/v2/subscribers.json", Map.of("subscriber[email]", "x"))
                        .status())
                .isEqualTo(422);
    }
}
