package dev.allclear.desk.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.desk.console.entrance.House;
import dev.allclear.maintenance.Blackout;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkPolicyTest {

    private static final String PATH = "/desk/policy/work";

    private House house;
    private Page page;

    @BeforeEach
    void open() {
        house = House.open();
        page = house.page();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private WorkPolicy policy() {
        return house.store.reading(tx -> tx.policies().ofWork(page.id())).value();
    }

    private static Map<String, Object> form() {
        return new HashMap<>(Map.of(
                "version", "0",
                "notice", "3",
                "notice-unit", "days",
                "checkIn", "6",
                "reminder", List.of("1", "4"),
                "ahead1", "2",
                "ahead1-unit", "days",
                "ahead4", "90",
                "ahead4-unit", "minutes",
                "do", "save"));
    }

    @Test
    void the_policy_for_planned_work_is_changed() {
        var owner = house.person(page, Role.OWNER);
        var form = form();
        form.putAll(Map.of("blackout", List.of("1"), "first1", "2026-11-27", "last1", "", "why1", "The sale"));

        var saved = owner.post(PATH, form);

        assertThat(saved.header("Location")).isEqualTo(PATH + "?saved");
        var day = LocalDate.parse("2026-11-27");
        assertThat(policy())
                .isEqualTo(new WorkPolicy(
                        Duration.ofDays(3),
                        List.of(new Rung(Duration.ofDays(2)), new Rung(Duration.ofMinutes(90))),
                        Duration.ofHours(6),
                        List.of(new Blackout(day, day, "The sale"))));
        assertThat(owner.get(PATH).body()).contains("value=\"2026-11-27\"", "value=\"The sale\"", "value=\"90\"");
        assertThat(owner.get("/desk/journal").body()).contains("changed how work is planned");
    }

    @Test
    void rows_come_and_go_without_saving() {
        var owner = house.person(page, Role.OWNER);
        var form = form();
        form.put("do", "add-reminder");
        var more = owner.post(PATH, form).body();
        form.put("do", "drop-reminder-1");
        var fewer = owner.post(PATH, form).body();
        form.put("do", "add-blackout");
        var days = owner.post(PATH, form).body();

        assertThat(more).contains("name=\"ahead5\"", "name=\"ahead1\"");
        assertThat(fewer).contains("name=\"ahead4\"").doesNotContain("name=\"ahead1\"");
        assertThat(days).contains("name=\"first1\"", "type=\"date\"");
        assertThat(policy()).isEqualTo(WorkPolicy.USUAL);
    }

    @Test
    void a_wrong_policy_says_which_field_and_keeps_what_was_typed() {
        var form = form();
        form.putAll(Map.of("ahead4", "2", "ahead1", "soon", "checkIn", "0", "blackout", List.of("1"), "why1", "Sale"));

        var refused = house.person(page, Role.OWNER).post(PATH, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"ahead1-error\"", "id=\"ahead4-error\"", "id=\"first1-error\"", "value=\"soon\"");
        form.putAll(Map.of("ahead1", "90", "ahead1-unit", "minutes", "ahead4", "90"));
        form.remove("blackout");
        var twice = house.person(page, Role.OWNER).post(PATH, form);
        assertThat(twice.body()).contains("id=\"checkIn-error\"");
        form.put("checkIn", "4");
        assertThat(house.person(page, Role.OWNER).post(PATH, form).body()).contains("id=\"reminders-error\"");
    }

    @Test
    void whoever_saves_second_is_told_and_only_owners_may() {
        var owner = house.person(page, Role.OWNER);
        owner.post(PATH, form());

        assertThat(owner.post(PATH, form()).status()).isEqualTo(409);
        assertThat(house.person(page, Role.PUBLISHER).get(PATH).status()).isEqualTo(403);
    }
}
