package dev.allclear.desk.console.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.Stored;
import dev.allclear.desk.console.entrance.House;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Stage;
import dev.allclear.maintenance.Kin;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.operation.Word;
import dev.allclear.page.Page;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// At the desk: an incident whose rest is planned work, and work that goes wrong.
final class ConversionTest {

    private House house;

    @BeforeEach
    void open() {
        house = House.open();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Map<String, Object> plan() {
        return new HashMap<>(Map.of(
                "title", "New disks",
                "start", "2026-03-09T23:00",
                "end", "2026-03-10T01:00",
                "zone", "Europe/Berlin",
                "area", List.of("invoices"),
                "text", "We put new disks in.",
                "formId", "plan",
                "do", "publish"));
    }

    private static Map<String, Object> declaration() {
        return new HashMap<>(Map.of(
                "title", "Invoices can't be made",
                "text", "Invoices can't be made. Try again later.",
                "severity", "minor",
                "area", List.of("invoices"),
                "workaround", "none_yet",
                "cause", "unknown",
                "zone", "Europe/Berlin",
                "formId", "declared",
                "do", "publish"));
    }

    private List<Incident> incidents(Page page) {
        return house.store.reading(tx -> tx.incidents().all(page.id())).stream()
                .map(Stored::value)
                .toList();
    }

    private Maintenance work(Page page) {
        return house.store
                .reading(tx -> tx.maintenances().all(page.id()))
                .getFirst()
                .value();
    }

    @Test
    void an_incident_goes_on_as_work_that_is_planned_from_its_screen() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        var declared = publisher.post("/desk/incidents", declaration());
        assertThat(declared.status()).as(declared.body()).isEqualTo(303);
        var incident = incidents(page).getFirst();
        var form = "/desk/maintenance/new?mends=" + incident.id().value();
        assertThat(publisher.get("/desk/incidents/" + incident.id().value()).body())
                .contains(form);
        assertThat(publisher.get(form).body()).contains("The incident goes on beside it");
        var watched = new Word(Stage.MONITORING, "Invoices come again.", Optional.empty(), Optional.empty());
        house.doors.incidents().postUpdate(page.id(), incident.id(), watched, Optional.empty(), new Actor("Ines"));
        assertThat(publisher.get(form).body())
                .contains("name=\"mends\" value=\"" + incident.id().value(), "Announcing it ends the incident")
                .containsPattern("value=\"invoices\"[^>]*checked");

        var plan = plan();
        plan.put("mends", incident.id().value());
        publisher.post("/desk/maintenance/new", plan);

        assertThat(work(page).kin()).isEqualTo(Kin.mending(incident.id(), true));
        assertThat(incidents(page).getFirst().isOpen()).isFalse();
        assertThat(publisher.get("/desk/incidents/" + incident.id().value()).body())
                .contains("Put right for good by", "New disks");
    }

    @Test
    void work_goes_on_as_an_incident_that_is_declared_from_its_screen_once_it_runs() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        publisher.post("/desk/maintenance/new", plan());
        var path = "/desk/maintenance/" + work(page).id().value();
        assertThat(publisher.get(path).body()).doesNotContain("Let the work go on as an incident");
        publisher.post(path, Map.of("step", "start", "text", "We begin.", "formId", "s", "do", "publish"));
        var form = "/desk/incidents/new?playbook=&amp;work=" + work(page).id().value();
        assertThat(publisher.get(path).body()).contains(form);
        assertThat(publisher.get(form.replace("&amp;", "&")).body())
                .contains("goes on as this incident and ends with it")
                .containsPattern("value=\"invoices\"[^>]*checked");

        var declaration = declaration();
        declaration.put("work", work(page).id().value());
        publisher.post("/desk/incidents", declaration);

        var incident = incidents(page).getFirst();
        assertThat(work(page).kin().became()).contains(incident.id());
        assertThat(publisher.get("/desk/incidents/" + incident.id().value()).body())
                .contains("It began with", "New disks");
    }

    @Test
    void work_that_never_began_is_said_beside_what_was_typed_and_left_out_of_the_next_try() {
        var page = house.page();
        var publisher = house.person(page, Role.PUBLISHER);
        publisher.post("/desk/maintenance/new", plan());
        var declaration = declaration();
        declaration.put("work", work(page).id().value());

        var refused = publisher.post("/desk/incidents", declaration);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("The planned work has not begun, or is off.", "Invoices can&#39;t be made")
                .doesNotContain("name=\"work\"");
        assertThat(incidents(page)).isEmpty();
    }
}
