package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.wording.Signature.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribeAbuseTest {

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
    void nobody_learns_whether_an_address_is_known() {
        reader.subscribe(Reader.ANA.value(), Map.of());
        server.doors
                .subscriptions()
                .confirm(server.page.id(), reader.link(Purpose.CONFIRM).substring("/subscribe/confirm/".length()));

        var known = reader.subscribe(Reader.ANA.value(), Map.of());
        var unknown = reader.subscribe("bob@shops.example", Map.of());

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
        assertThat(known.body().replace(Reader.ANA.value(), "@"))
                .isEqualTo(unknown.body().replace("bob@shops.example", "@"));
    }

    @Test
    void known_and_unknown_addresses_take_the_same_time() {
        reader.subscribe(Reader.ANA.value(), Map.of());
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (var i = 0; i < 15; i++) {
            known.add(nanos(Reader.ANA.value()));
            unknown.add(nanos("new" + i + "@shops.example"));
        }

        known.sort(null);
        unknown.sort(null);
        assertThat(Math.abs(known.get(7) - unknown.get(7)))
                .isLessThan(Duration.ofMillis(20).toNanos());
    }

    private long nanos(String email) {
        var start = System.nanoTime();
        assertThat(reader.subscribe(email, Map.of()).status()).isEqualTo(200);
        return System.nanoTime() - start;
    }

    @Test
    void a_bombed_address_gets_three_mails_a_day() {
        for (var i = 0; i < 40; i++) {
            assertThat(reader.subscribe(Reader.ANA.value(), Map.of()).status()).isEqualTo(200);
        }
        assertThat(reader.mails()).isEqualTo(3);
        server.clock.advance(Duration.ofHours(25));
        reader.subscribe(Reader.ANA.value(), Map.of());
        assertThat(reader.mails()).isEqualTo(4);
    }

    @Test
    void one_client_may_ask_so_often() {
        for (var i = 0; i < 10; i++) {
            reader.subscribe("a" + i + "@shops.example", Map.of(), "X-Forwarded-For", "203.0.113.9");
        }

        var reply = reader.subscribe("b@shops.example", Map.of(), "X-Forwarded-For", "203.0.113.9");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.body()).contains("That was too often");
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
        assertThat(reader.subscribe("c@shops.example", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void links_serve_one_purpose_on_one_page_only() {
        reader.subscribe(Reader.ANA.value(), Map.of());
        var manage = reader.link(Purpose.MANAGE);
        var token = manage.substring(manage.lastIndexOf('/') + 1);

        assertThat(server.get("/subscribe/confirm/" + token).status()).isEqualTo(404);
        assertThat(server.postForm("/subscribe/leave/" + token, Map.of()).status())
                .isEqualTo(404);
        assertThat(server.get("/p/" + server.otherPage.slug() + manage).status())
                .isEqualTo(404);
        assertThat(server.get(manage).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "%00", "a%2Fb", "..%2f..", "ä", "'--", "%ff"})
    void made_up_links_lead_nowhere(String token) {
        var encoded = token.replace("ä", "%C3%A4");
        for (var path : new String[] {"confirm", "manage", "leave"}) {
            assertThat(server.get("/subscribe/" + path + "/" + encoded).status())
                    .isIn(400, 404);
            assertThat(server.postForm("/subscribe/" + path + "/" + encoded, Map.of())
                            .status())
                    .isIn(400, 404);
        }
    }

    @Test
    void secret_addresses_leave_no_trace() {
        reader.subscribe(Reader.ANA.value(), Map.of());

        var reply = server.get(reader.link(Purpose.MANAGE));

        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("X-Robots-Tag")).contains("noindex");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_name_can_not_be_smuggled_into_the_page() {
        var reply = reader.subscribe(
                "\"><script>alert(1)</script>@x.example", Map.of("zone", "\"><script>", "language", "<b>"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).doesNotContain("<script>alert", "\"><script>");
    }
}
