package dev.allclear.desk.console.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.console.entrance.House;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Todo;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import dev.allclear.status.Area;
import dev.allclear.testkit.Stories;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaintenanceTest {

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static final Map<String, Object> PLAN = Map.of(
            "title",
            "New <b>bank</b>",
            "start",
            "2026-03-09T23:00",
            "end",
            "2026-03-10T01:00",
            "zone",
            "Europe/Berlin",
            "area",
            List.of("invoices", "api", "api@europe"),
            "text",
            "Transfers <script>wait</script>.",
            "formId",
            "one",
            "do",
            "publish");

    private List<Maintenance> all(Page page) {
        return house.store.reading(tx -> tx.maintenances().all(page.id())).stream()
                .map(stored -> stored.value())
                .toList();
    }

    private int announcements(Page page) {
        return house.store.reading(tx -> tx.outbox().recent(page.id(), 50)).size();
    }

    private static Map<String, Object> with(String field, Object value) {
        var plan = new HashMap<>(PLAN);
        plan.put(field, value);
        return plan;
    }

    @Test
    void planned_work_is_announced_started_and_completed() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        var announced = publisher.post("/desk/maintenance/new", PLAN);

        var work = all(page).getFirst();
        assertThat(announced.header("Location"))
                .isEqualTo("/desk/maintenance/" + work.id().value() + "?announced");
        assertThat(work.window().start()).isEqualTo(Instant.parse("2026-03-09T22:00:00Z"));
        assertThat(work.areas()).isEqualTo(Set.of(Area.whole(Stories.INVOICES), Area.in(Stories.API, Stories.EUROPE)));
        var path = "/desk/maintenance/" + work.id().value();
        assertThat(publisher.get(path).body())
                .contains("New &lt;b&gt;bank&lt;/b&gt;", "value=\"progress\" checked", "Transfers &lt;script>")
                .doesNotContain("<script>wait", "New <b>");
        publisher.post(path, Map.of("step", "start", "text", "We begin.", "formId", "two", "do", "publish"));
        publisher.post(path, Map.of("step", "complete", "text", "Done.", "formId", "three", "do", "publish"));
        assertThat(all(page).getFirst().isOver()).isTrue();
        assertThat(publisher.get(path).body()).contains("Completed", "Who got it", "value=\"thank\" checked");
        publisher.post(
                path, Map.of("step", "thank", "text", "Transfers are cheaper now.", "formId", "four", "do", "publish"));
        assertThat(publisher.get(path).body()).contains("Thanked").doesNotContain("Say something");
        assertThat(announcements(page)).isEqualTo(4);
    }

    @Test
    void work_is_moved_and_takes_longer() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        publisher.post("/desk/maintenance/new", PLAN);
        var path = "/desk/maintenance/" + all(page).getFirst().id().value();
        Map<String, Object> moved = Map.of(
                "step",
                "move",
                "start",
                "2026-03-11T23:00",
                "end",
                "2026-03-12T01:00",
                "zone",
                "Europe/Berlin",
                "text",
                "The bank needs two days more.",
                "formId",
                "m",
                "do",
                "publish");

        var timeless = publisher.post(path, Map.of("step", "move", "text", "Later.", "formId", "t", "do", "publish"));
        publisher.post(path, moved);

        assertThat(timeless.status()).isEqualTo(422);
        assertThat(timeless.body()).contains("id=\"start-error\"", "id=\"end-error\"", "Later.");
        assertThat(all(page).getFirst().window().start()).isEqualTo(Instant.parse("2026-03-11T22:00:00Z"));
        publisher.post(path, Map.of("step", "start", "text", "We begin.", "formId", "s", "do", "publish"));
        publisher.post(
                path,
                Map.of(
                        "step",
                        "extend",
                        "end",
                        "2026-03-12T03:00",
                        "zone",
                        "Europe/Berlin",
                        "text",
                        "It is much.",
                        "formId",
                        "e",
                        "do",
                        "publish"));
        assertThat(all(page).getFirst().window().end()).isEqualTo(Instant.parse("2026-03-12T02:00:00Z"));
        assertThat(publisher.get(path).body()).contains("Moved", "Extended");
    }

    @Test
    void work_at_short_notice_asks_why_beside_the_field() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        var refused = publisher.post("/desk/maintenance/new", with("start", "2026-03-05T23:00"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"emergency-error\"", "at least 7 days ahead");
        assertThat(all(page)).isEmpty();
    }

    @Test
    void what_customers_need_to_know_is_kept() {
        var page = house.page();
        var plan = new HashMap<>(PLAN);
        plan.putAll(Map.of(
                "stops",
                "Transfers.",
                "goes_on",
                "Cards.",
                "todo",
                "act",
                "act",
                "Sign in again.",
                "why",
                "Cheaper.",
                "contact",
                "help@shops.example",
                "links",
                "https://help.shops.example/bank",
                "by_itself",
                "yes"));

        house.person(page, Role.PUBLISHER).post("/desk/maintenance/new", plan);

        var details = all(page).getFirst().details();
        assertThat(details.stops()).contains("Transfers.");
        assertThat(details.todo()).isEqualTo(new Todo.Act("Sign in again."));
        assertThat(details.links()).containsExactly(URI.create("https://help.shops.example/bank"));
        assertThat(details.byItself()).isTrue();
    }

    @Test
    void the_same_form_sent_twice_announces_once() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        var first = publisher.post("/desk/maintenance/new", PLAN);
        var second = publisher.post("/desk/maintenance/new", PLAN);

        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(announcements(page)).isEqualTo(1);
    }

    @Test
    void a_preview_announces_nothing_and_counts_who_will_be_told() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        var onlyCheckout = new Choice(Set.of(Stories.CHECKOUT), Set.of(), Set.of(), Set.of(Choice.Kind.MAINTENANCE));
        house.doors
                .subscriptions()
                .add(
                        page.id(),
                        new EmailAddress("all@shops.example"),
                        Choice.EVERYTHING,
                        page.language(),
                        Optional.empty(),
                        House.TESTER);
        house.doors
                .subscriptions()
                .add(
                        page.id(),
                        new EmailAddress("pay@shops.example"),
                        onlyCheckout,
                        page.language(),
                        Optional.empty(),
                        House.TESTER);

        var pane = publisher.post("/desk/maintenance/preview", PLAN);
        var form = publisher.post("/desk/maintenance/new", with("do", "preview"));
        var wider = publisher.post("/desk/maintenance/preview", with("area", List.of("invoices", "checkout")));

        assertThat(pane.body())
                .contains("Announce and mail 1 subscriber<", "New &lt;b&gt;bank")
                .doesNotContain("<html");
        assertThat(wider.body()).contains("Announce and mail 2 subscribers<");
        assertThat(form.body()).contains("value=\"New &lt;b>bank&lt;/b>\"", "value=\"2026-03-09T23:00\"");
        assertThat(announcements(page)).isZero();
    }

    @Test
    void a_refused_plan_keeps_what_was_typed() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);

        var backwards = publisher.post("/desk/maintenance/new", with("end", "2026-03-09T22:00"));
        var past = publisher.post("/desk/maintenance/new", with("end", "2026-03-01T22:00"));
        var nowhere = publisher.post("/desk/maintenance/new", with("area", List.of()));

        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.body())
                .contains(
                        "id=\"end-error\"",
                        "value=\"2026-03-09T22:00\"",
                        "value=\"api@europe\" checked",
                        "Not published");
        assertThat(past.body()).contains("id=\"end-error\"");
        assertThat(nowhere.body()).contains("id=\"areas-error\"");
        assertThat(all(page)).isEmpty();
    }

    @Test
    void who_may_not_publish_sees_it_without_forms() {
        var page = house.page();
        house.person(page, Role.PUBLISHER).post("/desk/maintenance/new", PLAN);
        var path = "/desk/maintenance/" + all(page).getFirst().id().value();
        for (var role : new Role[] {Role.VIEWER, Role.DRAFTER}) {
            var person = house.person(page, role);

            assertThat(person.get(path).body()).contains("Said so far").doesNotContain("Say something");
            assertThat(person.get("/desk/maintenance").body()).doesNotContain("Plan work");
            assertThat(person.post("/desk/maintenance/new", PLAN).status()).isEqualTo(403);
            assertThat(person.post(path, Map.of("step", "cancel", "text", "No.", "formId", "x", "do", "publish"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(announcements(page)).isEqualTo(1);
    }
}
