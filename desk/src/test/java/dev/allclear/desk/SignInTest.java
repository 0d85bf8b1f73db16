package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String PASSWORD = "green hills far away";
    private static final EmailAddress ADA = new EmailAddress("ada@fernhill.example");

    private DeskServer server;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        var invited = server.doors.accounts().invite(server.page.id(), ADA, "Ada", Role.OWNER, DeskServer.TESTER);
        server.doors.accounts().choosePassword(invited.link(), PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply signIn(String email, String password, String... headers) {
        return server.postForm("/desk/sign-in", Map.of("email", email, "password", password), headers);
    }

    @Test
    void the_right_password_opens_the_desk() {
        var reply = signIn("Ada@fernhill.example", PASSWORD);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("/desk");
        assertThat(reply.header("Set-Cookie"))
                .startsWith("allclear=")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain");
        assertThat(server.get("/desk", "Cookie", reply.cookie()).body()).isEqualTo("Ada <ada@fernhill.example>");
    }

    @Test
    void it_goes_on_to_where_one_wanted_but_never_to_another_site() {
        assertThat(next("/desk/incidents/7")).isEqualTo("/desk/incidents/7");
        for (var elsewhere : new String[] {
            "//evil.invalid",
            "https://evil.invalid",
            "/\\evil.invalid",
            "/desk\r\nSet-Cookie: a=b",
            "javascript:alert(1)",
            "/"
        }) {
            assertThat(next(elsewhere)).isEqualTo("/desk");
        }
    }

    private String next(String next) {
        return server.postForm("/desk/sign-in", Map.of("email", ADA.value(), "password", PASSWORD, "next", next))
                .header("Location");
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_answered_alike() {
        var wrong = signIn(ADA.value(), "something else entirely");
        var unknown = signIn("nobody@fernhill.example", PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void both_take_the_same_time() {
        signIn(ADA.value(), "warm up, please");
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (var i = 0; i < 9; i++) {
            known.add(nanos(ADA.value()));
            unknown.add(nanos("nobody" + i + "@fernhill.example"));
        }

        known.sort(null);
        unknown.sort(null);
        // The medians: on a busy machine single ones say nothing.
        assertThat((double) unknown.get(4)).isBetween(known.get(4) * 0.5, known.get(4) * 2.0);
    }

    private long nanos(String email) {
        var start = System.nanoTime();
        signIn(email, "something else entirely");
        return System.nanoTime() - start;
    }

    @Test
    void guessing_one_account_takes_longer_each_time() {
        String[] guesser = {"X-Forwarded-For", "203.0.113.9"};
        for (var i = 0; i < 5; i++) {
            assertThat(signIn(ADA.value(), "guess number " + i, guesser).status())
                    .isEqualTo(401);
        }

        assertThat(signIn(ADA.value(), PASSWORD, guesser).status()).isEqualTo(429);
        assertThat(signIn(ADA.value(), PASSWORD).status()).isEqualTo(303);
        server.clock.advance(Duration.ofSeconds(3));
        assertThat(signIn(ADA.value(), "guess number 6", guesser).status()).isEqualTo(401);
        server.clock.advance(Duration.ofSeconds(3));
        assertThat(signIn(ADA.value(), PASSWORD, guesser).status()).isEqualTo(429);
        server.clock.advance(Duration.ofSeconds(3));
        assertThat(signIn(ADA.value(), PASSWORD, guesser).status()).isEqualTo(303);
    }

    @Test
    void a_session_ends_when_it_rests_or_after_a_week() {
        var rested = signIn(ADA.value(), PASSWORD).cookie();
        server.clock.advance(Duration.ofHours(12));
        assertThat(server.get("/desk", "Cookie", rested).status()).isEqualTo(303);

        var busy = signIn(ADA.value(), PASSWORD).cookie();
        for (var hours = 0; hours < 167; hours++) {
            server.clock.advance(Duration.ofHours(1));
            assertThat(server.get("/desk", "Cookie", busy).status()).isEqualTo(200);
        }
        server.clock.advance(Duration.ofHours(1));
        assertThat(server.get("/desk", "Cookie", busy).status()).isEqualTo(303);
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        var person = server.person(server.page, Role.VIEWER);

        var out =
                server.send("POST", "/desk/sign-out", null, "Cookie", person.cookie(), "X-Form-Token", person.token());

        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(server.get("/desk", "Cookie", person.cookie()).status()).isEqualTo(303);
    }

    @Test
    void a_new_password_ends_all_other_sessions() {
        var elsewhere = signIn(ADA.value(), PASSWORD).cookie();
        var entrance = server.doors.sessions().signIn(ADA, PASSWORD);
        String[] here = {
            "Cookie",
            "allclear=" + entrance.secret(),
            "X-Form-Token",
            entrance.session().formToken()
        };

        var wrong = server.postForm(
                "/desk/password",
                Map.of("currentPassword", "not it at all", "password", "blue hills even further"),
                here);
        var right = server.postForm(
                "/desk/password", Map.of("currentPassword", PASSWORD, "password", "blue hills even further"), here);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(right.status()).isEqualTo(303);
        assertThat(server.get("/desk", "Cookie", elsewhere).status()).isEqualTo(303);
        assertThat(server.get("/desk", "Cookie", right.cookie()).status()).isEqualTo(200);
        assertThat(signIn(ADA.value(), PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void a_link_signs_in_once() {
        var account =
                server.doors.accounts().people(server.page.id()).getFirst().id();
        var link = "/desk/enter/" + server.doors.sessions().signInLink(account);

        var first = server.get(link);

        assertThat(server.get("/desk", "Cookie", first.cookie()).status()).isEqualTo(200);
        assertThat(server.get(link).status()).isEqualTo(404);
        assertThat(server.get("/desk/enter/" + server.entropy.secret()).status())
                .isEqualTo(404);
    }

    @Test
    void a_link_for_one_purpose_serves_no_other() {
        var account = server.doors.accounts().people(server.page.id()).getFirst();
        var signIn = server.doors.sessions().signInLink(account.id());

        var reply = server.postForm("/desk/password/" + signIn, Map.of("password", "blue hills even further"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(server.get("/desk/enter/" + signIn).status()).isEqualTo(303);
    }

    @Test
    void weak_passwords_are_refused_with_a_reason() {
        for (var weak : new String[] {
            "short",
            "password1234",
            "Passw0rd!Passw0rd!".substring(0, 11),
            "123456789012",
            "aaaaaaaaaaaaaaaa",
            "ada@fernhill.example",
            "qwertyuiop123",
            "abcdefghijklm"
        }) {
            var link = server.doors
                    .accounts()
                    .renewLink(
                            server.page.id(),
                            server.doors
                                    .accounts()
                                    .people(server.page.id())
                                    .getFirst()
                                    .id(),
                            DeskServer.TESTER);
            assertThatExceptionOfType(Refused.Invalid.class)
                    .as(weak)
                    .isThrownBy(() -> server.doors.accounts().choosePassword(link, weak))
                    .satisfies(refused ->
                            assertThat(refused.faults().getFirst().field()).isEqualTo("password"));
        }
    }

    @Test
    void the_last_owner_stays() {
        var accounts = server.doors.accounts();
        var ada = accounts.people(server.page.id()).getFirst().id();

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> accounts.changeRole(server.page.id(), ada, Role.PUBLISHER, DeskServer.TESTER));
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> accounts.remove(server.page.id(), ada, DeskServer.TESTER));
        // Somebody who was invited but never came can't manage the page.
        var invited = accounts.invite(
                server.page.id(), new EmailAddress("bo@fernhill.example"), "Bo", Role.OWNER, DeskServer.TESTER);
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> accounts.remove(server.page.id(), ada, DeskServer.TESTER));
        accounts.choosePassword(invited.link(), "three small boats at sea");
        accounts.remove(server.page.id(), ada, DeskServer.TESTER);
        assertThat(accounts.people(server.page.id()))
                .extracting(account -> account.name())
                .containsExactly("Bo");
    }

    @Test
    void inviting_somebody_of_another_page_gives_no_link_to_their_account() {
        var accounts = server.doors.accounts();

        var invited = accounts.invite(server.otherPage.id(), ADA, "Whoever", Role.VIEWER, DeskServer.TESTER);

        for (var forged : List.of(
                invited.link(), "join." + invited.link(), server.otherPage.id().value() + "." + invited.link())) {
            assertThat(server.postForm("/desk/password/" + forged, Map.of("password", "three small boats at sea"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(signIn(ADA.value(), PASSWORD).status()).isEqualTo(303);
        assertThat(accounts.people(server.otherPage.id())).isEmpty();
    }

    @Test
    void an_account_prepared_by_another_page_gets_no_role_without_the_link_of_the_page_that_invites() {
        var accounts = server.doors.accounts();
        var role = Role.PUBLISHER;
        var other = server.otherPage.id();

        var invited = accounts.invite(other, ADA, "Ada", role, DeskServer.TESTER);
        var prepared = server.doors.sessions().signIn(ADA, PASSWORD).account();

        assertThat(invited.joins()).isTrue();
        assertThat(prepared.roles()).doesNotContainKey(other);
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> accounts.join(server.page.id(), invited.link(), PASSWORD));
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> accounts.join(other, invited.link().replace("publisher.", "owner."), PASSWORD));
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> accounts.join(other, invited.link(), "three small boats at sea"));
    }

    @Test
    void whoever_accepts_an_invitation_has_the_role_and_is_out_of_reach_of_the_other_page() {
        var accounts = server.doors.accounts();
        var ada = accounts.people(server.page.id()).getFirst().id();
        var openLink = accounts.renewLink(server.page.id(), ada, DeskServer.TESTER);
        var before = server.doors.sessions().signIn(ADA, PASSWORD).secret();
        var invited = accounts.invite(server.otherPage.id(), ADA, "Ada", Role.PUBLISHER, DeskServer.TESTER);

        var joined = accounts.join(server.otherPage.id(), invited.link(), PASSWORD);

        assertThat(joined.roles()).containsEntry(server.otherPage.id(), Role.PUBLISHER);
        assertThat(joined.may(server.page.id(), Permission.MANAGE_PEOPLE)).isTrue();
        assertThat(server.doors.sessions().recognise(before)).isEmpty();
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> accounts.choosePassword(openLink, "three small boats at sea"));
        assertThatExceptionOfType(Refused.NotFound.class)
                .isThrownBy(() -> accounts.join(server.otherPage.id(), invited.link(), PASSWORD));
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> accounts.renewLink(server.otherPage.id(), ada, DeskServer.TESTER));
    }
}
