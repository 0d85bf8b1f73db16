package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Route;
import dev.allclear.desk.web.Verb;
import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every route, asked for by everybody: who is let in, and who is not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {

    private DeskServer server;
    private final Map<String, String[]> everybody = new LinkedHashMap<>();

    @BeforeAll
    void start() {
        server = DeskServer.start();
        everybody.put("nobody", new String[0]);
        for (var role : Role.values()) {
            everybody.put("person " + role, cookie(server.person(server.page, role)));
            everybody.put("key " + role, bearer(server.key(server.page, role)));
        }
        everybody.put("person of another page", cookie(server.person(server.otherPage, Role.OWNER)));
        everybody.put("key of another page", bearer(server.key(server.otherPage, Role.OWNER)));
        everybody.put("made-up cookie", new String[] {"Cookie", "allclear=" + server.entropy.secret()});
        everybody.put("made-up key", bearer("ac_12345678_" + server.entropy.secret()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String[] cookie(DeskServer.Person person) {
        return new String[] {"Cookie", person.cookie(), "X-Form-Token", person.token()};
    }

    private static String[] bearer(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }

    @Test
    void everybody_gets_as_far_as_they_may_and_no_further() {
        var wrong = new ArrayList<String>();
        var cells = 0;
        for (var route : server.desk.routes().all()) {
            for (var somebody : everybody.entrySet()) {
                var status = ask(route, somebody.getValue());
                cells++;
                if (!isRight(expected(route.access(), somebody.getKey()), status)) {
                    wrong.add(route + " for " + somebody.getKey() + ": " + status);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(80 * 13);
    }

    private int ask(Route route, String[] headers) {
        // Signing out would change who asks next, and one door is broken on purpose.
        if (route.path().equals("/desk/sign-out") || route.path().equals("/desk/broken")) {
            return -1;
        }
        var path = route.path().replaceAll("\\{[a-z]+}", "nothing-like-it");
        var body = route.verb() == Verb.GET || route.verb() == Verb.DELETE ? null : "{}";
        return server.send(route.verb().name(), path, body, headers).status();
    }

    private enum Expected {
        IN,
        UNKNOWN,
        FORBIDDEN
    }

    private static Expected expected(Access access, String who) {
        return switch (access) {
            case Access.Anybody _, Access.OneTimeLink _ -> Expected.IN;
            case Access.SignedIn(var permission) -> expected(permission, who, "person ");
            case Access.WithKey(var permission) ->
                who.equals("key of another page") ? Expected.UNKNOWN : expected(permission, who, "key ");
        };
    }

    private static Expected expected(Permission permission, String who, String kind) {
        if (!who.startsWith(kind)) {
            return Expected.UNKNOWN;
        }
        var roles = List.of(Role.values()).stream()
                .filter(role -> who.equals(kind + role))
                .toList();
        return roles.stream().anyMatch(role -> role.may(permission)) ? Expected.IN : Expected.FORBIDDEN;
    }

    /// Whoever is let in gets past the door, though nothing may be behind it; who is not known is sent to sign in.
    private static boolean isRight(Expected expected, int status) {
        return switch (expected) {
            case IN -> status == -1 || (status != 401 && status != 403 && status < 500);
            case UNKNOWN -> status == -1 || status == 401 || status == 303;
            case FORBIDDEN -> status == -1 || status == 403;
        };
    }

    @Test
    void another_pages_door_opens_to_nobody_of_this_page() {
        var person = server.person(server.page, Role.OWNER);
        var root = "/p/" + server.otherPage.slug();

        assertThat(server.get(root + "/desk", "Cookie", person.cookie()).status())
                .isEqualTo(403);
        assertThat(server.get("/desk", "Cookie", person.cookie()).status()).isEqualTo(200);
        assertThat(server.get(
                                "/desk",
                                "Cookie",
                                person.cookie(),
                                "Host",
                                server.otherPage.host().orElseThrow())
                        .status())
                .isEqualTo(403);
        assertThat(server.get(root + "/api/v1/page", bearer(server.key(server.page, Role.OWNER)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_role_that_is_taken_away_is_gone_at_once() {
        var person = server.person(server.page, Role.PUBLISHER);
        var door = "/desk/doors/" + Permission.PUBLISH;
        assertThat(server.get(door, "Cookie", person.cookie()).status()).isEqualTo(200);

        server.doors.accounts().changeRole(server.page.id(), person.account().id(), Role.VIEWER, DeskServer.TESTER);
        assertThat(server.get(door, "Cookie", person.cookie()).status()).isEqualTo(403);

        server.doors.accounts().remove(server.page.id(), person.account().id(), DeskServer.TESTER);
        assertThat(server.get(door, "Cookie", person.cookie()).status()).isEqualTo(303);
    }
}
