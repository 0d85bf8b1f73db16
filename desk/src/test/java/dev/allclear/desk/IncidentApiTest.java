package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.Stored;
import dev.allclear.people.Role;
import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.State;
import dev.allclear.testkit.Stories;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncidentApiTest {

    private DeskServer server;
    private String key;

    @BeforeEach
    void start() {
        server = DeskServer.start();
        key = server.key(server.page, Role.PUBLISHER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply post(String path, String body, String... headers) {
        return server.api(key, "POST", path, body, headers);
    }

    private Reply declared() {
        return post("/incidents", """
                {"title": "Card payments fail", "severity": "major", "text": "We are looking into it.",
                 "impact": "Buyers can't pay by card.", "workaround": {"kind": "given", "text": "Pay by invoice."},
                 "cause": {"kind": "suspected", "text": "An expired certificate."},
                 "scope": "Everybody who pays by card.", "doing": "We are renewing it.",
                 "estimate": {"restored_by": "2026-03-02T14:00:00+01:00", "confirmed_by": "Ada"},
                 "areas": [{"component": "checkout", "state": "major_outage"},
                           {"component": "api", "region": "europe", "state": "degraded_performance"}],
                 "started_at": "2026-03-02T09:45:00Z"}
                """);
    }

    @Test
    void an_incident_is_declared_with_all_that_is_known() {
        var reply = declared();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.header("Location")).isEqualTo("/api/v1/incidents/" + reply.text("id"));
        assertThat(reply.text("status")).isEqualTo("investigating");
        assertThat(reply.text("started_at")).isEqualTo("2026-03-02T09:45:00Z");
        assertThat(reply.text("next_update_due")).isEqualTo("2026-03-02T10:30:00Z");
        assertThat(reply.text("scope")).isEqualTo("Everybody who pays by card.");
        assertThat(reply.text("doing")).isEqualTo("We are renewing it.");
        assertThat(reply.json().at("/estimate/restored_by").asString()).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(reply.json().at("/areas/1/state").asString()).isEqualTo("major_outage");
        assertThat(reply.text("url")).endsWith("/incidents/" + reply.text("id"));
        assertThat(state("checkout")).isEqualTo("major_outage");
    }

    private String state(String component) {
        return server.api(key, "GET", "/components/" + component, null).text("state");
    }

    @Test
    void it_goes_its_way_from_update_to_report() {
        var path = "/incidents/" + declared().text("id");
        server.clock.advance(Duration.ofMinutes(10));

        var updated = post(path + "/updates", """
                {"stage": "identified", "text": "The certificate has expired.",
                 "areas": [{"component": "checkout", "state": "partial_outage"}]}""");
        assertThat(updated.status()).isEqualTo(201);
        assertThat(updated.text("status")).isEqualTo("identified");
        assertThat(state("checkout")).isEqualTo("partial_outage");

        var resolved = post(path + "/resolution", "{\"text\": \"Card payments work again.\"}");
        assertThat(resolved.text("status")).isEqualTo("resolved");
        assertThat(resolved.text("ended_at")).isEqualTo("2026-03-02T10:10:00Z");
        assertThat(state("checkout")).isEqualTo("operational");

        var reopened = post(path + "/reopening", "{\"stage\": \"investigating\", \"text\": \"It is back.\"}");
        assertThat(reopened.json().get("open").asBoolean()).isTrue();
        assertThat(post(path + "/resolution", "{\"text\": \"Now for good.\"}").status())
                .isEqualTo(201);

        var reported = server.api(key, "PUT", path + "/report", """
                {"went_wrong": "A certificate expired.", "fixed": "We renewed it.", "prevented": "We renew by itself.",
                 "follow_ups": [{"what": "Watch all", "by": "2026-04-01", "public": true}, {"what": "Ask why"}]}""");
        assertThat(reported.status()).isEqualTo(200);
        assertThat(reported.json().at("/report/follow_ups/0/by").asString()).isEqualTo("2026-04-01");
        assertThat(reported.json().at("/report/follow_ups/1/public").asBoolean())
                .isFalse();
        assertThat(reported.text("status")).isEqualTo("post_incident");
        assertThat(reported.json().at("/report/fixed").asString()).isEqualTo("We renewed it.");
        assertThat(reported.json().get("updates").size()).isEqualTo(5);
        assertThat(reported.header("ETag")).isEqualTo("\"6\"");
    }

    @Test
    void an_all_clear_is_written_from_its_answers_in_the_language_of_the_page() {
        var path = "/incidents/" + declared().text("id");
        server.clock.advance(Duration.ofMinutes(10));

        var resolved = post(path + "/resolution", """
                {"all_clear": {"works_again": "card payments work again", "reason": "We renewed a certificate.",
                  "leftovers": null, "next": {"kind": "report", "by": "2026-03-09"}}}""");

        assertThat(resolved.status()).as(resolved.body()).isEqualTo(201);
        assertThat(resolved.json().at("/updates/1/text").asString())
                .startsWith("Card payments work again since 11:10 CET, after 25 min. We renewed a certificate.");
        assertThat(resolved.json().at("/updates/1/all_clear/next/by").asString())
                .isEqualTo("2026-03-09");
    }

    @Test
    void an_all_clear_without_an_answer_is_refused_by_the_name_of_the_field() {
        var path = "/incidents/" + declared().text("id");

        var refused = post(path + "/resolution", """
                {"all_clear": {"works_again": "x", "reason": "y", "next": {"kind": "report"}}}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("all_clear.leftovers", "all_clear.next.by");
    }

    @Test
    void a_false_alarm_is_taken_back() {
        var path = "/incidents/" + declared().text("id");

        var reply = post(path + "/withdrawal", "{\"reason\": \"false_alarm\", \"text\": \"Nothing was broken.\"}");

        assertThat(reply.text("status")).isEqualTo("false_alarm");
        assertThat(state("checkout")).isEqualTo("operational");
    }

    @Test
    void published_words_are_put_right_visibly() {
        var declared = declared();
        var update = declared.json().at("/updates/0/id").asString();

        var reply = post(
                "/incidents/" + declared.text("id") + "/updates/" + update + "/corrections",
                "{\"text\": \"We looked into it.\", \"why\": \"It was said wrongly.\"}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/updates/0/text").asString()).isEqualTo("We looked into it.");
        assertThat(reply.json().at("/updates/0/corrections/0/before").asString())
                .isEqualTo("We are looking into it.");
    }

    @Test
    void what_is_known_changes_without_a_new_word() {
        var path = "/incidents/" + declared().text("id");

        var later = server.api(key, "PATCH", path, """
                {"severity": "critical", "workaround": {"kind": "not_needed"}, "cause": {"kind": "confirmed_not_public"},
                 "estimate": {"restored_by": "2026-03-02T15:00:00Z", "confirmed_by": "Ada", "why": "It takes longer."}}""");
        var withdrawn = server.api(key, "PATCH", path, "{\"estimate\": null}");

        assertThat(later.text("severity")).isEqualTo("critical");
        assertThat(later.text("title")).isEqualTo("Card payments fail");
        assertThat(later.json().at("/estimate/former/0/why").asString()).isEqualTo("It takes longer.");
        assertThat(withdrawn.json().get("estimate").isNull()).isTrue();
        assertThat(withdrawn.json().get("updates").size()).isEqualTo(1);
    }

    @Test
    void a_changed_estimate_must_say_why() {
        var path = "/incidents/" + declared().text("id");

        var reply = server.api(
                key,
                "PATCH",
                path,
                "{\"estimate\": {\"restored_by\": \"2026-03-02T15:00:00Z\", \"confirmed_by\": \"Ada\"}}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.wrongFields()).containsExactly("estimate_why");
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        var reply = post("/incidents", """
                {"title": "", "severity": "terrible", "stage": "fixed", "started_at": "2026-03-02 10:00", "colour": "red",
                 "areas": [{"component": "checkout", "state": "broken"}, {"state": "major_outage"}],
                 "workaround": {"kind": "given"}, "cause": {"kind": "unknown", "text": "x"}}""");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.wrongFields())
                .containsExactlyInAnyOrder(
                        "title",
                        "severity",
                        "stage",
                        "started_at",
                        "text",
                        "colour",
                        "areas[0].state",
                        "areas[1].component",
                        "workaround.text",
                        "cause.text");
        assertThat(reply.body()).contains("notice, minor, major, critical").contains("a time with its zone");
    }

    @Test
    void what_makes_no_sense_now_is_a_conflict() {
        var path = "/incidents/" + declared().text("id");

        assertThat(post(path + "/reopening", "{\"stage\": \"investigating\", \"text\": \"Again.\"}")
                        .status())
                .isEqualTo(409);
        assertThat(server.api(key, "PUT", path + "/report", """
                {"went_wrong": "a", "fixed": "b", "prevented": "c"}""").status()).isEqualTo(409);
    }

    @Test
    void areas_that_are_not_there_are_refused() {
        var body =
                "{\"title\": \"a\", \"severity\": \"minor\", \"text\": \"b\", \"areas\": [{\"component\": \"%s\", \"state\": \"major_outage\"}]}";

        assertThat(post("/incidents", body.formatted("nowhere")).wrongFields()).containsExactly("areas");
        assertThat(post("/incidents", body.formatted("no where")).wrongFields()).containsExactly("areas[0].component");
    }

    @Test
    void lists_come_in_portions_newest_first() {
        for (var i = 0; i < 5; i++) {
            server.clock.advance(Duration.ofMinutes(1));
            post("/incidents", "{\"title\": \"No. " + i + "\", \"severity\": \"minor\", \"text\": \"x\"}");
        }

        var titles = new ArrayList<String>();
        var cursor = "";
        do {
            var reply = server.api(key, "GET", "/incidents?limit=2" + cursor, null);
            reply.json()
                    .get("incidents")
                    .forEach(one -> titles.add(one.get("title").asString()));
            var next = reply.json().get("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());

        assertThat(titles).containsExactly("No. 4", "No. 3", "No. 2", "No. 1", "No. 0");
    }

    @Test
    void lists_are_filtered() {
        var closed = declared().text("id");
        post("/incidents/" + closed + "/resolution", "{\"text\": \"Over.\"}");
        server.clock.advance(Duration.ofHours(1));
        var open = declared().text("id");

        assertThat(ids("?open=true")).containsExactly(open);
        assertThat(ids("?open=false")).containsExactly(closed);
        assertThat(ids("?since=2026-03-02T09:45:00Z")).hasSize(2);
        assertThat(ids("?since=2026-03-03T00:00:00%2B01:00")).isEmpty();
        assertThat(server.api(key, "GET", "/incidents?open=maybe&since=yesterday", null)
                        .wrongFields())
                .containsExactly("open", "since");
        assertThat(server.api(key, "GET", "/incidents?limit=0", null).wrongFields())
                .containsExactly("limit");
        assertThat(server.api(key, "GET", "/incidents?cursor=%21", null).wrongFields())
                .containsExactly("cursor");
    }

    private List<String> ids(String query) {
        return server.api(key, "GET", "/incidents" + query, null)
                .json()
                .get("incidents")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    @Test
    void the_past_is_entered_silently_and_only_once() {
        var body = """
                {"title": "Old outage", "severity": "major", "started_at": "2025-06-01T10:00:00Z",
                 "resolved_at": "2025-06-01T11:00:00Z", "origin": "old-page/17",
                 "areas": [{"component": "storefront", "state": "major_outage"}],
                 "updates": [{"text": "It broke.", "at": "2025-06-01T10:05:00Z"},
                             {"text": "It works.", "at": "2025-06-01T11:00:00Z"}]}""";

        var first = post("/past-incidents", body);
        var second = post("/past-incidents", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().get("backfilled").asBoolean()).isTrue();
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        int announced = server.store.reading(
                tx -> tx.outbox().recent(server.page.id(), 10).size());
        assertThat(announced).isZero();
    }

    @Test
    void another_page_never_sees_it() {
        var id = declared().text("id");
        var others = server.key(server.otherPage, Role.OWNER);
        var root = "/p/" + server.otherPage.slug() + "/api/v1/incidents";

        assertThat(server.api(others, "GET", root + "/" + id, null).status()).isEqualTo(404);
        assertThat(server.api(others, "GET", root, null).json().get("incidents").isEmpty())
                .isTrue();
        assertThat(server.api(others, "POST", root + "/" + id + "/resolution", "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_state_of_the_page_follows() {
        declared();

        var board = server.store.reading(tx -> Board.at(
                tx.catalogues().of(server.page.id()).value(),
                tx.states().since(server.page.id(), server.clock.instant()),
                server.clock.instant()));

        assertThat(board.of(Area.whole(Stories.CHECKOUT))).isEqualTo(State.MAJOR_OUTAGE);
        var open = server.store.reading(tx -> tx.incidents().open(server.page.id()));
        assertThat(open).extracting(Stored::version).containsExactly(1L);
    }
}
