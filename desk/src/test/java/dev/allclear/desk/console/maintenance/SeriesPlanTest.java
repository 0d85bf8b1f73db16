package dev.allclear.desk.console.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.entrance.House;
import dev.allclear.maintenance.Blackout;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Work that is planned for several times in the form.
class SeriesPlanTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private House house;
    private Page page;
    private House.Person publisher;
    private int forms;

    @BeforeEach
    void open() {
        house = House.open();
        page = house.page();
        publisher = house.person(page, Role.PUBLISHER);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /// On Tuesday 10 March 2026.
    private Map<String, Object> plan(String... more) {
        var plan = new HashMap<String, Object>(Map.of(
                "title",
                "New bank",
                "start",
                "2026-03-10T02:30",
                "end",
                "2026-03-10T04:00",
                "zone",
                "Europe/Berlin",
                "area",
                List.of("invoices"),
                "text",
                "We change banks.",
                "do",
                "publish"));
        plan.put("formId", "form" + forms++);
        for (var i = 0; i < more.length; i += 2) {
            plan.put(more[i], more[i + 1]);
        }
        return plan;
    }

    private Map<String, Object> other(String start, String end) {
        var plan = plan("repeats", "others", "start4", start, "end4", end);
        plan.put("other", List.of("1", "4"));
        return plan;
    }

    private House.Reply planned(Map<String, Object> plan) {
        return publisher.post("/desk/maintenance/new", plan);
    }

    private String pane(Map<String, Object> plan) {
        return publisher.post("/desk/maintenance/preview", plan).body();
    }

    private List<Maintenance> all() {
        return house.store.reading(tx -> tx.maintenances().all(page.id())).stream()
                .map(stored -> stored.value())
                .toList()
                .reversed();
    }

    private int announcements() {
        return house.store.reading(tx -> tx.outbox().recent(page.id(), 50)).size();
    }

    @Test
    void a_year_of_weeks_keeps_its_time_by_the_clock_across_both_changes_and_is_announced_once() {
        var plan = plan("repeats", "weekly", "times", "52");

        var pane = pane(plan);
        var answer = planned(plan);

        assertThat(pane)
                .contains(
                        "52 times, over 51 weeks",
                        "and 40 more, until",
                        "Announce work at 52 times; nobody has subscribed yet",
                        "On Sunday 29 March the clocks go forward by 1 h in Europe/Berlin: "
                                + "02:30 in Europe/Berlin is 00:30 UTC from then on, and 01:30 UTC before.",
                        "On Sunday 25 October the clocks go back by 1 h in Europe/Berlin: "
                                + "02:30 in Europe/Berlin is 01:30 UTC from then on, and 00:30 UTC before.");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(all()).hasSize(52).allSatisfy(work -> {
            assertThat(work.window().start().atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.of(2, 30));
            assertThat(work.window().length()).isEqualTo(Duration.ofMinutes(90));
        });
        assertThat(all().getLast().window().start()).isEqualTo(Instant.parse("2027-03-02T01:30:00Z"));
        assertThat(announcements()).isEqualTo(1);
    }

    @Test
    void a_night_that_has_no_half_past_two_is_named_where_it_falls_into_the_series() {
        var pane =
                pane(plan("start", "2026-03-15T02:30", "end", "2026-03-15T04:00", "repeats", "weekly", "times", "4"));

        assertThat(pane)
                .contains("On Sunday 29 March there is no 02:30 in Europe/Berlin", "<span class=\"note\">clocks change")
                .containsOnlyOnce("there is no 02:30");
    }

    @Test
    void the_form_says_each_rhythm_in_words_of_the_day() {
        assertThat(pane(plan()))
                .contains(
                        ">Every week on Tuesday<",
                        ">Every two weeks on Tuesday<",
                        ">Every month on the 10th<",
                        ">Every month on the second Tuesday<");
        assertThat(pane(plan("start", "2026-03-31T02:30", "end", "2026-03-31T04:00")))
                .contains(">Every month on the 31st<", ">Every month on the last Tuesday<");
        assertThat(publisher.get("/desk/maintenance/new").body())
                .contains(">Every month on the same date<", ">At other times too<", "name=\"start1\"");
    }

    @Test
    void months_are_counted_by_date_or_by_day_of_the_week() {
        planned(plan("repeats", "weekday", "until", "2026-06-30"));

        assertThat(all())
                .extracting(work ->
                        work.window().start().atZone(BERLIN).toLocalDate().toString())
                .containsExactly("2026-03-10", "2026-04-14", "2026-05-12", "2026-06-09");
    }

    @Test
    void days_are_left_out_and_the_first_may_be_one_of_them() {
        planned(plan("repeats", "daily", "times", "5", "except", "2026-03-10\r\n2026-03-12"));

        assertThat(all())
                .extracting(work ->
                        work.window().start().atZone(BERLIN).toLocalDate().getDayOfMonth())
                .containsExactly(11, 13, 14);
    }

    @Test
    void other_times_are_planned_beside_and_an_empty_row_is_none() {
        planned(other("2026-03-09T20:00", "2026-03-09T22:00"));

        assertThat(all())
                .extracting(work -> work.window().start())
                .containsExactly(Instant.parse("2026-03-09T19:00:00Z"), Instant.parse("2026-03-10T01:30:00Z"));
        assertThat(announcements()).isEqualTo(1);
    }

    @Test
    void rows_are_added_and_taken_away_without_a_script_and_nothing_typed_is_lost() {
        var added = planned(with(other("2026-03-09T20:00", "2026-03-09T22:00"), "do", "add-other"));
        var dropped = planned(with(other("2026-03-09T20:00", "2026-03-09T22:00"), "do", "drop-other-1"));

        assertThat(added.body())
                .contains("name=\"start5\" value=\"\"", "value=\"2026-03-09T20:00\"", "value=\"New bank\"")
                .containsPattern("name=\"start5\"[^>]* data-focus");
        assertThat(dropped.body()).contains("name=\"start4\"").doesNotContain("name=\"start1\"");
        assertThat(all()).isEmpty();
    }

    private static Map<String, Object> with(Map<String, Object> plan, String field, String value) {
        plan.put(field, value);
        return plan;
    }

    private void refused(String field, String words, Map<String, Object> plan) {
        var answer = planned(plan);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"" + field + "-error\"", words, "<details class=\"fold\" open");
        assertThat(all()).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused_beside_its_field() {
        refused("times", "from 1 to 100", plan("repeats", "daily", "times", "0"));
        refused("times", "from 1 to 100", plan("repeats", "daily", "times", "101"));
        refused("times", "from 1 to 100", plan("repeats", "daily", "times", "twice"));
        refused("times", "Say how often, or until which day.", plan("repeats", "daily"));
        refused("times", "not both", plan("repeats", "daily", "times", "3", "until", "2026-03-20"));
        refused("times", "2 years ahead", plan("repeats", "monthly", "times", "60"));
        refused("until", "before the first", plan("repeats", "daily", "until", "2026-03-09"));
        refused("until", "more than 100 times", plan("repeats", "daily", "until", "2027-03-09"));
        refused("until", "Give a day", plan("repeats", "daily", "until", "soon"));
        refused("except", "“Christmas” is none", plan("repeats", "daily", "times", "3", "except", "Christmas"));
        refused("except", "No day is left", plan("repeats", "daily", "times", "2", "except", "2026-03-10 2026-03-11"));
        refused("end", "overlap", plan("repeats", "daily", "times", "3", "end", "2026-03-11T03:30"));
        refused("others", "overlap", other("2026-03-10T03:30", "2026-03-10T05:00"));
        refused("others", "Say at which other times", other("", ""));
        refused("end4", "must end after it starts", other("2026-03-12T03:30", "2026-03-12T03:30"));
        refused("end4", "This has passed", other("2026-02-12T03:30", "2026-02-12T04:30"));
        refused("end4", "Say when", other("2026-03-12T03:30", ""));
    }

    @Test
    void a_refused_series_keeps_what_was_typed() {
        var refused = planned(plan("repeats", "weekly", "times", "0", "except", "2026-12-25"));

        assertThat(refused.body())
                .contains(
                        "More than once: Give a whole number",
                        "value=\"weekly\" data-slot=\"repeats-weekly\" selected",
                        "name=\"times\" value=\"0\"")
                .contains(">2026-12-25</textarea>");
    }

    @Test
    void what_stands_in_the_way_is_said_once_with_its_dates() {
        var sale = new Blackout(LocalDate.parse("2026-03-23"), LocalDate.parse("2026-04-01"), "the spring sale");
        house.store.inTransaction(tx -> {
            var usual = WorkPolicy.USUAL;
            var policy = new WorkPolicy(usual.leastNotice(), usual.rungs(), usual.checkInFrom(), List.of(sale));
            tx.policies().saveWork(page.id(), policy, 0);
            return policy;
        });
        planned(plan("repeats", "weekly", "times", "100"));

        var pane =
                pane(plan("start", "2026-03-17T03:00", "end", "2026-03-17T05:00", "repeats", "weekly", "times", "90"));

        assertThat(pane)
                .contains(
                        "the spring sale (2 of these times, the first on Tuesday 24 March)",
                        ", and 89 times more.",
                        "<span class=\"note\">other work",
                        "<span class=\"note\">day without work")
                .containsOnlyOnce("On the same parts");
    }
}
