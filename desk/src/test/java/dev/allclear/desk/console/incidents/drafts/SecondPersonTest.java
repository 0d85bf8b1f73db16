package dev.allclear.desk.console.incidents.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Choice;
import dev.allclear.desk.console.Browser;
import dev.allclear.desk.console.ConsoleServer;
import dev.allclear.desk.console.incidents.Forms;
import dev.allclear.incident.Draft;
import dev.allclear.incident.Severity;
import dev.allclear.journal.Entry;
import dev.allclear.people.Role;
import dev.allclear.policy.Approval;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where the policy asks for four eyes: what one person wrote, another one reads and publishes.
final class SecondPersonTest {

    private static final String HOLD = "data-shown-by=\"approval\"";

    private final ConsoleServer server = ConsoleServer.start();
    private final Browser author = server.somebody(Role.PUBLISHER);
    private final Browser other = server.somebody(Role.PUBLISHER);

    @BeforeEach
    void askForFourEyesWhenItIsMajor() {
        var terms = new EnumMap<Severity, Terms>(SeverityPolicy.USUAL.terms());
        terms.computeIfPresent(Severity.MAJOR, (_, usual) -> usual.withApproval(Approval.SECOND_PERSON));
        server.store.inTransaction(tx -> {
            tx.policies().save(server.page.id(), new SeverityPolicy(terms, List.of()), 0);
            return terms;
        });
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Browser.Screen form() {
        return author.get("/desk/incidents/new?playbook=");
    }

    private Draft handedOver() {
        var fields = Forms.declaration();
        fields.put("waiting", "yes");
        var sent = author.send(form(), "/desk/drafts", fields);
        assertThat(sent.location()).isEqualTo("/desk/drafts?waiting");
        return draft();
    }

    private Draft draft() {
        return server.store.reading(tx -> tx.drafts().all(server.page.id())).getFirst();
    }

    private static String approval(Draft draft) {
        return "/desk/drafts/" + draft.id().value() + "/approval";
    }

    private List<String> journal() {
        return server.store.reading(tx -> tx.journal().from(server.page.id(), 1, 100)).stream()
                .map(Entry::action)
                .toList();
    }

    @Test
    void nobody_publishes_alone_what_needs_two() {
        var refused = author.send(form(), "/desk/incidents", Forms.declaration());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(server.incidents()).isEmpty();
        assertThat(refused.body())
                .contains(
                        "Hand over for approval", "Without a second person: publish to the page", "href=\"#emergency\"")
                .doesNotContain(HOLD + " hidden");
    }

    @Test
    void the_form_asks_for_a_second_person_only_where_the_policy_does() {
        var minor = Forms.declaration();
        minor.put("severity", "minor");

        var preview = author.send(form(), "/desk/incidents/preview", minor);
        var major = author.send(form(), "/desk/incidents/preview", Forms.declaration());

        assertThat(form().body()).contains(HOLD + " hidden");
        assertThat(preview.body()).contains("data-shows=\"approval\"></template>");
        assertThat(major.body()).contains("data-shows=\"approval\">A second person has to agree</template>");
    }

    @Test
    void who_lowers_the_severity_alone_still_needs_a_second_person() {
        var urgent = Forms.declaration();
        urgent.put("emergency", "on");
        urgent.put("emergencyWhy", "Nobody else is awake.");
        author.send(form(), "/desk/incidents", urgent);
        var incident = server.incidents().getFirst();
        var path = "/desk/incidents/" + incident.id().value();
        server.store.inTransaction(tx -> {
            var lowered = incident.revise(incident.title(), Severity.MINOR, incident.facts());
            tx.incidents().save(lowered, 1);
            return lowered;
        });

        var workspace = author.get(path);

        assertThat(workspace.body())
                .contains("Without a second person: ", "A severity that one person lowered counts until")
                .doesNotContain(HOLD + " hidden");
    }

    @Test
    void another_one_reads_what_was_handed_over_and_publishes_exactly_that() {
        var draft = handedOver();
        assertThat(other.get("/desk").body())
                .contains("To be agreed to", "handed over", "Ines Brandt", "It waits for you");
        var read = other.get(other.get("/desk/drafts/" + draft.id().value()).location());
        assertThat(read.body()).contains("Buyers see an error when they pay by card.", "Severity", "Major", "Agree: ");

        var agreed = other.send(read, approval(draft), Map.of("text", "Slipped in.", "title", "Slipped in"));

        assertThat(agreed.status()).as(agreed.body()).isEqualTo(303);
        var incident = server.incidents().getFirst();
        assertThat(incident.title()).isEqualTo("Card payments fail");
        assertThat(incident.latest().text()).isEqualTo("Buyers see an error when they pay by card.");
        assertThat(server.drafts()).isZero();
        assertThat(journal()).containsExactly("draft.handed-over", "approval.given", "incident.declared");
    }

    @Test
    void nobody_agrees_to_their_own_words() {
        var draft = handedOver();

        assertThat(author.get(approval(draft)).body())
                .contains("You wrote this.")
                .doesNotContain("Agree: ");
        var refused = author.send(other.get(approval(draft)), approval(draft), Map.of("_token", author.token()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(server.incidents()).isEmpty();
    }

    @Test
    void what_the_author_changes_while_somebody_reads_is_not_agreed_to() {
        var draft = handedOver();
        var read = other.get(approval(draft));
        server.clock.advance(Duration.ofSeconds(5));
        var changed = new HashMap<String, Object>(Forms.declaration());
        changed.putAll(Map.of(
                "text", "Something else.", "waiting", "yes", "draft", draft.id().value()));
        var _ = author.send(form(), "/desk/drafts", changed);

        var agreed = other.send(read, approval(draft), Map.of());

        assertThat(agreed.status()).isEqualTo(409);
        assertThat(agreed.body()).contains("It was changed since you opened it.", "Something else.");
        assertThat(server.incidents()).isEmpty();
    }

    @Test
    void whoever_changes_it_becomes_its_author_and_needs_somebody_else() {
        var draft = handedOver();
        var changed = new HashMap<String, Object>(Forms.declaration());
        changed.putAll(Map.of(
                "text",
                "Changed by the second.",
                "waiting",
                "yes",
                "draft",
                draft.id().value()));
        var opened = other.get("/desk/incidents/new?draft=" + draft.id().value());

        var alone = other.send(opened, "/desk/incidents", changed);
        var _ = other.send(opened, "/desk/drafts", changed);
        var own = other.send(author.get(approval(draft())), approval(draft()), Map.of("_token", other.token()));
        var agreed = author.send(author.get(approval(draft())), approval(draft()), Map.of());

        assertThat(alone.status()).isEqualTo(422);
        assertThat(own.status()).isEqualTo(422);
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(303);
        assertThat(server.incidents().getFirst().latest().text()).isEqualTo("Changed by the second.");
    }

    @Test
    void it_is_sent_back_with_a_remark() {
        var draft = handedOver();
        var read = other.get(approval(draft));
        var back = "/desk/drafts/" + draft.id().value() + "/return";

        var silent = other.send(read, back, Map.of());
        var sent = other.send(read, back, Map.of("remark", "Say since when."));

        assertThat(silent.status()).isEqualTo(422);
        assertThat(sent.location()).isEqualTo("/desk/drafts?returned");
        assertThat(author.get("/desk").body()).contains("Sent back", "Say since when.");
        assertThat(author.get("/desk/incidents/new?draft=" + draft.id().value()).body())
                .contains("Sent back by Ines Brandt.", "Say since when.");
        assertThat(draft().waitingSince()).isEmpty();
        assertThat(other.send(read, approval(draft), Map.of()).status()).isEqualTo(409);
        assertThat(journal()).containsExactly("draft.handed-over", "draft.sent-back");
    }

    @Test
    void an_emergency_goes_out_with_a_reason_that_stays_in_sight() {
        var fields = Forms.declaration();
        fields.put("emergency", "yes");
        var silent = author.send(form(), "/desk/incidents", fields);
        fields.put("emergencyWhy", "It is three at night.");

        var sent = author.send(silent, "/desk/incidents", fields);

        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("id=\"emergencyWhy-error\"");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(journal()).containsExactly("approval.overridden", "incident.declared");
        assertThat(author.get(sent.location()).body())
                .contains("Published without a second person", "It is three at night.");
    }

    @Test
    void updates_and_all_clears_are_handed_over_as_well() {
        var fields = Forms.declaration();
        fields.putAll(Map.of("emergency", "yes", "emergencyWhy", "Nobody is there."));
        var _ = author.send(form(), "/desk/incidents", fields);
        var path = "/desk/incidents/" + server.incidents().getFirst().id().value();
        var update = Forms.update();
        update.put("waiting", "yes");

        var _ = author.send(author.get(path), "/desk/drafts", update);
        var agreed = other.send(other.get(approval(draft())), approval(draft()), Map.of());
        var allClear = Forms.allClear("Card payments work again.");
        allClear.put("waiting", "yes");
        var _ = author.send(author.get(path + "/resolve"), "/desk/drafts", allClear);
        var resolved = other.send(other.get(approval(draft())), approval(draft()), Map.of());

        assertThat(agreed.location()).isEqualTo(path + "?done=posted");
        assertThat(resolved.status()).as(resolved.body()).isEqualTo(303);
        assertThat(server.incidents().getFirst().isOpen()).isFalse();
    }

    @Test
    void whoever_agrees_confirms_how_many_will_hear() {
        server.subscribed("everything", Choice.EVERYTHING);
        var draft = handedOver();
        var read = other.get(approval(draft));
        server.everybodyUnsubscribes();

        var refused = other.send(read, approval(draft), Map.of());
        var agreed = other.send(refused, approval(draft), Map.of("audienceKnown", "yes"));

        assertThat(read.body()).contains("Agree: publish to the page and mail 1 subscriber");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"expected_audience\"", "Nobody would hear of it by mail; 1 when");
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(303);
    }

    @Test
    void an_all_clear_is_handed_over_with_the_words_that_are_written_from_its_answers() {
        var fields = Forms.declaration();
        fields.putAll(Map.of("emergency", "yes", "emergencyWhy", "Nobody is there."));
        var _ = author.send(form(), "/desk/incidents", fields);
        var path = "/desk/incidents/" + server.incidents().getFirst().id().value();
        var allClear = Forms.allClear("");
        allClear.put("waiting", "yes");

        var _ = author.send(author.get(path + "/resolve"), "/desk/drafts", allClear);

        assertThat(draft().fields().get("text").getFirst()).contains("A certificate of ours had expired.");
        assertThat(other.get(approval(draft())).body()).contains("A certificate of ours had expired.");
    }

    @Test
    void what_a_drafter_writes_reaches_a_publisher_and_a_report_goes_back_to_its_form() {
        var drafter = server.somebody(Role.DRAFTER);
        var fields = Forms.declaration();
        fields.put("severity", "minor");
        fields.put("waiting", "yes");

        var _ = drafter.send(drafter.get("/desk/incidents/new?playbook="), "/desk/drafts", fields);

        assertThat(drafter.get("/desk").body())
                .contains("Waits for a second person")
                .doesNotContain("It waits for you");
        assertThat(drafter.get(approval(draft())).body()).doesNotContain("Agree: ");
        var read = author.get(approval(draft()));
        assertThat(read.body()).contains("Agree: ").doesNotContain("becomes its author");
        assertThat(author.send(read, approval(draft()), Map.of()).status()).isEqualTo(303);
        var path = "/desk/incidents/" + server.incidents().getFirst().id().value();
        var _ = author.send(author.get(path + "/resolve"), path + "/resolve", Forms.allClear("Card payments work."));
        var sent = drafter.send(
                drafter.get(path + "/report"), "/desk/drafts", Map.of("waiting", "yes", "wentWrong", "It expired."));
        assertThat(sent.location()).isEqualTo("/desk/drafts?saved");
        assertThat(author.get("/desk/drafts/" + draft().id().value()).location())
                .startsWith(path + "/report");
    }

    @Test
    void what_lacks_something_comes_back_to_its_author_at_once() {
        var fields = Forms.declaration();
        fields.putAll(Map.of("waiting", "yes", "title", ""));

        var refused = author.send(form(), "/desk/drafts", fields);
        fields.put("title", "Card payments fail");
        fields.put("severity", "major");
        fields.putAll(Map.of("emergency", "yes", "emergencyWhy", "Nobody is there."));
        var _ = author.send(form(), "/desk/incidents", fields);
        var path = "/desk/incidents/" + server.incidents().getFirst().id().value();
        var update = author.send(author.get(path), "/desk/drafts", Map.of("waiting", "yes", "stage", "identified"));
        var allClear = author.send(author.get(path + "/resolve"), "/desk/drafts", Map.of("waiting", "yes"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"title-error\"", "Buyers see an error when they pay by card.");
        assertThat(update.status()).isEqualTo(422);
        assertThat(update.body()).contains("Write what is new.");
        assertThat(allClear.status()).isEqualTo(422);
        assertThat(server.drafts()).isZero();
    }
}
