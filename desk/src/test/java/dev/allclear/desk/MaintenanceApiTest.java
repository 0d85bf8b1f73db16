package dev.allclear.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.people.Role;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Planned work by the API, from the plan with all that customers need to know to the thank-you.
final class MaintenanceApiTest {

    private DeskServer server;
    private String key = "";

    @BeforeEach
    void start() {
        server = DeskServer.start();
        key = server.key(server.page, Role.PUBLISHER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply api(String method, String path, String body) {
        return server.api(key, method, path, body);
    }

    private Reply planned(String more) {
        var reply = api("POST", "/maintenances", """
            {"title": "New database", "start": "2026-03-16T01:30:00Z", "end": "2026-03-16T03:30:00Z",
             "areas": [{"component": "invoices"}, {"component": "api", "region": "europe", "state": "degraded_performance"}],
             "text": "Short breaks.", "why": "The old one is full.", "stops": "New invoices", "goes_on": "Payments",
             "todo": {"kind": "act", "text": "Restart the till."}, "contact": "help@example.com",
             "links": ["https://help.example.com/move"], "by_itself": true%s}""".formatted(more));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private static String path(Reply work) {
        return "/maintenances/" + work.text("id");
    }

    @Test
    void what_customers_need_to_know_comes_back_as_it_was_sent() {
        var work = planned("");

        var details = work.json().get("details");
        assertThat(details.get("why").asString()).isEqualTo("The old one is full.");
        assertThat(details.at("/todo/text").asString()).isEqualTo("Restart the till.");
        assertThat(details.at("/links/0").asString()).isEqualTo("https://help.example.com/move");
        assertThat(details.get("by_itself").asBoolean()).isTrue();
        assertThat(work.json().at("/areas/0/state").asString()).isEqualTo("degraded_performance");
        assertThat(work.json().at("/areas/1/state").asString()).isEqualTo("under_maintenance");
        assertThat(work.json().get("series").isNull()).isTrue();
    }

    @Test
    void it_is_moved_begun_extended_finished_and_thanked_for() {
        var path = path(planned(""));

        var moved = api("POST", path + "/move", """
                {"start": "2026-03-02T10:10:00Z", "end": "2026-03-02T12:00:00Z", "text": "Sooner."}""");
        assertThat(moved.text("start")).isEqualTo("2026-03-02T10:10:00Z");
        assertThat(moved.json().at("/notices/1/moved/end").asString()).isEqualTo("2026-03-02T12:00:00Z");
        api("POST", path + "/start", "{\"text\": \"We begin.\"}");
        var longer =
                api("POST", path + "/extension", "{\"end\": \"2026-03-02T13:00:00Z\", \"text\": \"It takes longer.\"}");
        assertThat(longer.text("end")).isEqualTo("2026-03-02T13:00:00Z");
        api("POST", path + "/completion", "{\"text\": \"Done.\"}");
        var thanked = api("POST", path + "/thanks", "{\"text\": \"Thank you.\"}");
        assertThat(thanked.json().at("/notices/5/kind").asString()).isEqualTo("thanks");
        assertThat(api("POST", path + "/thanks", "{\"text\": \"Again.\"}").status())
                .isEqualTo(409);
    }

    @Test
    void what_customers_should_know_is_changed_quietly_or_with_a_word() {
        var work = planned("");

        var quietly = api("PATCH", path(work), "{\"stops\": \"Nothing at all\", \"todo\": null}");
        assertThat(quietly.status()).as(quietly.body()).isEqualTo(200);
        assertThat(quietly.json().at("/details/stops").asString()).isEqualTo("Nothing at all");
        assertThat(quietly.json().at("/details/todo").isNull()).isTrue();
        assertThat(quietly.json().at("/details/why").asString()).isEqualTo("The old one is full.");
        assertThat(quietly.json().at("/notices/1/kind").asString()).isEqualTo("revised");
        var aloud = api("PATCH", path(work), "{\"title\": \"A newer database\", \"text\": \"It is newer still.\"}");
        assertThat(aloud.text("title")).isEqualTo("A newer database");
        assertThat(aloud.json().at("/notices/2/kind").asString()).isEqualTo("progress");
        var late = server.api(key, "PATCH", path(work), "{\"title\": \"x\"}", "If-Match", "\"1\"");
        assertThat(late.status()).isEqualTo(412);
    }

    @Test
    void work_repeats_by_the_calendar_of_the_page_and_is_called_off_together() {
        var first = planned(", \"recurrence\": \"FREQ=WEEKLY;COUNT=4\", \"except\": [\"2026-03-23\"]");

        var all = api("GET", "/maintenances", null).json().get("maintenances");
        assertThat(StreamSupport.stream(all.spliterator(), false)
                        .map(work -> work.get("start").asString()))
                // Summer time begins in between: by the clock on the wall it stays half past two.
                .containsExactly("2026-04-06T00:30:00Z", "2026-03-30T00:30:00Z", "2026-03-16T01:30:00Z");
        assertThat(first.text("series")).isEqualTo(all.get(0).get("series").asString());

        var off = api("POST", path(first) + "/cancellation", "{\"text\": \"No need.\", \"series\": true}");
        assertThat(off.text("status")).isEqualTo("cancelled");
        var after = api("GET", "/maintenances", null).json().get("maintenances");
        assertThat(StreamSupport.stream(after.spliterator(), false)
                        .map(work -> work.get("status").asString()))
                .containsOnly("cancelled");
    }

    @Test
    void several_times_are_listed_instead() {
        var reply = api("POST", "/maintenances", """
                {"title": "New cables", "text": "In two nights.", "windows": [
                  {"start": "2026-03-17T01:00:00Z", "end": "2026-03-17T02:00:00Z"},
                  {"start": "2026-03-16T01:00:00Z", "end": "2026-03-16T02:00:00Z"}]}""");

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.text("start")).isEqualTo("2026-03-16T01:00:00Z");
    }

    @Test
    void an_incident_goes_on_as_work_and_work_as_an_incident() {
        var incident = api("POST", "/incidents", """
                {"title": "Invoices are late", "severity": "minor", "text": "Invoices come late.", "stage": "monitoring"}""");
        var work = planned(", \"incident\": \"" + incident.text("id") + "\"");

        assertThat(work.text("mends")).isEqualTo(incident.text("id"));
        assertThat(api("GET", "/incidents/" + incident.text("id"), null).text("status"))
                .isEqualTo("resolved");

        api("POST", path(work) + "/start", "{\"text\": \"We begin.\"}");
        var worse = api("POST", "/incidents", """
                {"title": "No invoices", "severity": "major", "text": "Invoices can't be made.", "maintenance": "%s"}
                """.formatted(work.text("id")));
        assertThat(worse.status()).as(worse.body()).isEqualTo(201);
        var over = api("GET", path(work), null);
        assertThat(over.text("became")).isEqualTo(worse.text("id"));
        assertThat(over.text("status")).isEqualTo("completed");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            "todo": {"kind": "wait"}                                            | todo.kind
            "todo": {"kind": "act"}                                             | todo.text
            "links": ["ftp://example.com"]                                      | links
            "by_itself": "yes"                                                  | by_itself
            "areas": [{"component": "api", "state": "major_outage"}]            | areas
            "areas": [{"component": "api"}, {"component": "api"}]               | areas[1].component
            "recurrence": "every week"                                          | recurrence
            "recurrence": "FREQ=WEEKLY;COUNT=2", "except": ["soon"]             | except
            "recurrence": "FREQ=DAILY;COUNT=2", "end": "2026-03-18T12:00:00Z"   | windows
            "windows": []                                                       | start end windows
            """)
    void what_is_wrong_is_named_by_its_field(String more, String fields) {
        var reply = api("POST", "/maintenances", """
                {"title": "x", "text": "y", "start": "2026-03-16T01:00:00Z", %s %s}
                """.formatted(
                        more.contains("\"end\"") ? "" : "\"end\": \"2026-03-16T02:00:00Z\",", more));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.wrongFields()).containsExactlyInAnyOrder(fields.split(" "));
    }
}
