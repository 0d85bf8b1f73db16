package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.web.Route;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiContractTest {

    private DeskServer server;

    @BeforeAll
    void start() {
        server = DeskServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_route_is_described_and_every_description_has_a_route() {
        var registered = new TreeSet<String>();
        server.desk.routes().all().stream()
                .filter(route -> route.path().startsWith("/api/v1"))
                .map(Route::toString)
                .forEach(registered::add);

        assertThat(registered).hasSizeGreaterThan(40).isEqualTo(described());
    }

    private static Set<String> described() {
        var described = new TreeSet<String>();
        var path = "";
        for (var line : Contract.text().lines().toList()) {
            var pathLine = Pattern.compile("  (/[^:]*):").matcher(line);
            if (pathLine.matches()) {
                path = pathLine.group(1);
            }
            var verbLine = Pattern.compile("    (get|post|put|patch|delete):").matcher(line);
            if (verbLine.matches()) {
                described.add(verbLine.group(1).toUpperCase(Locale.ROOT) + " /api/v1" + path);
            }
        }
        return described;
    }

    @Test
    void the_description_is_served_to_everybody() {
        var reply = server.get("/api/v1/openapi.yaml");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(reply.body()).isEqualTo(Contract.text());
    }

    @Test
    void what_is_not_there_is_a_problem_too() {
        assertThat(server.get("/api/v1/nothing").json().get("type").asString())
                .isEqualTo("urn:allclear:problem:not-found");
        var wrongVerb = server.send("DELETE", "/api/v1/incidents", null);
        assertThat(wrongVerb.status()).isEqualTo(405);
        assertThat(wrongVerb.header("Allow")).isEqualTo("GET, POST");
        assertThat(wrongVerb.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
