package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.incident.Severity;
import dev.allclear.people.Role;
import dev.allclear.policy.Approval;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What programs must answer for before a message goes out.
class LettingApiTest {

    private static final String LEFTOVER = "The shop shows {{name}} to buyers.";

    private DeskServer server;
    private String publisher;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        publisher = server.key(server.page, Role.PUBLISHER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply declare(String text, String more) {
        return server.api(publisher, "POST", "/incidents", """
                {"title": "Card payments fail", "severity": "major", "text": "%s"%s}
                """.formatted(text, more));
    }

    @Test
    void an_error_is_refused_with_its_rule_its_place_and_its_repair() {
        var refused = declare(LEFTOVER, "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:allclear:problem:coach-objects");
        var finding = refused.json().at("/findings/0");
        assertThat(finding.get("rule").asString()).isEqualTo("template-leftover");
        assertThat(finding.get("field").asString()).isEqualTo("text");
        assertThat(LEFTOVER.substring(
                        finding.get("start").asInt(), finding.get("end").asInt()))
                .isEqualTo("{{name}}");
        assertThat(finding.get("why").asString()).isNotBlank();
        assertThat(finding.get("repair").asString()).isNotBlank();
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("text");
    }

    @Test
    void a_reason_lets_it_out_and_is_kept() {
        var declared = declare(LEFTOVER, ", \"despite\": \"That is what buyers see.\"");

        assertThat(declared.status()).isEqualTo(201);
        var journal = server.api(publisher, "GET", "/journal", null);
        assertThat(journal.body()).contains("coach.overridden", "template-leftover: That is what buyers see.");
    }

    @Test
    void an_empty_reason_is_none() {
        var refused = declare(LEFTOVER, ", \"despite\": \" \"");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("despite");
    }

    @Test
    void style_holds_up_nothing() {
        var declared = declare("We apologise for any inconvenience this may cause.", "");

        assertThat(declared.status()).isEqualTo(201);
    }

    @Test
    void an_audience_that_was_counted_on_and_got_lost_is_refused_with_the_new_number() {
        var refused = declare("Buyers see an error when they pay by card.", ", \"expected_audience\": 12");
        var confirmed = declare("Buyers see an error when they pay by card.", ", \"expected_audience\": 0");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:allclear:problem:audience-lost");
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("expected_audience");
        assertThat(refused.json().get("detail").asString())
                .startsWith("Nobody would hear of it by mail; 12 when you last saw the number.");
        assertThat(confirmed.status()).isEqualTo(201);
    }

    @Test
    void where_two_have_to_agree_a_program_says_why_it_can_not_wait() {
        var terms = new EnumMap<Severity, Terms>(SeverityPolicy.USUAL.terms());
        terms.computeIfPresent(Severity.MAJOR, (_, usual) -> usual.withApproval(Approval.SECOND_PERSON));
        server.store.inTransaction(tx -> {
            tx.policies().save(server.page.id(), new SeverityPolicy(terms, List.of()), 0);
            return terms;
        });

        var alone = declare("Buyers see an error when they pay by card.", "");
        var urgent = declare("Buyers see an error when they pay by card.", ", \"emergency\": \"Nobody is awake.\"");

        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.json().get("type").asString()).isEqualTo("urn:allclear:problem:needs-approval");
        assertThat(urgent.status()).isEqualTo(201);
        assertThat(server.api(publisher, "GET", "/journal", null).body())
                .contains("approval.overridden", "Nobody is awake.");
    }
}
