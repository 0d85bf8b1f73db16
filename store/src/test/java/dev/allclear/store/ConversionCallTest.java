package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import dev.allclear.incident.Stage;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.operation.Release;
import dev.allclear.operation.Word;
import dev.allclear.operation.WorkPlan;
import dev.allclear.operation.WorkRevision;
import dev.allclear.people.Actor;
import dev.allclear.status.Area;
import dev.allclear.testkit.Engines;
import dev.allclear.testkit.OnDesk;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who hears of an outage that goes on as planned work, and of work that goes on as an outage: everybody who heard of
/// the one hears of the other, and nobody twice.
final class ConversionCallTest {

    private static final Actor INES = OnDesk.INES;
    private static final String OUTAGES = "outages";
    private static final String WORKS = "works";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Stories.NOW);
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
    private SqlStore store;
    private PageId page;
    private IncidentDesk incidents;
    private MaintenanceDesk works;

    @BeforeEach
    void open() {
        store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")));
        page = Stories.opened(store).id();
        incidents = new IncidentDesk(store, clock, Stories.entropy());
        works = new MaintenanceDesk(store, clock, Stories.entropy());
        subscribe(OUTAGES, Choice.Kind.INCIDENTS);
        subscribe(WORKS, Choice.Kind.MAINTENANCE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void subscribe(String name, Choice.Kind kind) {
        var one = Stories.subscriber(page, name, name);
        var choice = new Choice(Set.of(Stories.STOREFRONT, Stories.CHECKOUT), Set.of(), Set.of(), Set.of(kind));
        store.inTransaction(tx -> {
            tx.subscribers().save(one.choosing(choice, one.language(), one.zone()));
            return one;
        });
    }

    /// Sends all there is, and says who got how many.
    private List<String> sent() {
        letters.clear();
        try (var engine = Engines.over(store, clock, letter -> {
            letters.add(letter);
            return new Outcome.Accepted("250 Ok");
        })) {
            engine.start();
            await().atMost(Duration.ofSeconds(15)).until(this::isAllSent);
        }
        return letters.stream()
                .map(letter -> letter.to().value().replaceFirst("@.*", ""))
                .sorted()
                .toList();
    }

    private boolean isAllSent() {
        return store.reading(
                tx -> tx.outbox().recent(page, 10).stream().noneMatch(progress -> progress.canBeStopped()));
    }

    private static WorkPlan plan() {
        var window = new Window(Stories.NOW.plusSeconds(60), Stories.NOW.plus(Duration.ofHours(2)));
        return new WorkPlan("New disks", window, Set.of(Area.whole(Stories.STOREFRONT)))
                .with(Details.NONE.withEmergency("The disks are about to fail."));
    }

    private static Word watched() {
        return new Word(Stage.MONITORING, "Paying works again. We watch it.", Optional.empty(), Optional.empty());
    }

    @Test
    void work_that_ends_no_outage_tells_nobody_who_did_not_ask_for_it() {
        var incident =
                incidents.declare(page, Stories.declaration(), INES).value().id();
        assertThat(sent()).containsExactly(OUTAGES);

        works.announce(page, plan().mending(Optional.of(incident)), "New disks tonight.", INES);

        assertThat(sent()).containsExactly(WORKS);
    }

    @Test
    void who_heard_of_one_part_of_a_series_hears_that_another_is_off() {
        var window = plan().windows().getFirst();
        var next =
                new Window(window.start().plus(Duration.ofDays(7)), window.end().plus(Duration.ofDays(7)));
        works.announce(page, plan().at(List.of(window, next)), "New disks in two nights.", INES);
        assertThat(sent()).containsExactly(WORKS);
        var second = store.reading(tx -> tx.maintenances().all(page)).getFirst();
        var elsewhere = new WorkRevision(
                "New disks",
                Maintenance.unusable(Set.of(Area.whole(Stories.INVOICES))),
                second.value().details(),
                Optional.empty());
        works.revise(page, second.value().id(), elsewhere, second.version(), INES);

        works.cancel(page, second.value().id(), "One night is enough.", INES);

        assertThat(sent()).containsExactly(WORKS);
    }

    @Test
    void who_heard_of_the_outage_hears_of_the_work_that_mends_it_to_its_end() {
        var incident =
                incidents.declare(page, Stories.declaration(), INES).value().id();
        incidents.postUpdate(page, incident, watched(), Optional.empty(), INES);
        assertThat(sent()).containsExactly(OUTAGES, OUTAGES);

        var work = works.announce(page, plan().mending(Optional.of(incident)), "New disks tonight.", INES)
                .value()
                .id();
        assertThat(sent()).as("the all-clear, and the announcement").containsExactly(OUTAGES, WORKS);
        works.start(page, work, "We begin.", INES);
        works.complete(page, work, "Everything works again.", INES);
        assertThat(sent()).containsExactly(OUTAGES, OUTAGES, WORKS, WORKS);
    }

    @Test
    void who_heard_of_the_work_hears_of_the_outage_that_it_became_to_its_end() {
        var work =
                works.announce(page, plan(), "New disks tonight.", INES).value().id();
        works.start(page, work, "We begin.", INES);
        assertThat(sent()).containsExactly(WORKS, WORKS);

        var declaration = Stories.declaration().goingOnFrom(Optional.of(work));
        var incident =
                incidents.declare(page, declaration, Release.by(INES)).value().id();
        assertThat(sent()).containsExactly(OUTAGES, WORKS);
        incidents.resolve(page, incident, "Everything works again.", Optional.empty(), Optional.empty(), INES);
        assertThat(sent()).containsExactly(OUTAGES, WORKS);
    }
}
