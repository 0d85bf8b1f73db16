package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The company's own words over the API, and that the coach goes by them everywhere.
class WordsApiTest {

    private static final String WORDS = """
            {"products": ["LB Cloud"], "glossary": [{"term": "failover", "plain": "switch to our second site"}],
             "forbidden_names": ["Bluebird"], "internal_patterns": ["zeus*"], "support_contact": "jo@fernhill.example"}
            """;

    private DeskServer server;
    private String owner;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        owner = server.key(server.page, Role.OWNER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void words_are_replaced_as_a_whole_and_shown_again() {
        var before = server.api(owner, "GET", "/words", null);
        var replaced = server.api(owner, "PUT", "/words", WORDS, "If-Match", "\"0\"");
        var after = server.api(owner, "GET", "/words", null);

        assertThat(before.json().get("glossary").size()).isZero();
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
        assertThat(after.json()).isEqualTo(replaced.json());
        assertThat(after.json().at("/glossary/0/plain").asString()).isEqualTo("switch to our second site");
        var late = server.api(owner, "PUT", "/words", WORDS, "If-Match", "\"0\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(server.api(owner, "GET", "/journal", null).body()).contains("words.changed");
    }

    @Test
    void what_makes_no_sense_is_named_by_its_field() {
        var refused = server.api(owner, "PUT", "/words", """
                {"products": ["Box"], "glossary": [], "forbidden_names": ["box"], "internal_patterns": []}
                """);
        var vague = server.api(owner, "PUT", "/words", """
                {"products": [], "glossary": [], "forbidden_names": [], "internal_patterns": ["*"]}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("forbidden_names");
        assertThat(vague.json().at("/errors/0/field").asString()).isEqualTo("internal_patterns");
    }

    @Test
    void the_coach_knows_them() {
        server.api(owner, "PUT", "/words", WORDS);

        var review = server.api(owner, "POST", "/coach", """
                {"phase": "identified", "title": "Uploads fail",
                 "body": "Uploads fail since the failover of zeus-3. Bluebird looks into it. Write to jo@fernhill.example."}
                """);

        assertThat(review.json().get("findings").valueStream())
                .extracting(finding -> finding.get("rule").asString() + " "
                        + finding.get("weight").asString())
                .contains("leaks-internals error", "blame error")
                .doesNotContain("leaks-secrets-pii error");
        var plain = server.api(owner, "POST", "/coach", """
                {"phase": "resolved", "title": "Uploads work", "body": "Uploads work again since the failover at 14:05 CET."}
                """);
        assertThat(plain.body()).contains("switch to our second site");
    }

    @Test
    void and_holds_up_what_names_what_stays_inside() {
        server.api(owner, "PUT", "/words", WORDS);

        var refused = server.api(owner, "POST", "/incidents", """
                {"title": "Uploads fail", "severity": "minor", "text": "Uploads fail since zeus-3 was moved."}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/findings/0/rule").asString()).isEqualTo("leaks-internals");
    }
}
