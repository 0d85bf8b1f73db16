package dev.allclear.desk.console.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.console.entrance.House;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Work of several times in the list and on its own screens, and how all of it is cancelled.
class SeriesWorkTest {

    private House house;
    private Page page;
    private House.Person publisher;

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

    private void planned(int times) {
        publisher.post(
                "/desk/maintenance/new",
                Map.of(
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
                        "repeats",
                        "weekly",
                        "times",
                        Integer.toString(times),
                        "formId",
                        "plan",
                        "do",
                        "publish"));
    }

    private List<Maintenance> all() {
        return house.store.reading(tx -> tx.maintenances().all(page.id())).stream()
                .map(stored -> stored.value())
                .toList()
                .reversed();
    }

    private static String path(Maintenance work) {
        return "/desk/maintenance/" + work.id().value();
    }

    private int announcements() {
        return house.store.reading(tx -> tx.outbox().recent(page.id(), 50)).size();
    }

    private House.Reply say(Maintenance work, String step, String which) {
        return publisher.post(
                path(work),
                Map.of(
                        "step",
                        step,
                        "which",
                        which,
                        "text",
                        "We found another way.",
                        "formId",
                        step + which,
                        "do",
                        "publish"));
    }

    @Test
    void a_series_stands_once_in_the_list_with_its_next_time_and_the_others_unfold() {
        planned(12);
        var works = all();

        var list = publisher.get("/desk/maintenance").body();
        say(works.getFirst(), "start", "");
        say(works.getFirst(), "complete", "");
        var later = publisher.get("/desk/maintenance").body();

        assertThat(list).containsOnlyOnce("scope=\"row\"").contains("and 11 more times", path(works.getLast()));
        assertThat(list.indexOf(path(works.getFirst()))).isLessThan(list.indexOf("and 11 more times"));
        assertThat(later).contains("and 10 more times", "Completed");
        assertThat(later.split("scope=\"row\"", -1)).hasSize(3);
    }

    @Test
    void a_hundred_times_are_one_row() {
        planned(100);

        assertThat(publisher.get("/desk/maintenance").body())
                .containsOnlyOnce("scope=\"row\"")
                .contains("and 99 more times");
        assertThat(publisher.get(path(all().get(50))).body())
                .contains("One of 100 times", "All times")
                .doesNotContain("<details class=\"fold\" open");
    }

    @Test
    void the_works_own_screen_names_the_others_with_how_they_stand() {
        planned(4);
        var works = all();
        say(works.get(1), "cancel", "this");

        var screen = publisher.get(path(works.getFirst())).body();

        assertThat(screen)
                .contains("One of 4 times", "href=\"" + path(works.get(1)) + "\"", "data-phase=\"cancelled\"")
                .contains("value=\"this\" checked", "This and all that are still ahead<small>3 times");
        assertThat(screen).contains("<li aria-current=\"true\"><strong>");
        assertThat(publisher.get(path(works.get(1))).body()).doesNotContain("still ahead");
    }

    @Test
    void one_time_is_cancelled_alone() {
        planned(4);

        var answer = say(all().get(1), "cancel", "this");

        assertThat(answer.header("Location")).endsWith("?said");
        assertThat(all()).extracting(Maintenance::isOver).containsExactly(false, true, false, false);
    }

    @Test
    void all_that_are_ahead_are_cancelled_in_one_word() {
        planned(4);
        var works = all();
        house.doors
                .subscriptions()
                .add(
                        page.id(),
                        new EmailAddress("all@shops.example"),
                        Choice.EVERYTHING,
                        page.language(),
                        Optional.empty(),
                        House.TESTER);
        say(works.getFirst(), "start", "");
        var before = announcements();

        var pane = publisher.post(
                path(works.get(2)) + "/preview", Map.of("step", "cancel", "which", "all", "text", "No more."));
        var answer = say(works.get(2), "cancel", "all");

        assertThat(pane.body()).contains("3 times that will not take place", "Cancel 3 times and mail 1 subscriber<");
        assertThat(answer.header("Location")).isEqualTo(path(works.get(2)) + "?cancelled");
        assertThat(publisher.get(path(works.get(2)) + "?cancelled").body())
                .contains("3 times cancelled.", "one mail tells of all of them");
        assertThat(all()).extracting(Maintenance::isOver).containsExactly(false, true, true, true);
        assertThat(announcements()).isEqualTo(before + 1);
        assertThat(publisher.get("/desk/maintenance").body()).contains("and 2 more times");
    }
}
