package dev.allclear.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.audience.Subscriber;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Workaround;
import dev.allclear.journal.Chain;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.page.PublicPage;
import dev.allclear.publish.Snapshot;
import dev.allclear.status.State;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoStoryTest {

    private static final Instant NOW = Instant.parse("2026-11-24T13:37:42Z");

    @TempDir
    private Path directory;

    private SqlStore store;

    @BeforeEach
    void opens_an_empty_store() {
        store = opened("demo.db");
    }

    private SqlStore opened(String file) {
        return SqlStore.open(new StoreSettings.Sqlite(directory.resolve(file)));
    }

    @AfterEach
    void closes_it() {
        store.close();
    }

    @Test
    void fourteen_months_of_history_and_one_open_incident() {
        var page = new DemoStory(store, NOW, 1).tell().page();

        var incidents = incidents(store, page);
        assertThat(incidents).hasSize(31);
        assertThat(incidents.stream().filter(Incident::isOpen)).hasSize(1);
        assertThat(incidents.getLast().startedAt()).isBefore(NOW.minus(Duration.ofDays(400)));
        assertThat(incidents)
                .filteredOn(one -> one.phase() instanceof Phase.PostIncident)
                .hasSizeGreaterThan(6);
        assertThat(incidents)
                .filteredOn(one -> one.phase() instanceof Phase.Withdrawn)
                .hasSize(1);
        assertThat(incidents)
                .anyMatch(one -> one.updates().stream()
                        .anyMatch(update -> !update.corrections().isEmpty()));
        assertThat(incidents).noneMatch(Incident::backfilled);
    }

    private static List<Incident> incidents(SqlStore store, PageId page) {
        return store.reading(tx -> tx.incidents().all(page)).stream()
                .map(Stored::value)
                .toList();
    }

    @Test
    void the_open_incident_is_fresh_and_owes_an_update_soon() {
        var page = new DemoStory(store, NOW, 1).tell().page();

        var open = incidents(store, page).getFirst();
        assertThat(open.severity()).isEqualTo(Severity.MAJOR);
        assertThat(open.updates()).hasSize(2);
        assertThat(Duration.between(open.first().at(), NOW)).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(21));
        assertThat(open.phase()).isInstanceOfSatisfying(Phase.Open.class, phase -> {
            assertThat(phase.stage()).isEqualTo(Stage.IDENTIFIED);
            assertThat(Duration.between(NOW, phase.nextUpdateDue()))
                    .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        });
        assertThat(open.facts().workaround()).isInstanceOf(Workaround.Given.class);
        assertThat(open.areas().keySet()).allMatch(area -> area.region().isPresent());
    }

    @Test
    void only_the_open_incident_is_announced() {
        var page = new DemoStory(store, NOW, 1).tell().page();

        var open = incidents(store, page).getFirst();
        var announced = store.reading(tx -> tx.outbox().recent(page, 100)).stream()
                .map(progress -> progress.announcement().subject())
                .toList();
        assertThat(announced)
                .containsExactly(
                        new Subject.OfIncident(open.id(), open.latest().id()),
                        new Subject.OfIncident(open.id(), open.first().id()));
    }

    @Test
    void a_dozen_people_want_to_hear_of_it() {
        var page = new DemoStory(store, NOW, 1).tell().page();

        List<Subscriber> confirmed = store.reading(tx -> tx.subscribers().confirmedAfter(page, Optional.empty(), 100));
        assertThat(confirmed).hasSize(12).allMatch(one -> one.address().value().endsWith(".example"));
        assertThat(confirmed.stream().map(one -> one.language().tag()).distinct())
                .containsExactlyInAnyOrder("en", "de");
    }

    @Test
    void one_work_is_running_and_two_are_to_come() {
        var page = new DemoStory(store, NOW, 1).tell().page();

        var works = store.reading(tx -> tx.maintenances().all(page)).stream()
                .map(Stored::value)
                .toList();
        assertThat(works)
                .filteredOn(one -> one.phase() instanceof Maintenance.Phase.Running)
                .hasSize(1);
        assertThat(works)
                .filteredOn(one -> one.phase() instanceof Maintenance.Phase.Scheduled)
                .hasSize(2)
                .allMatch(one -> one.window().start().isAfter(NOW));
        assertThat(works)
                .filteredOn(one -> one.phase() instanceof Maintenance.Phase.Completed)
                .hasSize(3);
    }

    @Test
    void the_same_start_and_seed_tell_the_same_story() {
        var page = new DemoStory(store, NOW, 1).tell().page();
        try (var other = opened("other.db")) {

            var again = new DemoStory(other, NOW, 1).tell().page();

            assertThat(again).isEqualTo(page);
            assertThat(incidents(other, page)).isEqualTo(incidents(store, page));
            assertThat(shown(other, page)).isEqualTo(shown(store, page));
        }
    }

    /// Weekdays, months, clock changes and nights: whenever somebody starts it, nothing lies in the future.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T00:03:00Z",
                "2026-11-29T22:59:59Z",
                "2027-03-28T01:30:00Z",
                "2027-10-31T00:30:00Z",
                "2028-02-29T12:00:00Z"
            })
    void it_can_be_told_at_any_time(Instant start) {
        var page = new DemoStory(store, start, 3).tell().page();

        for (var incident : incidents(store, page)) {
            var before = incident.startedAt();
            for (var update : incident.updates()) {
                assertThat(update.at()).as(incident.title()).isBetween(before, start);
                before = update.at();
            }
        }
    }

    @Test
    void every_text_is_whole_and_every_time_in_it_carries_its_zone() {
        var page = new DemoStory(store, NOW, 1).tell().page();

        var texts = texts(page);
        assertThat(texts).hasSizeGreaterThan(150);
        assertThat(texts)
                .allSatisfy(
                        text -> assertThat(text).isNotBlank().doesNotContain("{", "}", "TODO", "lorem", "null", "  "));
        assertThat(texts).noneMatch(text -> text.matches("(?is).*any inconvenience.*"));
        var clock = Pattern.compile("\\b\\d{1,2}:\\d\\d\\b(?! (?:CET|CEST|local time)\\b)");
        assertThat(texts).noneMatch(text -> clock.matcher(text).find());
    }

    private List<String> texts(PageId page) {
        var texts = new ArrayList<String>();
        for (var incident : incidents(store, page)) {
            texts.add(incident.title());
            incident.updates().forEach(update -> texts.add(update.text()));
            if (!(incident.phase() instanceof Phase.Withdrawn)) {
                texts.add(incident.facts().impact());
            }
            if (incident.phase() instanceof Phase.PostIncident(var _, var report)) {
                texts.addAll(List.of(report.wentWrong(), report.fixed(), report.prevented()));
            }
        }
        store.reading(tx -> tx.maintenances().all(page)).forEach(work -> {
            texts.add(work.value().title());
            work.value().notices().forEach(notice -> texts.add(notice.text()));
        });
        return texts;
    }

    @Test
    void the_bars_show_a_living_service_honestly() {
        var page = new DemoStory(store, NOW, 1).tell().page();

        var shown = shown(store, page);
        assertThat(shown.overall()).isEqualTo(State.PARTIAL_OUTAGE);
        assertThat(shown.allComponents()).hasSize(18);
        assertThat(shown.groups()).anyMatch(group -> !group.groups().isEmpty());
        var uptimes =
                shown.allComponents().map(one -> one.days().total().percent()).toList();
        assertThat(uptimes).allMatch(uptime -> uptime.compareTo(new BigDecimal("99")) > 0);
        assertThat(uptimes.stream().distinct().count()).isGreaterThan(4);
    }

    @Test
    void nothing_of_the_past_still_hurts() {
        var page = new DemoStory(store, NOW, 1).tell().page();

        var troubled = shown(store, page)
                .allComponents()
                .filter(one -> one.state() != State.OPERATIONAL)
                .map(one -> one.component().name());
        assertThat(troubled).containsExactlyInAnyOrder("Card payments", "Wallet payments", "Checkout page", "Sandbox");
    }

    private static PublicPage shown(SqlStore store, PageId page) {
        return store.reading(
                tx -> Snapshot.of(tx, tx.pages().find(page).orElseThrow().value(), NOW));
    }

    @Test
    void the_journal_tells_it_in_order_and_unbroken() {
        var page = new DemoStory(store, NOW, 1).tell().page();

        var entries = store.reading(tx -> tx.journal().from(page, 1, 10_000));
        assertThat(new Chain().walk(entries)).isEqualTo(new Chain.Finding.Intact(entries.size()));
        assertThat(entries).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void it_is_told_into_an_empty_store_only() {
        new DemoStory(store, NOW, 1).tell();

        assertThatExceptionOfType(Refused.Conflict.class).isThrownBy(() -> new DemoStory(store, NOW, 1).tell());
    }
}
