package dev.allclear.desk.console.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.entrance.House;
import dev.allclear.maintenance.Blackout;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import dev.allclear.testkit.Stories;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the form shows to whoever plans work, and how what was planned is changed.
class PlanningTest {

    private House house;
    private Page page;
    private int forms;

    @BeforeEach
    void open() {
        house = House.open();
        page = house.page();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Map<String, Object> plan(String start, String end) {
        var plan = new HashMap<String, Object>(Map.of(
                "title",
                "New bank",
                "start",
                start,
                "end",
                end,
                "zone",
                "Europe/Berlin",
                "area",
                List.of("invoices"),
                "text",
                "We change banks.",
                "do",
                "publish"));
        plan.put("formId", "form" + forms++);
        return plan;
    }

    private Maintenance work() {
        return house.store
                .reading(tx -> tx.maintenances().all(page.id()))
                .getFirst()
                .value();
    }

    private String path() {
        return "/desk/maintenance/" + work().id().value();
    }

    private int announcements() {
        return house.store.reading(tx -> tx.outbox().recent(page.id(), 50)).size();
    }

    private String pane(Map<String, Object> plan) {
        return house.person(page, Role.PUBLISHER)
                .post("/desk/maintenance/preview", plan)
                .body();
    }

    @Test
    void whoever_plans_sees_other_work_at_that_time_and_what_shares_parts_stronger() {
        house.person(page, Role.PUBLISHER).post("/desk/maintenance/new", plan("2026-03-20T20:00", "2026-03-20T22:00"));
        var elsewhere = plan("2026-03-20T21:00", "2026-03-20T23:00");
        elsewhere.put("area", List.of("checkout"));

        assertThat(pane(plan("2026-03-20T21:00", "2026-03-20T23:00")))
                .contains("data-weight=\"error\"", "On the same parts: <a href=", path());
        assertThat(pane(elsewhere)).contains("At the same time: <a href=").doesNotContain("On the same parts");
        assertThat(pane(plan("2026-03-20T22:00", "2026-03-20T23:00"))).doesNotContain("foresight\"");
    }

    @Test
    void days_on_which_no_work_should_be_planned_stand_out_with_their_reason() {
        var sale = new Blackout(LocalDate.parse("2026-03-19"), LocalDate.parse("2026-03-21"), "the spring sale");
        var usual = WorkPolicy.USUAL;
        house.store.inTransaction(tx -> {
            var policy = new WorkPolicy(usual.leastNotice(), usual.rungs(), usual.checkInFrom(), List.of(sale));
            tx.policies().saveWork(page.id(), policy, 0);
            return policy;
        });

        assertThat(pane(plan("2026-03-20T20:00", "2026-03-20T22:00")))
                .contains("From Thursday 19 March to Saturday 21 March no work should be planned: the spring sale");
        assertThat(pane(plan("2026-03-22T20:00", "2026-03-22T22:00"))).doesNotContain("spring sale");
    }

    @Test
    void a_change_of_the_clocks_is_told_in_words() {
        assertThat(pane(plan("2026-03-29T00:00", "2026-03-29T04:00")))
                .contains("On Sunday 29 March the clocks go forward by 1 h in Europe/Berlin: this work takes 3 h, "
                        + "though a clock on the wall there counts 4 h.");
        assertThat(pane(plan("2026-03-29T02:30", "2026-03-29T04:00")))
                .contains("On Sunday 29 March there is no 02:30 in Europe/Berlin")
                .contains("Taken as 03:30 CEST (01:30 UTC)");
        assertThat(pane(plan("2026-04-02T20:00", "2026-04-02T21:00")))
                .contains("20:00 there is 18:00 UTC by then, and not 19:00 UTC as it would be today");
    }

    @Test
    void a_time_that_comes_twice_is_said_to_be_the_first() {
        assertThat(pane(plan("2026-10-25T02:30", "2026-10-25T05:00")))
                .contains("02:30 comes twice in Europe/Berlin")
                .contains("Taken as the first, 02:30 CEST (00:30 UTC); the second is 02:30 CET (01:30 UTC)");
    }

    @Test
    void short_notice_and_what_follows_stand_beside_the_form() {
        var late = plan("2026-03-03T20:00", "2026-03-03T22:00");
        assertThat(pane(late)).contains("your policy asks for 7 days. Choose a later time, or say why it can’t wait.");
        late.put("emergency", "The old bank closes.");

        var emergency = pane(late);

        assertThat(emergency)
                .contains("The page will say that it can’t wait, and why.", "The old bank closes.")
                .doesNotContain("Choose a later time");
        assertThat(pane(plan("2026-03-20T20:00", "2026-03-20T22:00")))
                .contains("reminder, 7 days ahead", "reminder, 1 hour ahead", "you start it", "you finish it");
    }

    @Test
    void what_a_field_says_is_shown_and_not_asked_for_in_the_text() {
        var bare = plan("2026-03-20T20:00", "2026-03-20T22:00");
        assertThat(pane(bare)).contains("The announcement leaves open what will not work");
        bare.putAll(Map.of("stops", "Transfers.", "why", "Cheaper.", "todo", "act", "act", "Sign in again."));

        assertThat(pane(bare))
                .contains("What will not work:", "Sign in again.")
                .doesNotContain("The announcement leaves open");
    }

    @Test
    void each_part_is_expected_as_it_was_chosen_and_regions_apart() {
        var plan = plan("2026-03-20T20:00", "2026-03-20T22:00");
        plan.put("area", List.of("invoices", "api", "api@europe"));
        plan.put("expect-invoices", "degraded_performance");
        plan.put("expect-api", "under_maintenance");
        plan.put("expect-api@europe", "operational");

        house.person(page, Role.PUBLISHER).post("/desk/maintenance/new", plan);

        assertThat(work().expected())
                .isEqualTo(Map.of(
                        Area.whole(Stories.INVOICES),
                        State.DEGRADED_PERFORMANCE,
                        Area.in(Stories.API, Stories.EUROPE),
                        State.OPERATIONAL));
    }

    @Test
    void a_move_is_shown_before_it_is_said() {
        var publisher = house.person(page, Role.PUBLISHER);
        publisher.post("/desk/maintenance/new", plan("2026-03-20T20:00", "2026-03-20T22:00"));

        var moving = plan("2026-03-29T00:00", "2026-03-29T04:00");
        moving.put("step", "move");
        moving.put("text", "Later.");
        var pane = publisher.post(path() + "/preview", moving).body();

        assertThat(pane)
                .contains("the clocks go forward", "reminder, 7 days ahead", "the text leaves out why")
                .contains("Publish; nobody has subscribed yet");
        assertThat(work().window().start()).hasToString("2026-03-20T19:00:00Z");
    }

    @Test
    void what_is_known_already_is_no_warning_when_it_is_over() {
        var publisher = house.person(page, Role.PUBLISHER);
        var soon = plan("2026-03-03T20:00", "2026-03-03T22:00");
        soon.put("emergency", "It can’t wait.");
        publisher.post("/desk/maintenance/new", soon);

        var cancelling = publisher.post(
                path() + "/preview", Map.of("step", "cancel", "text", "Not needed, because the bank called it off."));

        assertThat(cancelling.body())
                .contains("Cancelled", "the bank called it off")
                .doesNotContain("your policy asks", "class=\"ladder\"", "Under maintenance");
        var starting = publisher.post(path() + "/preview", Map.of("step", "start", "text", "We begin."));
        assertThat(starting.body()).contains("you finish it").doesNotContain("your policy asks", "reminder,");
    }

    @Test
    void details_are_changed_quietly_or_with_a_word() {
        var publisher = house.person(page, Role.PUBLISHER);
        publisher.post("/desk/maintenance/new", plan("2026-03-20T20:00", "2026-03-20T22:00"));
        var form = publisher.get(path() + "/change").body();
        var change = new HashMap<String, Object>(Map.of(
                "title",
                "A new bank",
                "area",
                List.of("invoices"),
                "expect-invoices",
                "degraded_performance",
                "stops",
                "Transfers.",
                "tell",
                "quietly",
                "seen",
                seen(form),
                "formId",
                "change1",
                "do",
                "publish"));

        var quiet = publisher.post(path() + "/change", change);

        assertThat(form).contains("value=\"New bank\"", "value=\"quietly\" checked", "value=\"invoices\" checked");
        assertThat(quiet.header("Location")).isEqualTo(path() + "?changed");
        assertThat(work().title()).isEqualTo("A new bank");
        assertThat(work().details().stops()).contains("Transfers.");
        assertThat(work().expected()).containsEntry(Area.whole(Stories.INVOICES), State.DEGRADED_PERFORMANCE);
        assertThat(announcements()).isEqualTo(1);
        change.putAll(Map.of(
                "seen",
                seen(publisher.get(path() + "/change").body()),
                "formId",
                "change2",
                "tell",
                "everybody",
                "text",
                "Transfers stand still meanwhile."));
        publisher.post(path() + "/change", change);
        assertThat(announcements()).isEqualTo(2);
        assertThat(publisher.get(path()).body()).contains("Transfers stand still meanwhile.");
    }

    @Test
    void whoever_changes_details_second_sees_what_the_first_did_and_loses_nothing() {
        var publisher = house.person(page, Role.PUBLISHER);
        publisher.post("/desk/maintenance/new", plan("2026-03-20T20:00", "2026-03-20T22:00"));
        var seen = seen(publisher.get(path() + "/change").body());
        var mine = new HashMap<String, Object>(Map.of(
                "title",
                "Mine",
                "area",
                List.of("invoices"),
                "tell",
                "quietly",
                "seen",
                seen,
                "formId",
                "a",
                "do",
                "publish"));
        publisher.post(path() + "/change", mine);
        mine.putAll(Map.of("title", "Second", "formId", "b"));

        var refused = publisher.post(path() + "/change", mine);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Someone else changed this while you were typing", "Title now: Mine", "value=\"Second\"");
        assertThat(work().title()).isEqualTo("Mine");
        mine.put("seen", seen(refused.body()));
        assertThat(publisher.post(path() + "/change", mine).status()).isEqualTo(303);
        assertThat(work().title()).isEqualTo("Second");
    }

    private static String seen(String form) {
        return form.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void running_work_asks_as_its_end_comes_near() {
        var publisher = house.person(page, Role.PUBLISHER);
        var soon = plan("2026-03-01T10:00", "2026-03-02T22:00");
        soon.put("emergency", "It can’t wait.");
        publisher.post("/desk/maintenance/new", soon);
        publisher.post(path(), Map.of("step", "start", "text", "We begin.", "formId", "s", "do", "publish"));

        assertThat(publisher.get(path()).body())
                .contains("data-from=\"2026-03-02T20:45:00Z\" hidden", "say that it takes longer");
        assertThat(publisher.get("/desk/maintenance").body()).contains("class=\"notice ending\"");
        assertThat(publisher.get(path() + "?step=extend").body()).contains("value=\"extend\" checked");
    }
}
